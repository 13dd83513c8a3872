package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(value = 4, name = "x")
@Input(value = 2, name = "x")
//                       ^ error: [Input.DuplicateName] input 2 of 2 (x): name is "x", which is also the name of input 1.
// |      x             4
// |  --> x             2
// |      hidden1  4 -> 3  tanh, from x
// |      output   3 -> 2  identity
// |  Hint: give each input a name of its own.
@Layer(size = 3, activation = TANH, from = "x")
@Layer(size = 2)
public interface InputDuplicateName extends Network {}
