/** libtorch through DJL, measured. */
package dev.netwright.benchmarks.peers.libtorch;
