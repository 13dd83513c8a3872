/** Three species of iris, told apart by four lengths of their flowers: a classifier from a CSV file. */
package dev.netwright.examples.iris;
