package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** 64-64: identity. */
@Input(64)
@Layer(size = 64, activation = Activation.IDENTITY)
public interface Dense64 extends Network {}
