package demo;

import static dev.netwright.annotations.Activation.*;
import static dev.netwright.annotations.Normalization.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 8, normalize = LAYER, epsilon = 0f, activation = TANH)
//                                            ^ error: [Layer.EpsilonRange] layer 1 of 3 (hidden1): epsilon is 0.0, but what is added to a variance must be above 0 and at most 1.
// |      input         4
// |  --> hidden1  4 -> 8  layer norm with epsilon = 0.0, tanh
// |      hidden2  8 -> 8  batch norm with epsilon = NaN, tanh
// |      output   8 -> 2  identity
// |  Hint: write a small positive number: epsilon = 1e-5f
@Layer(size = 8, normalize = BATCH, epsilon = Float.NaN, activation = TANH)
//                                            ^ error: [Layer.EpsilonRange] layer 2 of 3 (hidden2): epsilon is NaN, but what is added to a variance must be above 0 and at most 1.
@Layer(size = 2)
public interface EpsilonRange extends Network {}
