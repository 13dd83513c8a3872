package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(value = 4, name = "class")
//                       ^ error: [Input.Name] InputName: the input's name is "class", which is a keyword of Java, but members of the generated class are named after it.
// |  --> input        4
// |      output  4 -> 2  identity
// |  Hint: Java keeps that word for itself, so make it another: name = "inputClass"
@Layer(size = 2)
public interface InputName extends Network {}
