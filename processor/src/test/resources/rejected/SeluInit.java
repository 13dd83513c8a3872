package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 16, activation = SELU, init = Initializer.HE_NORMAL)
//                                          ^ warning: [Layer.SeluInit] layer 1 of 3 (hidden1): init is HE_NORMAL, but SELU keeps mean and variance only where weights start with variance 1 / inputs.
// |      input           4
// |  --> hidden1   4 -> 16  selu
// |      hidden2  16 -> 16  selu
// |      output    16 -> 3  identity
// |  Hint: leave init out, or write init = Initializer.LECUN_NORMAL.
@Layer(size = 16, activation = SELU, init = Initializer.GLOROT_UNIFORM)
//                                          ^ warning: [Layer.SeluInit] layer 2 of 3 (hidden2): init is GLOROT_UNIFORM, but SELU keeps mean and variance only where weights start with variance 1 / inputs.
@Layer(size = 3)
public interface SeluInit extends Network {}
