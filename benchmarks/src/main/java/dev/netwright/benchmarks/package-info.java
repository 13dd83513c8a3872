/** Every speed claim, measured. */
package dev.netwright.benchmarks;
