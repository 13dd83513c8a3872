package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3, activation = TANH)
@Layer(size = 2, from = {})
//                      ^ error: [Layer.FromEmpty] layer 2 of 2 (output): from names nothing, so the layer would read nothing.
// |      input         4
// |      hidden1  4 -> 3  tanh
// |  --> output   ? -> 2  identity, from nothing
// |  Hint: name what it reads, or leave from out for the layer above.
public interface FromEmpty extends Network {}
