/** From the start of a JVM to its first prediction, and what must be on its class path. */
package dev.netwright.benchmarks.start;
