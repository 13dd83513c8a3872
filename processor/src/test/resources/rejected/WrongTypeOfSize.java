package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = "three", activation = Activation.TANH)
// compiler: expression not allowed as annotation value
@Layer(size = 0)
public interface WrongTypeOfSize extends Network {}
