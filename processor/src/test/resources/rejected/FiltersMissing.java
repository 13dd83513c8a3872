package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(shape = {28, 28, 1})
@Layer(kernel = 5, activation = RELU)
//              ^ error: [Layer.FiltersMissing] layer 1 of 2 (hidden1): kernel is given, but the convolution has no size: its number of filters.
// |      input         28x28x1
// |  --> hidden1  28x28x1 -> ?  relu
// |      output         ? -> 1  identity
// |  Hint: write how many: size = 16
@Layer(size = 1)
public interface FiltersMissing extends Network {}
