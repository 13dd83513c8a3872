/** A network in place of a formula: the price of an option and, from the gradient of the input, its delta. */
package dev.netwright.examples.blackscholes;
