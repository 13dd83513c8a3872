/** Smile, measured. */
package dev.netwright.benchmarks.peers.smile;
