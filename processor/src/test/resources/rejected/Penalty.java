package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3, activation = TANH, l1 = -0.5f)
//                                       ^ error: [Layer.Penalty] layer 1 of 2 (hidden1): l1 is -0.5, but a penalty must be finite and at least 0.
// |      input         4
// |  --> hidden1  4 -> 3  tanh
// |      output   3 -> 2  identity
// |  Hint: write a small positive number: l1 = 1e-4f
@Layer(size = 2, l2 = Float.NaN)
//                    ^ error: [Layer.Penalty] layer 2 of 2 (output): l2 is NaN, but a penalty must be finite and at least 0.
public interface Penalty extends Network {}
