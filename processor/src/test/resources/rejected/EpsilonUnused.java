package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 8, epsilon = 1e-3f, activation = TANH)
//                         ^ error: [Layer.EpsilonUnused] layer 1 of 2 (hidden1): epsilon is 0.001, but nothing is normalised here.
// |      input         4
// |  --> hidden1  4 -> 8  tanh
// |      output   8 -> 2  identity
// |  Hint: remove epsilon, or say what it is for: normalize = Normalization.LAYER
@Layer(size = 2)
public interface EpsilonUnused extends Network {}
