package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(shape = {4, 4, 1})
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
@Layer(size = 2, kernel = 1, activation = TANH)
// <- error: [Network.Windows] layer 65 of 66 (hidden65): the network has 65 layers with a kernel or a pool, but one class holds at most 64.
// |      input              4x4x1
// |      ...
// |      hidden60  4x4x2 -> 4x4x2  tanh
// |      hidden61  4x4x2 -> 4x4x2  tanh
// |      hidden62  4x4x2 -> 4x4x2  tanh
// |      hidden63  4x4x2 -> 4x4x2  tanh
// |      hidden64  4x4x2 -> 4x4x2  tanh
// |  --> hidden65  4x4x2 -> 4x4x2  tanh
// |      output        4x4x2 -> 1  identity
// |  Hint: leave layers out, or split the network.
@Layer(size = 1)
public interface ManyWindows extends Network {}
