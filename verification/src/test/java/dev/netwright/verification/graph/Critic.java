package dev.netwright.verification.graph;

import static dev.netwright.annotations.Activation.TANH;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** The value of an action in a state. */
@Input(value = 3, name = "state")
@Input(value = 2, name = "action")
@Layer(size = 5, activation = TANH, from = "state")
@Layer(
        size = 4,
        activation = TANH,
        from = {"hidden1", "action"})
@Layer(size = 1)
interface Critic extends Network {}
