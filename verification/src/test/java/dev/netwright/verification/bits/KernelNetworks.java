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

/**
 * Networks whose layers call kernels; together they have all activations. The widths lie on both sides of whole vectors
 * and whole tiles of every vector width.
 */
final class KernelNetworks {
    private KernelNetworks() {}

    /** The activations that saturate. */
    @Input(17)
    @Layer(size = 33, activation = TANH)
    @Layer(size = 19, activation = SIGMOID)
    @Layer(size = 64, activation = SOFTSIGN)
    @Layer(size = 23, activation = HARD_TANH)
    @Layer(size = 31, activation = HARD_SIGMOID)
    @Layer(size = 11, activation = SOFTMAX)
    interface Saturating extends Network {}

    /** ReLU and those that differ below zero. */
    @Input(13)
    @Layer(size = 70, activation = RELU, init = Initializer.ORTHOGONAL)
    @Layer(size = 29, activation = LEAKY_RELU)
    @Layer(size = 16, activation = ELU)
    @Layer(size = 45, activation = SELU)
    @Layer(size = 9, activation = IDENTITY)
    interface Rectified extends Network {}

    /** The smooth relatives of ReLU. */
    @Input(11)
    @Layer(size = 40, activation = GELU)
    @Layer(size = 21, activation = GELU_TANH, bias = false)
    @Layer(size = 35, activation = SILU)
    @Layer(size = 27, activation = MISH)
    @Layer(size = 22, activation = SOFTPLUS)
    @Layer(size = 5, activation = LOG_SOFTMAX)
    interface Smooth extends Network {}

    /** Distributions inside, counts at the end. */
    @Input(20)
    @Layer(size = 24, activation = SOFTMAX)
    @Layer(size = 18, activation = LOG_SOFTMAX, init = Initializer.LECUN_NORMAL)
    @Layer(size = 15, activation = TANH)
    @Layer(size = 12, activation = EXPONENTIAL)
    @SuppressWarnings("netwright") // A hidden softmax is seldom of use, but its bits must be alike too.
    interface Counting extends Network {}

    /** So many parameters that threads share the update as well. */
    @Input(300)
    @Layer(size = 257, activation = RELU)
    @Layer(size = 130, activation = TANH)
    @Layer(size = 10, activation = SOFTMAX)
    interface Large extends Network {}

    /** So many inputs that products are cut along their depth, and gradients along their rows. */
    @Input(1_100)
    @Layer(size = 70, activation = SIGMOID)
    @Layer(size = 10, activation = IDENTITY)
    interface Long extends Network {}

    /** Kernels and straight-line code in turn: one unit after 129, and 129 after three. */
    @Input(50)
    @Layer(size = 3, activation = TANH, init = Initializer.CONSTANT, constant = 0.01f)
    @Layer(size = 129, activation = SILU)
    @Layer(size = 1, activation = SOFTSIGN)
    @Layer(size = 65, activation = GELU)
    @Layer(size = 4, activation = IDENTITY, init = Initializer.ZEROS)
    @SuppressWarnings("netwright") // Units that start alike are no use, but they must be alike everywhere.
    interface Alternating extends Network {}
}
