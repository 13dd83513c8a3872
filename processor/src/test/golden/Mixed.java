package golden;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Something of everything: small and large layers, an alpha, no bias, no activation, softmax in the middle. */
interface Mixed {
    @Deprecated
    @Input(3)
    @Layer(name = "squeeze", size = 2, activation = Activation.ELU, alpha = 0.5f, bias = false)
    @Layer(name = "spread", size = 60, activation = Activation.GELU_TANH, bias = false)
    @Layer(name = "mixture", size = 4, activation = Activation.SOFTMAX)
    @Layer(name = "mean", size = 2, init = Initializer.CONSTANT, constant = 0.25f)
    @Layer(size = 1, activation = Activation.SIGMOID, init = Initializer.LECUN_NORMAL)
    interface Experts extends Network {}
}
