package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

interface WindowNumbers {
    @Input(shape = {28, 28, 1})
    @Layer(
            size = 3,
            kernel = {3, 3, 3},
//                   ^ error: [Layer.WindowCount] layer 1 of 1 (output): kernel has 3 numbers, but what the layer reads, 28x28x1, has pixels in two dimensions.
// |      input        28x28x1
// |  --> output  28x28x1 -> ?  identity
// |  Hint: write one number, kernel = 3, or two: kernel = {3, 5}
            stride = {},
//                   ^ error: [Layer.WindowCount] layer 1 of 1 (output): stride has 0 numbers, but what the layer reads, 28x28x1, has pixels in two dimensions.
            pool = {2, 0})
//                     ^ error: [Layer.WindowSize] layer 1 of 1 (output): pool has the number 0, but it is counted in pixels and at least 1.
// |      input        28x28x1
// |  --> output  28x28x1 -> ?  identity
// |  Hint: write a positive number: pool = 2
    interface Image extends Network {}

    @Input(shape = {100, 2})
    @Layer(
            size = 3,
            kernel = {3, 3},
//                   ^ error: [Layer.WindowCount] layer 1 of 2 (hidden1): kernel has 2 numbers, but what the layer reads, 100x2, has pixels in one dimension.
            stride = -1)
//                   ^ error: [Layer.WindowSize] layer 1 of 2 (hidden1): stride has the number -1, but it is counted in pixels and at least 1.
    @Layer(size = 1)
    interface Sequence extends Network {}

    @Input(shape = {28, 28, 1})
    @Layer(size = 3, kernel = 3)
    @Layer(
            pool = 2,
            stride = {1, 2, 3})
//                   ^ error: [Layer.WindowCount] layer 2 of 3 (hidden2): stride has 3 numbers, but what the layer reads, 26x26x3, has pixels in two dimensions.
    @Layer(size = 1)
    interface Strides extends Network {}
}
