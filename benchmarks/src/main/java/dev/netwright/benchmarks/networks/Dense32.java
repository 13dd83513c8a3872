package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** 32-32: identity. */
@Input(32)
@Layer(size = 32, activation = Activation.IDENTITY)
public interface Dense32 extends Network {}
