/**
 * The mathematics of networks once more, in double precision and as the literature writes it: slow, plain, and independent of
 * the arithmetic that it judges. It interprets a topology and knows nothing of generated code or kernels.
 */
package dev.netwright.testing.reference;
