/**
 * The mathematics once more, in double precision and as the literature writes it: slow, plain, and independent of the
 * arithmetic that it judges.
 */
package dev.netwright.verification.reference;
