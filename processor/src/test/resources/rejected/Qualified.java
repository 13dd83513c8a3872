package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@dev.netwright.annotations.Input(4)
@dev.netwright.annotations.Layer(activation = dev.netwright.annotations.Activation.TANH)
// <- error: [Layer.SizeMissing] layer 1 of 2 (hidden1): size is missing.
@dev.netwright.annotations.Layer(size = 1, activation = dev.netwright.annotations.Activation.SOFTMAX)
//                                                      ^ error: [Layer.SoftmaxUnits] layer 2 of 2 (output): activation is SOFTMAX over 1 unit, which always gives 1.
public interface Qualified extends Network {}
