package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3, activation = TANH, trainable = false, l2 = 0.01f)
//                                                          ^ error: [Layer.PenaltyUnused] layer 1 of 2 (hidden1): l2 is 0.01, but the layer is not trained, so no penalty moves its weights.
// |      input         4
// |  --> hidden1  4 -> 3  tanh
// |      output   3 -> 2  identity
// |  Hint: remove l2, or remove trainable = false.
@Layer(size = 2)
public interface PenaltyUnused extends Network {}
