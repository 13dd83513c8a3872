package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(1)
@Layer(size = 1_073_741_819, bias = false, activation = Activation.TANH)
@Layer(size = 1, bias = false, activation = Activation.TANH)
@Layer(size = 1, bias = false)
public interface LargestArray extends Network {}
