package dev.netwright.verification.bits;

import static dev.netwright.annotations.Activation.ELU;
import static dev.netwright.annotations.Activation.EXPONENTIAL;
import static dev.netwright.annotations.Activation.GELU;
import static dev.netwright.annotations.Activation.GELU_TANH;
import static dev.netwright.annotations.Activation.HARD_SIGMOID;
import static dev.netwright.annotations.Activation.HARD_TANH;
import static dev.netwright.annotations.Activation.IDENTITY;
import static dev.netwright.annotations.Activation.LEAKY_RELU;
import static dev.netwright.annotations.Activation.LOG_SOFTMAX;
import static dev.netwright.annotations.Activation.MISH;
import static dev.netwright.annotations.Activation.RELU;
import static dev.netwright.annotations.Activation.SELU;
import static dev.netwright.annotations.Activation.SIGMOID;
import static dev.netwright.annotations.Activation.SILU;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.SOFTPLUS;
import static dev.netwright.annotations.Activation.SOFTSIGN;
import static dev.netwright.annotations.Activation.TANH;

import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Networks whose every layer is small enough to be straight-line code; together they have all activations. */
final class UnrolledNetworks {
    private UnrolledNetworks() {}

    /** The activations that saturate. */
    @Input(3)
    @Layer(size = 5, activation = TANH)
    @Layer(size = 6, activation = SIGMOID, init = Initializer.GLOROT_NORMAL)
    @Layer(size = 5, activation = SOFTSIGN)
    @Layer(size = 6, activation = HARD_TANH)
    @Layer(size = 5, activation = HARD_SIGMOID)
    @Layer(size = 3, activation = SOFTMAX)
    interface Saturating extends Network {}

    /** ReLU and those that differ below zero. */
    @Input(4)
    @Layer(size = 7, activation = RELU)
    @Layer(size = 6, activation = LEAKY_RELU, alpha = 0.2f, init = Initializer.HE_UNIFORM)
    @Layer(size = 7, activation = ELU, alpha = 0.7f)
    @Layer(size = 5, activation = SELU)
    @Layer(size = 2, activation = IDENTITY)
    interface Rectified extends Network {}

    /** The smooth relatives of ReLU. */
    @Input(4)
    @Layer(size = 6, activation = GELU)
    @Layer(size = 5, activation = GELU_TANH)
    @Layer(size = 6, activation = SILU, bias = false)
    @Layer(size = 5, activation = MISH, init = Initializer.ORTHOGONAL)
    @Layer(size = 6, activation = SOFTPLUS)
    @Layer(size = 2, activation = SIGMOID)
    interface Smooth extends Network {}

    /** Distributions inside, counts at the end. */
    @Input(3)
    @Layer(size = 5, activation = SOFTMAX)
    @Layer(size = 6, activation = LOG_SOFTMAX, init = Initializer.LECUN_UNIFORM)
    @Layer(size = 4, activation = TANH)
    @Layer(size = 2, activation = EXPONENTIAL)
    @SuppressWarnings("netwright") // A hidden softmax is seldom of use, but its bits must be alike too.
    interface Counting extends Network {}
}
