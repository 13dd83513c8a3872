package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 4, activation = TANH, residual = "inputs")
//                                             ^ error: [Layer.ResidualUnknown] layer 1 of 2 (hidden1): residual is "inputs", but no input and no layer has that name.
// |      input         4
// |  --> hidden1  4 -> 4  tanh, + inputs
// |      output   4 -> 2  identity
// |  Hint: did you mean "input"?
@Layer(size = 2)
public interface ResidualUnknown extends Network {}
