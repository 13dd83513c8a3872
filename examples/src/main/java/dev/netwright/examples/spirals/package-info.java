/** Two spirals around each other (Lang and Witbrock 1988), and a picture of what a network makes of them. */
package dev.netwright.examples.spirals;
