package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

/** What looks like the doubtful and is not. */
interface NoDoubts {
    /** One estimate that is never negative. */
    @Input(4)
    @Layer(size = 2, activation = Activation.RELU)
    @Layer(size = 1, activation = Activation.RELU)
    interface OneUnit extends Network {}

    /** A factorisation: 9 x 2 and 2 x 9 weights instead of 9 x 9. */
    @Input(9)
    @Layer(size = 2)
    @Layer(size = 9, activation = Activation.TANH)
    @Layer(size = 3)
    interface Bottleneck extends Network {}

    /** Random weights on one side tell units apart; an output that starts at 0 is a common choice. */
    @Input(4)
    @Layer(size = 2, activation = Activation.RELU)
    @Layer(size = 2, activation = Activation.TANH, init = Initializer.ZEROS)
    @Layer(size = 2, activation = Activation.RELU, init = Initializer.HE_NORMAL)
    @Layer(size = 3, activation = Activation.SOFTMAX, init = Initializer.CONSTANT, constant = 0)
    interface OneSideRandom extends Network {}

    /** A single unit has no other to be like. */
    @Input(4)
    @Layer(size = 1, activation = Activation.TANH, init = Initializer.CONSTANT, constant = 1)
    @Layer(size = 3, init = Initializer.ZEROS)
    interface OneUnitAlike extends Network {}

    /** RELU does have a slope above 0. */
    @Input(4)
    @Layer(size = 1, activation = Activation.RELU, init = Initializer.CONSTANT, constant = 1)
    @Layer(size = 3)
    interface PositiveConstant extends Network {}

    @Input(4)
    @Layer(size = 2, activation = Activation.SELU)
    @Layer(size = 2, activation = Activation.SELU, init = Initializer.LECUN_UNIFORM)
    @Layer(size = 2, activation = Activation.SELU, init = Initializer.ORTHOGONAL)
    @Layer(size = 3)
    interface Selu extends Network {}

    /** An output that reads another by its name means it. */
    @Input(value = 4, name = "state")
    @Layer(size = 8, activation = Activation.TANH, name = "trunk")
    @Layer(size = 3, activation = Activation.SOFTMAX, name = "policy", output = true)
    @Layer(size = 2, activation = Activation.SIGMOID, from = "policy", name = "gates", output = true)
    @Layer(size = 1)
    interface OutputsOfOutputs extends Network {}

    /** Attention: a softmax multiplies something, or is the weights of a mean of rows that are learnt. */
    @Input(4)
    @Layer(size = 4, activation = Activation.SOFTMAX, name = "weights")
    @Layer(from = {"weights", "input"}, merge = Merge.MULTIPLY)
    @Layer(size = 8, activation = Activation.SOFTMAX)
    @Layer(size = 16, bias = false, activation = Activation.TANH)
    @Layer(size = 3)
    interface Attention extends Network {}

    /** A shortcut of a residual network takes every other pixel as it is. */
    @Input(shape = {8, 8, 2})
    @Layer(size = 4, kernel = 1, stride = 2, name = "shortcut")
    @Layer(
            size = 4,
            kernel = 3,
            stride = 2,
            padding = Padding.SAME,
            from = "input",
            residual = "shortcut",
            activation = Activation.RELU)
    @Layer(size = 4, kernel = 2, stride = 2, activation = Activation.RELU)
    @Layer(size = 3)
    interface Strides extends Network {}

    /** A stride down that nothing is left for. */
    @Input(shape = {2, 40, 1})
    @Layer(size = 4, kernel = {2, 3}, stride = 3, activation = Activation.RELU)
    @Layer(size = 3)
    interface FlatStride extends Network {}

    @Input(shape = {100, 3}, name = "sequence")
    @Input(shape = {28, 28}, name = "rows")
    @Input(shape = {1, 40, 16}, name = "low")
    @Input(shape = {28, 28, 28}, name = "cube")
    @Input(shape = {4, 4}, name = "small")
    @Layer(size = 4, kernel = 3, activation = Activation.RELU, from = "sequence", name = "a")
    @Layer(size = 4, activation = Activation.RELU, from = "rows", name = "b")
    @Layer(size = 4, kernel = {1, 3}, activation = Activation.RELU, from = "low", name = "c")
    @Layer(size = 4, kernel = 3, activation = Activation.RELU, from = "cube", name = "d")
    @Layer(size = 4, kernel = 3, activation = Activation.RELU, from = "small", name = "e")
    @Layer(size = 3, from = {"a", "b", "c", "d", "e"})
    interface Shapes extends Network {}

    /** Kernels that go right and then down, and few channels in between, have fewer weights than one kernel. */
    @Input(shape = {8, 8, 4})
    @Layer(size = 4, kernel = {1, 3})
    @Layer(size = 8, kernel = {3, 1}, activation = Activation.RELU)
    @Layer(size = 2, kernel = 1)
    @Layer(size = 8, kernel = 3)
    @Layer(pool = 2)
    @Layer(size = 8, kernel = 1, pooling = Pooling.GLOBAL_AVERAGE)
    @Layer(size = 3)
    interface Factors extends Network {}

    /** What is added is not linear in what the layer reads. */
    @Input(4)
    @Layer(size = 8, activation = Activation.RELU, name = "inner")
    @Layer(size = 4, residual = "input")
    @Layer(size = 3, activation = Activation.SOFTMAX)
    interface Residual extends Network {}

    /** What is taken over from another network stays, and the rest learns. */
    @Input(4)
    @Layer(size = 8, activation = Activation.RELU, trainable = false)
    @Layer(size = 3, activation = Activation.SOFTMAX)
    interface PartlyFrozen extends Network {}

    /** One that has no weights has nothing to freeze. */
    @Input(value = 4, name = "x")
    @Input(value = 4, name = "y")
    @Layer(from = {"x", "y"}, merge = Merge.MULTIPLY)
    interface WithoutWeights extends Network {}
}
