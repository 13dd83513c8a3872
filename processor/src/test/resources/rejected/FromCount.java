package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 2, from = {"input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input", "input"})
//                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                       ^ error: [Layer.FromCount] layer 1 of 1 (output): from has 66 names, but one layer merges at most 64.
// |      input          4
// |  --> output  264 -> 2  identity, from input, input, input, input, ...
// |  Hint: merge some of them in a layer of their own.
public interface FromCount extends Network {}
