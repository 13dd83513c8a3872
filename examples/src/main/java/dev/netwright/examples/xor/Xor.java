package dev.netwright.examples.xor;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Two inputs that are 0 or 1, and the probability that exactly one of them is 1. */
@Input(2)
@Layer(size = 8, activation = Activation.TANH)
@Layer(size = 1, activation = Activation.SIGMOID)
public interface Xor extends Network {}
