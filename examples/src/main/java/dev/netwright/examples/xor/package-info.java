/** The exclusive or: the smallest problem that needs a hidden layer. */
package dev.netwright.examples.xor;
