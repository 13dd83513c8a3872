/** Training and evaluation: epochs, batches, threads, early stopping and listeners. */
package dev.netwright.runtime.training;
