/** What a sitting found, judged and written down. */
package dev.netwright.benchmarks.report;
