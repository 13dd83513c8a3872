/** Who is measured, each behind the one interface {@code Peer}. */
package dev.netwright.benchmarks.peer;
