package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 16, name = "output", activation = TANH)
//                       ^ error: [Layer.DuplicateName] layer 1 of 4 (output): name is "output", which is also the name of layer 4 by default.
// |      input           4
// |  --> output    4 -> 16  tanh
// |      hidden2  16 -> 16  tanh
// |      hidden2  16 -> 16  tanh
// |      output    16 -> 3  softmax
// |  Hint: give each layer a name of its own: name = "output_2"
@Layer(size = 16, activation = TANH)
@Layer(size = 16, name = "hidden2", activation = TANH)
//                       ^ error: [Layer.DuplicateName] layer 3 of 4 (hidden2): name is "hidden2", which is also the name of layer 2 by default.
@Layer(size = 3, activation = SOFTMAX)
public interface DuplicateDefaultName extends Network {}
