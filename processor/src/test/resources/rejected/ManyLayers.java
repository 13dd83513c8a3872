package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 1, activation = TANH)
@Layer(size = 2, activation = TANH)
@Layer(size = 3, activation = TANH)
@Layer(size = 4, activation = TANH)
@Layer(size = 5, activation = TANH)
@Layer(size = 6, activation = TANH)
@Layer(size = 7, activation = TANH)
@Layer(size = 8, activation = TANH)
@Layer(size = 0, activation = TANH)
//            ^ error: [Layer.Size] layer 9 of 17 (hidden9): size is 0, but a layer needs at least 1 unit.
// |      input            4
// |      ...
// |      hidden4     3 -> 4  tanh
// |      hidden5     4 -> 5  tanh
// |      hidden6     5 -> 6  tanh
// |      hidden7     6 -> 7  tanh
// |      hidden8     7 -> 8  tanh
// |  --> hidden9     8 -> 0  tanh
// |      hidden10   0 -> 10  tanh
// |      hidden11  10 -> 11  tanh
// |      hidden12  11 -> 12  tanh
// |      hidden13  12 -> 13  tanh
// |      hidden14  13 -> 14  tanh
// |      ...
// |      output    16 -> 17  identity
// |  Hint: write a positive number: size = 16
@Layer(size = 10, activation = TANH)
@Layer(size = 11, activation = TANH)
@Layer(size = 12, activation = TANH)
@Layer(size = 13, activation = TANH)
@Layer(size = 14, activation = TANH)
@Layer(size = 15, activation = TANH)
@Layer(size = 16, activation = TANH)
@Layer(size = 17)
public interface ManyLayers extends Network {}
