package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3, activation = TANH, residual = "input")
//                                             ^ error: [Layer.ResidualShape] layer 1 of 2 (hidden1): residual is "input", which has 4 columns, but this layer has 3 units.
// |      input         4
// |  --> hidden1  4 -> 3  tanh, + input
// |      output   3 -> 2  identity
// |  Hint: give this layer as many: size = 4, or add another layer.
@Layer(size = 2)
public interface ResidualShape extends Network {}
