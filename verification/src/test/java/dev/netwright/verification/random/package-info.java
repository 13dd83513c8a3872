/** Random declarations, compiled by both compilers, against the double-precision reference. */
package dev.netwright.verification.random;
