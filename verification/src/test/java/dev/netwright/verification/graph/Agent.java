package dev.netwright.verification.graph;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Two inputs and three outputs: a policy, which the forecast of the next state reads, and a value. */
@Input(value = 3, name = "state")
@Input(value = 1, name = "time")
@Layer(
        size = 5,
        activation = Activation.TANH,
        name = "trunk",
        from = {"state", "time"})
@Layer(size = 2, activation = Activation.SOFTMAX, name = "policy", output = true)
@Layer(
        size = 3,
        name = "forecast",
        from = {"trunk", "policy"},
        residual = "state",
        output = true)
@Layer(size = 1, name = "value", from = "trunk")
public interface Agent extends Network {}
