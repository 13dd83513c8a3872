package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 8, activation = TANH, name = "trunk")
@Layer(size = 2, activation = SOFTMAX, name = "policy", output = true)
@Layer(size = 1, name = "value", from = "trunk", output = false)
//                                                        ^ error: [Layer.OutputLast] layer 3 of 3 (value): output is false, but the last layer is always an output.
// |      input        4
// |      trunk   4 -> 8  tanh
// |      policy  8 -> 2  softmax, output
// |  --> value   8 -> 1  identity, from trunk
// |  Hint: remove output, or let the layer that gives the output be the last.
public interface OutputLast extends Network {}
