package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Layer(size = 16, activation = TANH)
@Layer(size = 3, activation = SOFTMAX)
public interface NoInput extends Network {}
//     ^ error: [Network.NoInput] NoInput: the network has no input: @Input is missing.
// |  --> input          ?
// |      hidden1  ? -> 16  tanh
// |      output   16 -> 3  softmax
// |  Hint: write @Input(784) above the layers, with the number of features of one sample.
