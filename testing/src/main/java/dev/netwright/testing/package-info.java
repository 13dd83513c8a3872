/** Checks for tests of networks: gradients against a second implementation in double precision. */
package dev.netwright.testing;
