package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(784)
@Layer(size = -128, activation = RELU)
//            ^ error: [Layer.Size] layer 1 of 2 (hidden1): size is -128, but a layer needs at least 1 unit.
@Layer(activation = SOFTMAX, size = Integer.MIN_VALUE)
//                                  ^ error: [Layer.Size] layer 2 of 2 (output): size is -2147483648, but a layer needs at least 1 unit.
public interface SizeNegative extends Network {}
