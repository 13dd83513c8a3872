package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(shape = {28, 28, 1})
@Layer(size = 5, kernel = 5, activation = LOG_SOFTMAX)
//                                        ^ error: [Layer.SoftmaxPixels] layer 1 of 2 (hidden1): activation is LOG_SOFTMAX over 24x24x5 values, which could be meant for each pixel or for all values.
// |      input               28x28x1
// |  --> hidden1  28x28x1 -> 24x24x5  log_softmax
// |      output   24x24x5 -> 24x24x5  softmax, from hidden1
// |  Hint: pool to one pixel with pooling = Pooling.GLOBAL_AVERAGE, or give the activation to a dense layer below.
@Layer(from = "hidden1", activation = SOFTMAX)
//                                    ^ error: [Layer.SoftmaxPixels] layer 2 of 2 (output): activation is SOFTMAX over 24x24x5 values, which could be meant for each pixel or for all values.
public interface SoftmaxPixels extends Network {}
