package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3, activation = TANH, name = "input")
//                                         ^ error: [Layer.InputName] layer 1 of 2 (input): name is "input", which is also the name of the input by default.
// |      input        4
// |  --> input   4 -> 3  tanh
// |      output  3 -> 2  identity
// |  Hint: give the layer a name of its own: name = "input_2"
@Layer(size = 2)
public interface LayerInputName extends Network {}
