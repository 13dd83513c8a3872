package dev.netwright.verification.bits;

import static dev.netwright.annotations.Activation.RELU;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.TANH;
import static dev.netwright.annotations.Normalization.LAYER;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Networks whose layers do more than activate. */
final class TreatedNetworks {
    private TreatedNetworks() {}

    /** Dropout after activations, before a residual, of the input, and in layers narrower than a vector. */
    @Input(37)
    @Layer(dropout = 0.1f, name = "noisy")
    @Layer(size = 70, activation = RELU, dropout = 0.5f, name = "wide")
    @Layer(size = 70, activation = TANH, dropout = 0.3f, residual = "wide")
    @Layer(size = 5, activation = TANH, dropout = 0.2f)
    @Layer(size = 6, activation = SOFTMAX)
    interface Dropping extends Network {}

    /** Normalised with weights and without, in widths around those of vectors, with dropout, and one that is not trained. */
    @Input(37)
    @Layer(normalize = LAYER, name = "centred")
    @Layer(size = 70, normalize = LAYER, activation = RELU, dropout = 0.2f, name = "wide")
    @Layer(size = 70, normalize = LAYER, activation = TANH, residual = "wide")
    @Layer(size = 5, normalize = LAYER, activation = TANH, trainable = false)
    @Layer(size = 17, bias = false, normalize = LAYER, activation = TANH)
    @Layer(size = 6, normalize = LAYER, activation = SOFTMAX)
    interface Normalizing extends Network {}
}
