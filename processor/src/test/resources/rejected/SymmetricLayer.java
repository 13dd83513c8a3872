package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 16, activation = TANH, init = Initializer.CONSTANT, constant = 0.5f)
//                                          ^ warning: [Layer.Symmetric] layer 1 of 2 (hidden1): the weights of this layer start alike and those of the next too, so its 16 units stay alike for ever.
// |      input          4
// |  --> hidden1  4 -> 16  tanh
// |      output   16 -> 3  softmax
// |  Hint: leave init out in one of the two for a random start.
@Layer(size = 3, activation = SOFTMAX, init = Initializer.ZEROS)
public interface SymmetricLayer extends Network {}
