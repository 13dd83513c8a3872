package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 16, activation = RELU)
@Layer(size = 3, activation = RELU)
//                            ^ warning: [Layer.LastRelu] layer 2 of 2 (output): RELU on the last layer, which has 3 units: an output that is 0 for a sample learns nothing from it.
// |      input          4
// |      hidden1  4 -> 16  relu
// |  --> output   16 -> 3  relu
// |  Hint: use SOFTMAX to classify, IDENTITY to estimate, SOFTPLUS to estimate what is never negative.
public interface LastRelu extends Network {}
