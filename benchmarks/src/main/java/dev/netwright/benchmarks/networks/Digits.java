package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** 784-128-10: relu, softmax. */
@Input(784)
@Layer(size = 128, activation = Activation.RELU)
@Layer(size = 10, activation = Activation.SOFTMAX)
public interface Digits extends Network {}
