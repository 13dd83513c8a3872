package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Normalization;
import dev.netwright.runtime.Network;

/** {@link LeNet5} with batch normalisation of both convolutions. */
@Input(shape = {28, 28, 1})
@Layer(size = 6, kernel = 5, normalize = Normalization.BATCH, activation = Activation.RELU, pool = 2)
@Layer(size = 16, kernel = 5, normalize = Normalization.BATCH, activation = Activation.RELU, pool = 2)
@Layer(size = 120, activation = Activation.RELU)
@Layer(size = 84, activation = Activation.RELU)
@Layer(size = 10, activation = Activation.SOFTMAX)
public interface NormalizedLeNet5 extends Network {}
