package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** 6-64-8-4: relu, relu, identity. */
@Input(6)
@Layer(size = 64, activation = Activation.RELU)
@Layer(size = 8, activation = Activation.RELU)
@Layer(size = 4, activation = Activation.IDENTITY)
public interface Narrowing extends Network {}
