package dev.netwright.verification.onnx;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Feature;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.annotations.Padding;
import dev.netwright.annotations.Pooling;
import dev.netwright.runtime.Classifier;
import dev.netwright.runtime.Network;

/** Networks that are written as ONNX. */
final class OnnxNetworks {
    private OnnxNetworks() {}

    /** What is offered. */
    record Flat(
            float area, int rooms, @Feature(index = true) Street street) {}

    /** Where it is. */
    enum Street {
        ELM,
        OAK,
        ASH
    }

    /** What it costs. */
    enum Price {
        LOW,
        HIGH
    }

    /** A record with an index, and labels. */
    @Input(record = Flat.class, name = "flat")
    @Layer(name = "place", from = "street", size = 2, embedding = 3)
    @Layer(
            name = "hidden",
            from = {"flat", "place"},
            size = 5,
            activation = Activation.GELU)
    @Layer(name = "price", labels = Price.class, activation = Activation.SOFTMAX)
    interface Offer extends Classifier<Flat, Price> {}

    /** An image and numbers as inputs, an image and a class as outputs. */
    @Input(
            name = "images",
            shape = {6, 5, 2})
    @Input(name = "numbers", value = 3)
    @Layer(
            name = "edges",
            from = "images",
            size = 4,
            kernel = 3,
            padding = Padding.SAME,
            normalize = Normalization.BATCH,
            activation = Activation.RELU)
    @Layer(name = "mask", size = 2, kernel = 1, residual = "images", activation = Activation.SIGMOID, output = true)
    @Layer(name = "small", from = "edges", pool = 2)
    @Layer(
            name = "kind",
            from = {"small", "numbers"},
            size = 3,
            activation = Activation.LOG_SOFTMAX)
    interface Picture extends Network {}

    /** A sequence in one direction. */
    @Input(shape = {12, 3})
    @Layer(size = 4, kernel = 3, stride = 2, activation = Activation.TANH)
    @Layer(pooling = Pooling.GLOBAL_MAXIMUM, name = "most")
    @Layer(size = 1)
    interface Sequence extends Network {}

    /** Gives twice its features as they are scaled, which is exact. */
    @Input(4)
    @Layer(
            from = {"input", "input"},
            merge = Merge.ADD)
    interface Scaled extends Network {}

    /** What its features do alone, and side by side with themselves. */
    @Input(3)
    @Layer(
            name = "sum",
            from = {"input", "input"},
            merge = Merge.ADD)
    @Layer(
            name = "both",
            from = {"input", "sum"})
    interface Merged extends Network {}

    /** Every activation that looks at one number, of that number. */
    @Input(1)
    @Layer(name = "sigmoid", from = "input", activation = Activation.SIGMOID, output = true)
    @Layer(name = "tanh", from = "input", activation = Activation.TANH, output = true)
    @Layer(name = "relu", from = "input", activation = Activation.RELU, output = true)
    @Layer(name = "leakyRelu", from = "input", activation = Activation.LEAKY_RELU, alpha = 0.3f, output = true)
    @Layer(name = "elu", from = "input", activation = Activation.ELU, alpha = 1.7f, output = true)
    @Layer(name = "selu", from = "input", activation = Activation.SELU, output = true)
    @Layer(name = "gelu", from = "input", activation = Activation.GELU, output = true)
    @Layer(name = "geluTanh", from = "input", activation = Activation.GELU_TANH, output = true)
    @Layer(name = "silu", from = "input", activation = Activation.SILU, output = true)
    @Layer(name = "softplus", from = "input", activation = Activation.SOFTPLUS, output = true)
    @Layer(name = "softsign", from = "input", activation = Activation.SOFTSIGN, output = true)
    @Layer(name = "hardSigmoid", from = "input", activation = Activation.HARD_SIGMOID, output = true)
    @Layer(name = "hardTanh", from = "input", activation = Activation.HARD_TANH, output = true)
    @Layer(name = "mish", from = "input", activation = Activation.MISH, output = true)
    @Layer(name = "exponential", from = "input", activation = Activation.EXPONENTIAL)
    interface Activated extends Network {}

    /** Softmax and its logarithm, of two numbers behind weights. */
    @Input(2)
    @Layer(name = "softmax", size = 2, bias = false, activation = Activation.SOFTMAX, output = true)
    @Layer(name = "logSoftmax", from = "input", size = 2, bias = false, activation = Activation.LOG_SOFTMAX)
    interface Shared extends Network {}

    /** A function for which ONNX has no operator. */
    static final class Square {
        private Square() {}

        static float f(float z) {
            return z * z;
        }

        static float derivative(float z) {
            return 2 * z;
        }
    }

    /** Applies it. */
    @Input(2)
    @Layer(name = "squares", size = 3, function = Square.class)
    @Layer(size = 1)
    interface Squared extends Network {}
}
