package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(784)
@Layer(size = 128)
// <- warning: [Layer.Linear] layer 1 of 3 (hidden1): without an activation this layer and the next are together one linear layer.
// |      input           784
// |  --> hidden1  784 -> 128  identity
// |      hidden2  128 -> 128  identity
// |      output    128 -> 10  softmax
// |  Hint: give it an activation such as RELU or TANH, or leave the layer out.
@Layer(size = 128, activation = Activation.IDENTITY)
//                              ^ warning: [Layer.Linear] layer 2 of 3 (hidden2): without an activation this layer and the next are together one linear layer.
@Layer(size = 10, activation = Activation.SOFTMAX)
public interface LinearLayer extends Network {}
