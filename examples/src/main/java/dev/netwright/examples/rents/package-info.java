/** Rents of flats: records with numbers, an enum and a street, whose embedding is learnt, through residual blocks. */
package dev.netwright.examples.rents;
