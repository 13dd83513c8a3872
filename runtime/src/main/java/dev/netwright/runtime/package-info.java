/** A network as its users hold it: parameters, predictions and passes. */
package dev.netwright.runtime;
