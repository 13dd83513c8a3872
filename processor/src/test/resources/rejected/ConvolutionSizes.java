package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

interface ConvolutionSizes {
    @Input(shape = {10000, 10000, 1})
    @Layer(size = 22, kernel = 3)
//                ^ error: [Layer.Result] layer 1 of 1 (output): its result has 9998x9998x22 values, but a sample lives in one array of at most 2,147,483,639.
// |      input                   10000x10000x1
// |  --> output  10000x10000x1 -> 9998x9998x22  identity
// |  Hint: write fewer filters or a larger stride.
    interface Result extends Network {}

    @Input(shape = {100, 100, 1})
    @Layer(size = 500000, kernel = 70)
//                ^ error: [Layer.Parameters] layer 1 of 2 (hidden1): 4,900 x 500,000 weights and 500,000 biases make 2,450,500,000 parameters, but they live in one array of at most 2,147,483,639.
// |      input                    100x100x1
// |  --> hidden1  100x100x1 -> 31x31x500000  identity
// |      output           31x31x500000 -> 1  identity
// |  Hint: make this layer or the one before it smaller.
    @Layer(size = 1)
    interface Parameters extends Network {}

    @Input(shape = {4, 4, 2})
    @Layer(size = 2, kernel = 3)
    @Layer(from = {"input", "hidden1"}, merge = Merge.ADD)
//                                              ^ error: [Layer.MergeShapes] layer 2 of 3 (hidden2): merge is ADD, but input has 4x4x2 values and hidden1 has 2x2x2 values.
// |      input             4x4x2
// |      hidden1  4x4x2 -> 2x2x2  identity
// |  --> hidden2          ? -> ?  identity, add of input, hidden1
// |      output           ? -> ?  identity, + hidden1
// |  Hint: give them the same shape, or write merge = Merge.CONCATENATE.
    @Layer(size = 3, kernel = 1, residual = "hidden1")
    interface Merged extends Network {}
}
