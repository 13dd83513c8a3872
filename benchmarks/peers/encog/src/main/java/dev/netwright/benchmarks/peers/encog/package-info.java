/** Encog, measured. */
package dev.netwright.benchmarks.peers.encog;
