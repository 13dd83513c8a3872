package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3, activation = TANH, dropout = 1f)
//                                            ^ error: [Layer.DropoutRange] layer 1 of 3 (hidden1): dropout is 1.0, but the probability to be dropped must be from 0 to less than 1.
// |      input         4
// |  --> hidden1  4 -> 3  tanh, dropout 1.0
// |      hidden2  3 -> 3  identity, dropout -0.1
// |      output   3 -> 2  identity, dropout NaN
// |  Hint: write a number in that range: dropout = 0.2f
@Layer(dropout = -0.1f)
//               ^ error: [Layer.DropoutRange] layer 2 of 3 (hidden2): dropout is -0.1, but the probability to be dropped must be from 0 to less than 1.
@Layer(size = 2, dropout = Float.NaN)
//                         ^ error: [Layer.DropoutRange] layer 3 of 3 (output): dropout is NaN, but the probability to be dropped must be from 0 to less than 1.
public interface DropoutRange extends Network {}
