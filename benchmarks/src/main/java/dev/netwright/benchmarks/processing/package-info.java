/** How long the annotation processor takes. */
package dev.netwright.benchmarks.processing;
