package dev.netwright.verification.bits;

import static dev.netwright.annotations.Activation.GELU;
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

    /** Padding, strides, windows that overlap, channels that are merged, residuals, means and dropout. */
    @Input(
            shape = {9, 11, 3},
            name = "image")
    @Layer(
            size = 17,
            name = "down",
            kernel = {3, 5},
            stride = {1, 2},
            padding = Padding.SAME,
            activation = GELU)
    @Layer(
            size = 4,
            name = "aside",
            from = "image",
            kernel = 1,
            stride = {1, 2},
            activation = TANH,
            bias = false)
    @Layer(
            name = "both",
            from = {"down", "aside"},
            pool = {3, 2},
            stride = {1, 2})
    @Layer(size = 21, kernel = 3, padding = Padding.SAME, activation = RELU, dropout = 0.2f, residual = "both")
    @Layer(size = 33, kernel = 2, activation = TANH, pool = 2, pooling = Pooling.AVERAGE)
    @Layer(pooling = Pooling.GLOBAL_AVERAGE)
    @Layer(size = 5)
    interface Wired extends Network {}

    /** In one dimension. */
    @Input(shape = {40, 2})
    @Layer(size = 8, kernel = 5, activation = RELU, pool = 2)
    @Layer(size = 12, kernel = 3, stride = 2, padding = Padding.SAME, activation = RELU)
    @Layer(pooling = Pooling.GLOBAL_MAXIMUM)
    @Layer(size = 4, activation = SOFTMAX)
    interface Signal extends Network {}
}
