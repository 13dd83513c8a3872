/** What the machine can do at most. */
package dev.netwright.benchmarks.limit;
