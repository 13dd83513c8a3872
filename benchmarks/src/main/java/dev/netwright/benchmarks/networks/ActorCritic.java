package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Two heads on a trunk of two layers: the probabilities of four actions, and an expected return. */
@Input(8)
@Layer(size = 64, activation = Activation.TANH)
@Layer(size = 64, activation = Activation.TANH, name = "trunk")
@Layer(size = 4, activation = Activation.SOFTMAX, name = "policy", output = true)
@Layer(size = 1, from = "trunk", name = "value")
public interface ActorCritic extends Network {}
