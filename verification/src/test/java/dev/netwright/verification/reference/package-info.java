/**
 * Losses in double precision, as the literature writes them, and what checks the reference of networks itself, which the
 * module {@code testing} has.
 */
package dev.netwright.verification.reference;
