/** What is measured: shapes, kinds of work and the data for them. */
package dev.netwright.benchmarks.work;
