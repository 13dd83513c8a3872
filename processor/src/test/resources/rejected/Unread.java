package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3, activation = TANH)
@Layer(size = 3, activation = TANH, name = "lost")
// <- error: [Layer.Unread] layer 2 of 3 (lost): no layer reads "lost", so nothing of it would reach the output.
// |      input         4
// |      hidden1  4 -> 3  tanh
// |  --> lost     3 -> 3  tanh
// |      output   3 -> 2  identity, from hidden1
// |  Hint: name it in a layer: from = "lost", make it an output: output = true, or remove it.
@Layer(size = 2, from = "hidden1")
public interface Unread extends Network {}
