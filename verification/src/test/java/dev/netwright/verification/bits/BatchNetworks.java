package dev.netwright.verification.bits;

import static dev.netwright.annotations.Activation.RELU;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.TANH;
import static dev.netwright.annotations.Normalization.BATCH;
import static dev.netwright.annotations.Normalization.LAYER;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Padding;
import dev.netwright.annotations.Pooling;
import dev.netwright.runtime.Network;

/** Networks whose layers are normalised over the batch. */
final class BatchNetworks {
    private BatchNetworks() {}

    /** With weights and without, in widths around those of vectors, with dropout, and one that is not trained. */
    @Input(37)
    @Layer(normalize = BATCH, name = "centred")
    @Layer(size = 70, normalize = BATCH, activation = RELU, dropout = 0.2f, name = "wide")
    @Layer(size = 70, normalize = BATCH, activation = TANH, residual = "wide")
    @Layer(size = 5, normalize = BATCH, activation = TANH, trainable = false)
    @Layer(size = 17, normalize = LAYER, activation = TANH)
    @Layer(size = 1, normalize = BATCH, activation = TANH)
    @Layer(size = 6, normalize = BATCH, activation = SOFTMAX)
    interface Columns extends Network {}

    /** Channels of convolutions, pools and of what they are added to, and two outputs. */
    @Input(shape = {12, 10, 2})
    @Layer(size = 6, kernel = 3, normalize = BATCH, activation = RELU, pool = 2, name = "edges")
    @Layer(size = 6, kernel = 3, padding = Padding.SAME, normalize = BATCH, activation = RELU, residual = "edges")
    @Layer(normalize = BATCH, pooling = Pooling.AVERAGE, pool = 2, name = "shapes")
    @Layer(size = 4, normalize = BATCH, activation = SOFTMAX, output = true)
    @Layer(
            size = 9,
            from = {"shapes", "edges"},
            normalize = BATCH,
            activation = TANH)
    @Layer(size = 4, activation = SOFTMAX)
    interface Channels extends Network {}
}
