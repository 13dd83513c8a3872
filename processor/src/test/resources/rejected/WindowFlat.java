package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

interface WindowFlat {
    @Input(784)
    @Layer(size = 3, kernel = 5)
//                            ^ error: [Layer.WindowFlat] layer 1 of 1 (output): kernel is given, but the 784 columns that it reads are not arranged in pixels.
// |      input        784
// |  --> output  784 -> ?  identity
// |  Hint: read an input with a shape, such as @Input(shape = {28, 28, 1}), a convolution or a pool, or remove kernel.
    interface Kernel extends Network {}

    @Input(shape = {28, 28, 1})
    @Layer(size = 3, pool = 2)
//                          ^ error: [Layer.WindowFlat] layer 1 of 1 (output): pool is given, but the 3 units of a dense layer are not arranged in pixels.
// |      input        28x28x1
// |  --> output  28x28x1 -> ?  identity
// |  Hint: read an input with a shape, such as @Input(shape = {28, 28, 1}), a convolution or a pool, or remove pool.
    interface PoolOfADenseLayer extends Network {}

    @Input(shape = {28, 28, 1})
    @Layer(size = 8, kernel = 5, pooling = Pooling.GLOBAL_AVERAGE)
    @Layer(pooling = Pooling.GLOBAL_MAXIMUM)
//                   ^ error: [Layer.WindowFlat] layer 2 of 2 (output): pooling is given, but the 8 columns that it reads are not arranged in pixels.
// |      input         28x28x1
// |      hidden1  28x28x1 -> 8  identity
// |  --> output         8 -> ?  identity
// |  Hint: read an input with a shape, such as @Input(shape = {28, 28, 1}), a convolution or a pool, or remove pooling.
    interface Global extends Network {}

    @Input(value = 5, name = "columns")
    @Input(
            shape = {4, 4, 2},
            name = "image")
    @Layer(from = {"columns", "image"})
    @Layer(size = 2, kernel = 3)
//                            ^ error: [Layer.WindowFlat] layer 2 of 2 (output): kernel is given, but the 37 columns that it reads are not arranged in pixels, because "hidden1" merges "columns" with 5 columns and "image" with 4x4x2 values.
// |      columns         5
// |      image       4x4x2
// |      hidden1  37 -> 37  identity, from columns, image
// |  --> output    37 -> ?  identity
// |  Hint: merge what has the same height and width, or remove kernel.
    interface Merged extends Network {}
}
