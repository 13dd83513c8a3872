package demo;

import dev.netwright.annotations.*;

@Input(4)
@Layer(size = 300, activation = Activation.SOFTMAX)
@Layer(size = 300, activation = Activation.TANH)
@Layer(size = 3)
public interface List extends dev.netwright.runtime.Network {}
