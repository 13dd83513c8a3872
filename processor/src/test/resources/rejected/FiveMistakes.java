package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(784)
@Layer(size = 0, activation = RELU)
//            ^ error: [Layer.Size] layer 1 of 5 (hidden1): size is 0, but a layer needs at least 1 unit.
// |      input         784
// |  --> hidden1  784 -> 0  relu
// |      hidden2   0 -> 64  gelu
// |      hidden3  64 -> 64  tanh
// |      hidden4   64 -> ?  tanh
// |      output     ? -> 1  softmax
// |  Hint: write a positive number: size = 16
@Layer(size = 64, activation = GELU, alpha = 0.2f)
//                                           ^ error: [Layer.AlphaUnused] layer 2 of 5 (hidden2): alpha is 0.2, but GELU takes no parameter.
// |      input         784
// |      hidden1  784 -> 0  relu
// |  --> hidden2   0 -> 64  gelu
// |      hidden3  64 -> 64  tanh
// |      hidden4   64 -> ?  tanh
// |      output     ? -> 1  softmax
// |  Hint: remove alpha, or use LEAKY_RELU or ELU.
@Layer(size = 64, activation = TANH, name = "not-a-name")
//                                          ^ error: [Layer.Name] layer 3 of 5 (hidden3): name is "not-a-name", which is no Java identifier, but members of the generated class are named after it.
// |      input         784
// |      hidden1  784 -> 0  relu
// |      hidden2   0 -> 64  gelu
// |  --> hidden3  64 -> 64  tanh
// |      hidden4   64 -> ?  tanh
// |      output     ? -> 1  softmax
// |  Hint: use letters, digits and underscores: name = "not_a_name"
@Layer(activation = TANH)
// <- error: [Layer.SizeMissing] layer 4 of 5 (hidden4): size is missing.
// |      input         784
// |      hidden1  784 -> 0  relu
// |      hidden2   0 -> 64  gelu
// |      hidden3  64 -> 64  tanh
// |  --> hidden4   64 -> ?  tanh
// |      output     ? -> 1  softmax
// |  Hint: write the number of units: @Layer(size = 16)
@Layer(size = 1, activation = SOFTMAX)
//                            ^ error: [Layer.SoftmaxUnits] layer 5 of 5 (output): activation is SOFTMAX over 1 unit, which always gives 1.
// |      input         784
// |      hidden1  784 -> 0  relu
// |      hidden2   0 -> 64  gelu
// |      hidden3  64 -> 64  tanh
// |      hidden4   64 -> ?  tanh
// |  --> output     ? -> 1  softmax
// |  Hint: use SIGMOID for one probability, or size = 2 or more.
public interface FiveMistakes extends Network {}
