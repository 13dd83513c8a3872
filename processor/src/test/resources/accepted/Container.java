package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3, activation = Activation.TANH)
@Layers({@Layer(size = 3, activation = Activation.ELU), @Layer(size = 2)})
public interface Container extends Network {}
