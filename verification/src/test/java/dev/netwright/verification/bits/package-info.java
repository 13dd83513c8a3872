/** The same declaration, seed and data give the same bits on every JVM, and the steady state allocates nothing. */
package dev.netwright.verification.bits;
