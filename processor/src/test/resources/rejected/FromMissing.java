package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(value = 4, name = "state")
@Input(value = 2, name = "action")
@Layer(size = 3, activation = TANH)
// <- error: [Layer.FromMissing] layer 1 of 2 (hidden1): from is missing: the network has 2 inputs, and the first layer must say which it reads.
// |      state         4
// |      action        2
// |  --> hidden1  ? -> 3  tanh
// |      output   3 -> 2  identity
// |  Hint: write what it reads: from = {"state", "action"}
@Layer(size = 2)
public interface FromMissing extends Network {}
