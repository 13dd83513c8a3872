package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** 8-8: identity. */
@Input(8)
@Layer(size = 8, activation = Activation.IDENTITY)
public interface Dense8 extends Network {}
