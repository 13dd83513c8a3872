/** Timing by JMH, each peer in a JVM of its own. */
package dev.netwright.benchmarks.jmh;
