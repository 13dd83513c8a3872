package dev.netwright.testing;

import static dev.netwright.annotations.Activation.EXPONENTIAL;
import static dev.netwright.annotations.Activation.GELU;
import static dev.netwright.annotations.Activation.HARD_TANH;
import static dev.netwright.annotations.Activation.LOG_SOFTMAX;
import static dev.netwright.annotations.Activation.RELU;
import static dev.netwright.annotations.Activation.SELU;
import static dev.netwright.annotations.Activation.SIGMOID;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.SOFTSIGN;
import static dev.netwright.annotations.Activation.TANH;
import static dev.netwright.annotations.Normalization.BATCH;
import static dev.netwright.annotations.Normalization.LAYER;

import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Pooling;
import dev.netwright.runtime.Network;

/** Networks that the tests check. */
final class Networks {
    private Networks() {}

    /** At the start every z is 0, where the second derivative of the activation jumps. */
    @Input(3)
    @Layer(size = 3, activation = SOFTSIGN, init = Initializer.ZEROS, residual = "input")
    interface Bent extends Network {}

    /** At the start what is normalised over the batch is constant, and lies where its activation bends. */
    @Input(3)
    @Layer(size = 6, activation = TANH, init = Initializer.ZEROS, name = "first")
    @Layer(size = 40, activation = SELU, normalize = BATCH, name = "constant")
    @Layer(size = 2)
    interface Constant extends Network {}

    /** Each layer normalises what little the one before made of the same values. */
    @Input(3)
    @Layer(size = 6, activation = TANH, init = Initializer.ZEROS, name = "first")
    @Layer(size = 2, activation = TANH, normalize = LAYER, name = "nearly")
    @Layer(size = 1, normalize = BATCH, name = "once")
    @Layer(size = 3, normalize = BATCH, name = "twice")
    @Layer(size = 3, activation = TANH, normalize = BATCH, name = "thrice")
    @Layer(size = 2, activation = TANH)
    interface NearlyConstant extends Network {}

    /** A row of layers, one without biases. */
    @Input(3)
    @Layer(size = 5, activation = TANH, name = "first")
    @Layer(size = 4, activation = GELU, bias = false, name = "second")
    @Layer(size = 2, activation = SOFTMAX)
    interface Sequence extends Network {}

    /** Every way to merge, a residual in the middle and one at the end, and layers without weights. */
    @Input(value = 4, name = "features")
    @Layer(size = 6, activation = SIGMOID, name = "lift")
    @Layer(size = 6, activation = RELU, name = "block", residual = "lift")
    @Layer(
            name = "gate",
            from = {"block", "lift"},
            merge = Merge.MULTIPLY)
    @Layer(
            name = "sum",
            from = {"gate", "block", "lift"},
            merge = Merge.ADD,
            activation = SELU)
    @Layer(
            size = 3,
            activation = TANH,
            name = "narrow",
            from = {"sum", "features"})
    @Layer(size = 3, activation = TANH, name = "last", residual = "narrow")
    interface Graph extends Network {}

    /** Tables whose rows are picked, one of them twice by a sample, beside numbers, and pixels of words. */
    @Input(
            shape = {4, 1},
            name = "words")
    @Input(value = 2, name = "numbers")
    @Input(value = 2, name = "kinds")
    @Layer(size = 3, embedding = 7, from = "words", activation = TANH)
    @Layer(size = 2, kernel = 2, activation = TANH, pooling = Pooling.GLOBAL_AVERAGE, name = "phrases")
    @Layer(size = 2, embedding = 5, from = "kinds", name = "vectors", dropout = 0.3f)
    @Layer(size = 1, embedding = 6, from = "kinds", name = "weights", normalize = LAYER)
    @Layer(
            size = 3,
            activation = SOFTMAX,
            from = {"phrases", "vectors", "weights", "numbers"})
    interface Embedding extends Network {}

    /** Two inputs, of which one is read twice, and a layer that is not trained. */
    @Input(value = 3, name = "left")
    @Input(value = 2, name = "right")
    @Layer(size = 4, activation = TANH, name = "frozen", from = "left", trainable = false)
    @Layer(
            size = 4,
            activation = SIGMOID,
            name = "both",
            from = {"left", "right"})
    @Layer(
            size = 2,
            from = {"frozen", "both"},
            merge = Merge.ADD,
            name = "sum")
    interface TwoInputs extends Network {}

    /** Dropout everywhere that it may be: after activations of every kind, before a residual, and in a layer that does nothing else. */
    @Input(value = 4, name = "features")
    @Layer(size = 6, activation = TANH, dropout = 0.3f, name = "lift")
    @Layer(size = 6, dropout = 0.5f, name = "linear", residual = "lift")
    @Layer(size = 6, activation = SOFTMAX, dropout = 0.1f, name = "block", residual = "linear")
    @Layer(dropout = 0.4f, name = "only")
    @Layer(
            name = "sum",
            from = {"only", "block"},
            merge = Merge.ADD,
            activation = SIGMOID,
            dropout = 0.25f,
            residual = "linear")
    @Layer(size = 3, activation = GELU)
    interface Dropping extends Network {}
    /** Heads that are read, that add a residual, that have no weights, and the last declared in the middle of the graph. */
    @Input(value = 3, name = "x")
    @Layer(size = 4, activation = TANH, name = "trunk")
    @Layer(size = 3, activation = SOFTMAX, name = "policy", output = true)
    @Layer(size = 1, name = "value", from = "trunk", output = true)
    @Layer(
            size = 4,
            activation = SIGMOID,
            name = "added",
            from = {"policy", "value", "gate"},
            residual = "trunk",
            output = true)
    @Layer(
            name = "sum",
            from = {"added", "trunk"},
            merge = Merge.MULTIPLY,
            activation = TANH,
            output = true)
    @Layer(size = 2, activation = SIGMOID, name = "gate", from = "x")
    interface Heads extends Network {}

    /** Outputs that are images: one pooled, which layers read, and one with logits. */
    @Input(
            shape = {6, 6, 1},
            name = "image")
    @Layer(size = 3, kernel = 3, activation = TANH, name = "features")
    @Layer(size = 2, kernel = 1, activation = SIGMOID, pool = 2, name = "map", output = true)
    @Layer(size = 3, activation = SOFTMAX, name = "kind", output = true)
    @Layer(size = 2, kernel = 2, activation = SIGMOID, name = "mask", from = "features")
    interface ImageHeads extends Network {}

    /** Normalised with weights and without, before activations of every kind, with biases and without, and as the last. */
    @Input(value = 4, name = "features")
    @Layer(size = 6, normalize = LAYER, activation = TANH, dropout = 0.3f, name = "lift")
    @Layer(size = 6, normalize = LAYER, activation = SOFTMAX, bias = false, name = "block", residual = "lift")
    @Layer(normalize = LAYER, from = "features", name = "only")
    @Layer(
            name = "both",
            from = {"only", "features"},
            normalize = LAYER,
            activation = RELU)
    @Layer(
            size = 8,
            from = {"block", "both"},
            normalize = LAYER,
            activation = TANH,
            trainable = false,
            name = "frozen")
    @Layer(size = 5, normalize = LAYER, activation = SIGMOID)
    interface Normalizing extends Network {}

    /** A convolution whose pixels and channels are normalised together, pooled and dropped, and a pool that is normalised by itself. */
    @Input(shape = {7, 6, 2})
    @Layer(size = 3, kernel = 3, normalize = LAYER, activation = TANH, pool = 2, dropout = 0.3f, name = "filters")
    @Layer(normalize = LAYER, pool = 2, pooling = Pooling.AVERAGE, name = "pooled")
    @Layer(size = 2)
    interface TreatedImages extends Network {}

    /** Kinks everywhere. */
    @Input(2)
    @Layer(size = 8, activation = RELU, name = "relu")
    @Layer(size = 8, activation = HARD_TANH, name = "hard")
    @Layer(size = 1, activation = RELU, name = "last")
    interface Kinked extends Network {}

    /** Layers that call kernels, and so many weights that not each has its difference. */
    @Input(150)
    @Layer(size = 200, activation = RELU, name = "wide")
    @Layer(size = 200, activation = TANH, name = "deep")
    @Layer(size = 10, activation = LOG_SOFTMAX)
    interface Wide extends Network {}

    /** Exponentials of exponentials. */
    @Input(2)
    @Layer(size = 3, activation = EXPONENTIAL)
    @Layer(size = 1, activation = EXPONENTIAL)
    interface Steep extends Network {}

    /** Nothing to learn: x·tanh(x). */
    @Input(value = 3, name = "x")
    @Layer(name = "squashed", from = "x", activation = TANH)
    @Layer(
            from = {"squashed", "x"},
            merge = Merge.MULTIPLY)
    interface Weightless extends Network {}
}
