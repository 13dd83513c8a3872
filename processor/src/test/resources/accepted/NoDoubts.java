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
}
