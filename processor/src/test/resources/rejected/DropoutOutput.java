package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3, activation = TANH, dropout = 0.2f)
@Layer(size = 2, activation = SOFTMAX, dropout = 0.2f)
//                                               ^ error: [Layer.DropoutOutput] layer 2 of 2 (output): dropout is 0.2, but this layer gives the outputs, and training would compare outputs that were dropped with their targets.
// |      input         4
// |      hidden1  4 -> 3  tanh, dropout 0.2
// |  --> output   3 -> 2  softmax, dropout 0.2
// |  Hint: remove dropout, or write it on a layer before this one.
public interface DropoutOutput extends Network {}
