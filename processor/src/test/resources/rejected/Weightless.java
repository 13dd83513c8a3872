package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3, activation = TANH)
@Layer(from = {"input", "hidden1"}, bias = false, init = Initializer.ZEROS)
//                                         ^ error: [Layer.Weightless] layer 2 of 3 (hidden2): bias is false, but without size the layer has no weights.
// |      input         4
// |      hidden1  4 -> 3  tanh
// |  --> hidden2  7 -> 7  identity, from input, hidden1
// |      output   7 -> 2  identity
// |  Hint: remove bias, or write the number of units: size = 16
//                                                       ^ error: [Layer.Weightless] layer 2 of 3 (hidden2): init is ZEROS, but without size the layer has no weights.
@Layer(size = 2)
public interface Weightless extends Network {}
