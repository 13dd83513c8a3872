package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** 4-16-3: tanh, softmax. */
@Input(4)
@Layer(size = 16, activation = Activation.TANH)
@Layer(size = 3, activation = Activation.SOFTMAX)
public interface Tiny extends Network {}
