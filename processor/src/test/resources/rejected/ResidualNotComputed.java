package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3, activation = TANH, residual = "hidden2")
//                                             ^ error: [Layer.ResidualNotComputed] layer 1 of 3 (hidden1): residual is "hidden2", which is not computed yet, since it follows from this layer: hidden1 -> hidden2 -> hidden1.
// |      input         4
// |  --> hidden1  4 -> 3  tanh, + hidden2
// |      hidden2  3 -> 3  tanh
// |      output   3 -> 2  identity
// |  Hint: add the input or a layer above it.
@Layer(size = 3, activation = TANH)
@Layer(size = 2)
public interface ResidualNotComputed extends Network {}
