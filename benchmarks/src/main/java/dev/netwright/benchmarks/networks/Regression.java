package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** 4-32-16-4: tanh, tanh, identity. */
@Input(4)
@Layer(size = 32, activation = Activation.TANH)
@Layer(size = 16, activation = Activation.TANH)
@Layer(size = 4, activation = Activation.IDENTITY)
public interface Regression extends Network {}
