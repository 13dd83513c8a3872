package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(784)
@Layer(size = 128, activation = RELU)
@Layer(size = 0, activation = RELU)
//            ^ error: [Layer.Size] layer 2 of 3 (hidden2): size is 0, but a layer needs at least 1 unit.
@Layer(size = 10, activation = SOFTMAX)
public interface SizeZero extends Network {}
