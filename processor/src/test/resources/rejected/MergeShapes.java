package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3, activation = TANH)
@Layer(from = {"input", "hidden1"}, merge = Merge.MULTIPLY)
//                                          ^ error: [Layer.MergeShapes] layer 2 of 3 (hidden2): merge is MULTIPLY, but input has 4 columns and hidden1 has 3 columns.
// |      input         4
// |      hidden1  4 -> 3  tanh
// |  --> hidden2  ? -> ?  identity, multiply of input, hidden1
// |      output   ? -> 2  identity
// |  Hint: give them the same shape, or write merge = Merge.CONCATENATE.
@Layer(size = 2)
public interface MergeShapes extends Network {}
