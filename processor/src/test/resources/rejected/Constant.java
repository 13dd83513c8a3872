package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 16, activation = TANH, init = Initializer.CONSTANT)
//                                          ^ error: [Layer.ConstantMissing] layer 1 of 5 (hidden1): init is CONSTANT, but constant is missing.
// |      input           4
// |  --> hidden1   4 -> 16  tanh
// |      hidden2  16 -> 16  tanh
// |      hidden3  16 -> 16  tanh
// |      hidden4  16 -> 16  tanh
// |      output    16 -> 3  identity
// |  Hint: write the value too: init = Initializer.CONSTANT, constant = 0.1f
@Layer(size = 16, activation = TANH, init = Initializer.HE_NORMAL, constant = 0.1f)
//                                                                            ^ error: [Layer.ConstantUnused] layer 2 of 5 (hidden2): constant is 0.1, but init is HE_NORMAL and does not use it.
// |      input           4
// |      hidden1   4 -> 16  tanh
// |  --> hidden2  16 -> 16  tanh
// |      hidden3  16 -> 16  tanh
// |      hidden4  16 -> 16  tanh
// |      output    16 -> 3  identity
// |  Hint: remove constant, or write init = Initializer.CONSTANT.
@Layer(size = 16, activation = TANH, constant = Float.NaN)
//                                              ^ error: [Layer.ConstantUnused] layer 3 of 5 (hidden3): constant is NaN, but init is AUTO and does not use it.
@Layer(size = 16, activation = TANH, init = Initializer.CONSTANT, constant = Float.NaN)
//                                                                           ^ error: [Layer.ConstantRange] layer 4 of 5 (hidden4): constant is NaN, but a weight must be finite.
// |      input           4
// |      hidden1   4 -> 16  tanh
// |      hidden2  16 -> 16  tanh
// |      hidden3  16 -> 16  tanh
// |  --> hidden4  16 -> 16  tanh
// |      output    16 -> 3  identity
// |  Hint: write a finite number: constant = 0.1f
@Layer(size = 3, init = Initializer.CONSTANT, constant = Float.NEGATIVE_INFINITY)
//                                                       ^ error: [Layer.ConstantRange] layer 5 of 5 (output): constant is -Infinity, but a weight must be finite.
public interface Constant extends Network {}
