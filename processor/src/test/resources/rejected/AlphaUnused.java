package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 16, activation = RELU, alpha = 0.1f)
//                                           ^ error: [Layer.AlphaUnused] layer 1 of 5 (hidden1): alpha is 0.1, but RELU takes no parameter.
// |      input           4
// |  --> hidden1   4 -> 16  relu
// |      hidden2  16 -> 16  selu
// |      hidden3  16 -> 16  gelu
// |      hidden4   16 -> 3  identity
// |      output     3 -> 2  softmax
// |  Hint: remove alpha, or use LEAKY_RELU, which is RELU with a slope below zero.
@Layer(size = 16, activation = SELU, alpha = 1.67f)
//                                           ^ error: [Layer.AlphaUnused] layer 2 of 5 (hidden2): alpha is 1.67, but SELU takes no parameter.
// |      input           4
// |      hidden1   4 -> 16  relu
// |  --> hidden2  16 -> 16  selu
// |      hidden3  16 -> 16  gelu
// |      hidden4   16 -> 3  identity
// |      output     3 -> 2  softmax
// |  Hint: remove alpha, or use ELU: the parameters of SELU are fixed.
@Layer(size = 16, activation = GELU, alpha = Float.NaN)
//                                           ^ error: [Layer.AlphaUnused] layer 3 of 5 (hidden3): alpha is NaN, but GELU takes no parameter.
// |      input           4
// |      hidden1   4 -> 16  relu
// |      hidden2  16 -> 16  selu
// |  --> hidden3  16 -> 16  gelu
// |      hidden4   16 -> 3  identity
// |      output     3 -> 2  softmax
// |  Hint: remove alpha, or use LEAKY_RELU or ELU.
@Layer(size = 3, alpha = 0.1f)
//                       ^ error: [Layer.AlphaUnused] layer 4 of 5 (hidden4): alpha is 0.1, but IDENTITY takes no parameter.
// |      input           4
// |      hidden1   4 -> 16  relu
// |      hidden2  16 -> 16  selu
// |      hidden3  16 -> 16  gelu
// |  --> hidden4   16 -> 3  identity
// |      output     3 -> 2  softmax
// |  Hint: remove alpha, or use LEAKY_RELU or ELU.
@Layer(size = 2, activation = SOFTMAX, alpha = 0.1f)
//                                             ^ error: [Layer.AlphaUnused] layer 5 of 5 (output): alpha is 0.1, but SOFTMAX takes no parameter.
// |      input           4
// |      hidden1   4 -> 16  relu
// |      hidden2  16 -> 16  selu
// |      hidden3  16 -> 16  gelu
// |      hidden4   16 -> 3  identity
// |  --> output     3 -> 2  softmax
// |  Hint: remove alpha.
public interface AlphaUnused extends Network {}
