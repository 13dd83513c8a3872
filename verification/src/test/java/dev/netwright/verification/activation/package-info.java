/** The table of activations: its formulas as text, its arithmetic, and that a fault in either is caught. */
package dev.netwright.verification.activation;
