package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** 2048-2048-2048-10: relu, relu, softmax. */
@Input(2048)
@Layer(size = 2048, activation = Activation.RELU)
@Layer(size = 2048, activation = Activation.RELU)
@Layer(size = 10, activation = Activation.SOFTMAX)
public interface Wide2048 extends Network {}
