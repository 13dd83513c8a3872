package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3, activation = TANH)
@Layer(size = 5, activation = TANH, name = "loop", from = {"hidden1", "back"})
//                                                                    ^ error: [Network.Cycle] layer 2 of 5 (loop): these layers feed each other in a circle: loop -> hidden3 -> back -> loop. Data that flowed backwards could never produce an output.
// |      input         4
// |      hidden1  4 -> 3  tanh
// |  --> loop     ? -> 5  tanh, from hidden1, back
// |      hidden3  5 -> 5  tanh
// |      back     5 -> 5  tanh
// |      output   5 -> 2  identity
// |  Hint: let this layer read the input or a layer above it.
@Layer(size = 5, activation = TANH)
@Layer(size = 5, activation = TANH, name = "back")
@Layer(size = 2)
public interface Cycle extends Network {}
