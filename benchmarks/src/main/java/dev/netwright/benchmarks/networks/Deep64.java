package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** 64-64-64-10: relu, relu, softmax. */
@Input(64)
@Layer(size = 64, activation = Activation.RELU)
@Layer(size = 64, activation = Activation.RELU)
@Layer(size = 10, activation = Activation.SOFTMAX)
public interface Deep64 extends Network {}
