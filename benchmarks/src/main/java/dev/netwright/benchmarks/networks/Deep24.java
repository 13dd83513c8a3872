package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** 24-24-24-2: tanh, tanh, tanh. */
@Input(24)
@Layer(size = 24, activation = Activation.TANH)
@Layer(size = 24, activation = Activation.TANH)
@Layer(size = 2, activation = Activation.TANH)
public interface Deep24 extends Network {}
