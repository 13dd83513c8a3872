package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(30_000)
@Layer(size = 30_000, activation = Activation.TANH)
@Layer(size = 30_000, activation = Activation.TANH)
@Layer(size = 30_000, activation = Activation.TANH)
//            ^ error: [Network.Parameters] layer 3 of 4 (hidden3): up to this layer the network has 2,700,090,000 parameters, but they live in one array of at most 2,147,483,639.
// |      input             30000
// |      hidden1  30000 -> 30000  tanh
// |      hidden2  30000 -> 30000  tanh
// |  --> hidden3  30000 -> 30000  tanh
// |      output   30000 -> 30000  identity
// |  Hint: make this layer or one before it smaller.
@Layer(size = 30_000)
public interface NetworkParameters extends Network {}

@Input(1)
@Layer(size = 1, bias = false, activation = Activation.TANH)
@Layer(size = 1, bias = false, activation = Activation.TANH)
@Layer(size = 1_073_741_819)
//            ^ error: [Network.Parameters] layer 3 of 3 (output): up to this layer the network has 2,147,483,640 parameters, but they live in one array of at most 2,147,483,639.
interface OneTooMany extends Network {}
