package dev.netwright.examples.cartpole;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** From the state of cart and pole to the probabilities of pushing left and right. */
@Input(4)
@Layer(size = 32, activation = Activation.TANH)
@Layer(size = 2, activation = Activation.SOFTMAX)
public interface Policy extends Network {}
