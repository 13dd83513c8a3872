/**
 * The arithmetic under generated networks: matrix products behind one door, and elementary functions that give the same
 * bits on every JVM.
 */
package dev.netwright.runtime.kernel;
