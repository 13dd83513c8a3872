package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(784)
public interface NoLayer extends Network {}
//     ^ error: [Network.NoLayer] NoLayer: the network has no layer: @Layer is missing.
// |  Hint: write @Layer(size = 10, activation = Activation.SOFTMAX) below @Input.
