package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** 16-16: identity. */
@Input(16)
@Layer(size = 16, activation = Activation.IDENTITY)
public interface Dense16 extends Network {}
