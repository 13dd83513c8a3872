package dev.netwright.examples.actorcritic;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** From where the robot stands to the probabilities of the ways that it can go, and to the return that it may expect. */
@Input(value = Floor.CELLS, name = "place")
@Layer(size = 32, activation = Activation.TANH, name = "trunk")
@Layer(size = Floor.DIRECTIONS, activation = Activation.SOFTMAX, name = "policy", output = true)
@Layer(size = 1, name = "value", from = "trunk")
public interface Robot extends Network {}
