package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 16, activation = LEAKY_RELU, alpha = 1)
//                                                 ^ error: [Layer.AlphaRange] layer 1 of 8 (hidden1): alpha is 1.0, but LEAKY_RELU needs one greater than 0 and less than 1: it is the slope below zero.
// |      input           4
// |  --> hidden1   4 -> 16  leaky_relu
// |      hidden2  16 -> 16  leaky_relu
// |      hidden3  16 -> 16  leaky_relu
// |      hidden4  16 -> 16  leaky_relu
// |      hidden5  16 -> 16  elu
// |      hidden6  16 -> 16  elu
// |      ...
// |      output    16 -> 3  softmax
// |  Hint: write a number in that range, or leave alpha out for 0.01.
@Layer(size = 16, activation = LEAKY_RELU, alpha = 0)
//                                                 ^ error: [Layer.AlphaRange] layer 2 of 8 (hidden2): alpha is 0.0, but LEAKY_RELU needs one greater than 0 and less than 1: it is the slope below zero.
@Layer(size = 16, activation = LEAKY_RELU, alpha = -0.01f)
//                                                 ^ error: [Layer.AlphaRange] layer 3 of 8 (hidden3): alpha is -0.01, but LEAKY_RELU needs one greater than 0 and less than 1: it is the slope below zero.
@Layer(size = 16, activation = LEAKY_RELU, alpha = Float.NaN)
//                                                 ^ error: [Layer.AlphaRange] layer 4 of 8 (hidden4): alpha is NaN, but LEAKY_RELU needs one greater than 0 and less than 1: it is the slope below zero.
@Layer(size = 16, activation = ELU, alpha = 0f)
//                                          ^ error: [Layer.AlphaRange] layer 5 of 8 (hidden5): alpha is 0.0, but ELU needs one greater than 0 and finite: it is the depth below zero.
@Layer(size = 16, activation = ELU, alpha = Float.POSITIVE_INFINITY)
//                                          ^ error: [Layer.AlphaRange] layer 6 of 8 (hidden6): alpha is Infinity, but ELU needs one greater than 0 and finite: it is the depth below zero.
@Layer(size = 16, activation = ELU, alpha = 1 / 0f)
//                                          ^ error: [Layer.AlphaRange] layer 7 of 8 (hidden7): alpha is Infinity, but ELU needs one greater than 0 and finite: it is the depth below zero.
@Layer(size = 3, activation = SOFTMAX)
public interface AlphaRange extends Network {}
