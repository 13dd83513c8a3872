package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** 4-4: identity. */
@Input(4)
@Layer(size = 4, activation = Activation.IDENTITY)
public interface Dense4 extends Network {}
