/** The networks that are measured, declared as users declare theirs. */
package dev.netwright.benchmarks.networks;
