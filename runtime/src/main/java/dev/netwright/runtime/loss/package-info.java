/** Losses: what training makes small, with gradients at the outputs or, where that is exact, at the logits. */
package dev.netwright.runtime.loss;
