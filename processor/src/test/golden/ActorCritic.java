package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(value = 4, name = "state")
@Layer(size = 32, activation = TANH, name = "trunk")
@Layer(size = 2, activation = SOFTMAX, name = "policy", output = true)
@Layer(size = 1, name = "value", from = "trunk")
public interface ActorCritic extends Network {}
