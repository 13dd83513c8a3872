/** Where the time of a training step goes. */
package dev.netwright.benchmarks.profile;
