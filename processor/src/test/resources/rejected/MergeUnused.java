package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3, activation = TANH, merge = Merge.ADD)
//                                          ^ error: [Layer.MergeUnused] layer 1 of 2 (hidden1): merge is ADD, but the layer reads 1 source and there is nothing to merge.
// |      input         4
// |  --> hidden1  4 -> 3  tanh
// |      output   3 -> 2  identity
// |  Hint: name what it merges: from = {"one", "another"}, or remove merge.
@Layer(size = 2)
public interface MergeUnused extends Network {}
