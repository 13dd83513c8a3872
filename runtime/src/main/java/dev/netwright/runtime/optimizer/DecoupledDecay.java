package dev.netwright.runtime.optimizer;

/** An optimizer that decays weights apart from their gradients (Loshchilov and Hutter 2019). */
interface DecoupledDecay {
    /** The same optimizer with this decay. */
    Optimizer weightDecay(float decay);
}
