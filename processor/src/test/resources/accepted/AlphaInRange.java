package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 2, activation = Activation.LEAKY_RELU, alpha = Float.MIN_VALUE)
@Layer(size = 2, activation = Activation.LEAKY_RELU, alpha = 0.99999994f)
@Layer(size = 2, activation = Activation.ELU, alpha = Float.MAX_VALUE)
@Layer(size = 2, activation = Activation.ELU)
@Layer(size = 3)
public interface AlphaInRange extends Network {}
