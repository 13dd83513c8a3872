package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 2, activation = Activation.TANH, name = "größe")
@Layer(size = 2, activation = Activation.TANH, name = "a$b")
@Layer(size = 2, activation = Activation.TANH, name = "$L")
@Layer(size = 2, activation = Activation.TANH, name = "__")
@Layer(size = 2, activation = Activation.TANH, name = "_1")
@Layer(size = 2, activation = Activation.TANH, name = "var")
@Layer(size = 2, activation = Activation.TANH, name = "record")
@Layer(size = 2, activation = Activation.TANH, name = "層")
@Layer(size = 2, activation = Activation.TANH, name = "\uD835\uDCB3")
@Layer(size = 2, activation = Activation.TANH, name = "Output")
@Layer(size = 2, activation = Activation.TANH, name = "OUTPUT")
@Layer(size = 3)
public interface Names extends Network {}
