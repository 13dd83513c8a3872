/** One command for each example, and what they share. */
package dev.netwright.examples;
