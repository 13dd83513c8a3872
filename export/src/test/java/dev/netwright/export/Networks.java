package dev.netwright.export;

import static dev.netwright.annotations.Activation.ELU;
import static dev.netwright.annotations.Activation.EXPONENTIAL;
import static dev.netwright.annotations.Activation.GELU;
import static dev.netwright.annotations.Activation.GELU_TANH;
import static dev.netwright.annotations.Activation.HARD_SIGMOID;
import static dev.netwright.annotations.Activation.HARD_TANH;
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
import static dev.netwright.annotations.Merge.ADD;
import static dev.netwright.annotations.Merge.MULTIPLY;
import static dev.netwright.annotations.Normalization.BATCH;
import static dev.netwright.annotations.Normalization.LAYER;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Padding;
import dev.netwright.annotations.Pooling;
import dev.netwright.runtime.Classifier;
import dev.netwright.runtime.Network;

/** Networks that tests export. */
final class Networks {
    private Networks() {}

    @Input(value = 4, name = "state")
    @Layer(name = "trunk", size = 6, activation = TANH)
    @Layer(name = "policy", size = 2, activation = SOFTMAX, output = true)
    @Layer(name = "value", size = 1, from = "trunk", output = true)
    interface ActorCritic extends Network {}

    @Input(shape = {28, 28, 1})
    @Layer(size = 6, kernel = 5, activation = RELU, pool = 2)
    @Layer(size = 16, kernel = 5, activation = RELU, pool = 2)
    @Layer(size = 120, activation = RELU)
    @Layer(size = 84, activation = RELU)
    @Layer(size = 10, activation = SOFTMAX)
    interface LeNet5 extends Network {}

    @Input(784)
    @Layer(size = 512, activation = RELU)
    @Layer(size = 512, activation = RELU)
    @Layer(size = 10, activation = SOFTMAX)
    interface Wide extends Network {}

    /** Every activation, some in few columns and some in many. */
    @Input(5)
    @Layer(size = 40, activation = SIGMOID)
    @Layer(size = 70, activation = TANH)
    @Layer(size = 40, activation = LEAKY_RELU, alpha = 0.3f)
    @Layer(size = 33, activation = ELU, alpha = 0.7f)
    @Layer(size = 30, activation = SELU)
    @Layer(size = 25, activation = GELU)
    @Layer(size = 30, activation = GELU_TANH)
    @Layer(size = 20, activation = SILU)
    @Layer(size = 20, activation = SOFTPLUS)
    @Layer(size = 20, activation = SOFTSIGN)
    @Layer(size = 20, activation = HARD_SIGMOID)
    @Layer(size = 20, activation = HARD_TANH)
    @Layer(size = 20, activation = MISH)
    @Layer(size = 20, activation = SOFTMAX)
    @Layer(size = 20, activation = EXPONENTIAL, bias = false)
    @Layer(size = 20, activation = LOG_SOFTMAX)
    interface Activations extends Network {}

    /** Two inputs, of which one picks rows of tables, pools, sums, products and pixels side by side. */
    @Input(
            shape = {10, 1},
            name = "words")
    @Input(value = 6, name = "numbers")
    @Layer(size = 8, embedding = 50, from = "words", name = "vectors", dropout = 0.1f)
    @Layer(size = 6, kernel = 3, padding = Padding.SAME, activation = RELU, name = "phrases")
    @Layer(
            from = {"phrases", "vectors"},
            pool = 3,
            normalize = LAYER,
            name = "all")
    @Layer(size = 6, embedding = 50, from = "words", name = "tones", pooling = Pooling.GLOBAL_AVERAGE)
    @Layer(
            from = {"tones", "numbers"},
            merge = MULTIPLY,
            name = "gate")
    @Layer(
            from = {"gate", "tones", "numbers"},
            merge = ADD,
            activation = TANH,
            residual = "numbers",
            name = "sum")
    @Layer(
            size = 3,
            activation = SOFTMAX,
            from = {"all", "sum", "numbers"})
    interface Words extends Network {}

    /** Pixels that are normalised, padded, taken in strides and pooled, with a residual. */
    @Input(shape = {9, 8, 2})
    @Layer(normalize = BATCH, epsilon = 0.02f, name = "pixels")
    @Layer(
            size = 4,
            kernel = 3,
            padding = Padding.SAME,
            stride = 2,
            normalize = BATCH,
            activation = RELU,
            name = "edges")
    @Layer(size = 4, kernel = 3, padding = Padding.SAME, activation = RELU, residual = "edges", name = "block")
    @Layer(pool = 2, pooling = Pooling.AVERAGE, name = "shapes")
    @Layer(size = 20, normalize = LAYER, epsilon = 1e-3f, activation = RELU)
    @Layer(size = 3, activation = SOFTMAX, normalize = BATCH)
    interface Pixels extends Network {}

    /** Names that Java or the exported class has a use for. */
    @Input(value = 3, name = "features")
    @Layer(size = 4, activation = TANH, name = "weights")
    @Layer(size = 4, activation = TANH, name = "outputs")
    @Layer(size = 4, activation = TANH, name = "größe")
    @Layer(size = 2, name = "scaled")
    interface Named extends Network {}

    enum Species {
        SETOSA,
        VERSICOLOR,
        KÖNIGIN
    }

    record Flower(float length, float width) {}

    @Input(record = Flower.class)
    @Layer(size = 4, activation = TANH)
    @Layer(labels = Species.class, activation = SOFTMAX)
    interface Flowers extends Classifier<Flower, Species> {}

    @Input(2)
    @Layer(size = 3, function = Swish.class, name = "bent")
    @Layer(size = 1)
    interface Swishing extends Network {}

    static final class Swish {
        private Swish() {}

        static float f(float z) {
            return z / (1f + Math.abs(z));
        }

        static float derivative(float z) {
            return 1f / ((1f + Math.abs(z)) * (1f + Math.abs(z)));
        }
    }

    @Input(3)
    @Layer(normalize = LAYER)
    interface Weightless extends Network {}

    @Input(value = 2, name = "left")
    @Input(value = 2, name = "right")
    @Layer(
            from = {"left", "right"},
            merge = ADD,
            activation = TANH)
    interface Nothing extends Network {}

    @Input(1)
    @Layer(size = 7, embedding = 150_000)
    interface Large extends Network {}
}
