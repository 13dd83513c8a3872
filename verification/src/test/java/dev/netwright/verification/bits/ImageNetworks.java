package dev.netwright.verification.bits;

import static dev.netwright.annotations.Activation.RELU;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.TANH;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Padding;
import dev.netwright.annotations.Pooling;
import dev.netwright.runtime.Network;

/** Networks whose inputs are arranged in pixels. */
final class ImageNetworks {
    private ImageNetworks() {}

    /** Convolutions of fewer and of more filters than a vector has lanes, both pools, and so many parameters that threads share the update. */
    @Input(shape = {13, 12, 2})
    @Layer(size = 6, kernel = 3, activation = RELU, pool = 2)
    @Layer(
            size = 18,
            kernel = {3, 2},
            padding = Padding.SAME,
            activation = TANH,
            pool = {1, 2},
            pooling = Pooling.AVERAGE)
    @Layer(size = 190, activation = RELU)
    @Layer(size = 5, activation = SOFTMAX)
    interface Convolving extends Network {}
}
