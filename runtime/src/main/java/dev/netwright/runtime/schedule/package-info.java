/** Schedules: how the learning rate changes over a training run. */
package dev.netwright.runtime.schedule;
