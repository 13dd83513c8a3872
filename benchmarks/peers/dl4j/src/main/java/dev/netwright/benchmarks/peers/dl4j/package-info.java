/** DL4J, measured. */
package dev.netwright.benchmarks.peers.dl4j;
