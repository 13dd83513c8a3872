package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 16, activation = RELU, init = Initializer.ZEROS)
//                                          ^ warning: [Layer.ZeroRelu] layer 1 of 3 (hidden1): all weights start at 0 under RELU, which has no slope there, so this layer never learns.
// |      input           4
// |  --> hidden1   4 -> 16  relu
// |      hidden2  16 -> 16  relu
// |      output    16 -> 3  softmax
// |  Hint: leave init out for a random start.
@Layer(size = 16, activation = RELU, init = Initializer.CONSTANT, constant = -0f)
//                                          ^ warning: [Layer.ZeroRelu] layer 2 of 3 (hidden2): all weights start at 0 under RELU, which has no slope there, so this layer never learns.
@Layer(size = 3, activation = SOFTMAX, init = Initializer.ZEROS)
public interface ZeroRelu extends Network {}
