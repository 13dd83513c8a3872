/** Optimizers: how parameters follow their gradients. */
package dev.netwright.runtime.optimizer;
