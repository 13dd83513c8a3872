package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(shape = {28, 28, 1})
@Layer(size = 6, kernel = 3, pool = 2, pooling = Pooling.GLOBAL_MAXIMUM)
//                                  ^ error: [Layer.WindowUnused] layer 1 of 6 (hidden1): pool is 2, but with pooling = GLOBAL_MAXIMUM all pixels are one window.
// |      input               28x28x1
// |  --> hidden1        28x28x1 -> 6  identity
// |      hidden2              6 -> 6  tanh
// |      hidden3              6 -> 6  identity
// |      hidden4  28x28x1 -> 13x13x6  identity, from input
// |      hidden5        28x28x1 -> ?  identity, from input
// |      output               ? -> 1  identity, from hidden3, hidden4, hidden5
// |  Hint: remove pool, or write Pooling.MAXIMUM or Pooling.AVERAGE.
@Layer(size = 6, activation = TANH, stride = 2, padding = Padding.SAME)
//                                           ^ error: [Layer.WindowUnused] layer 2 of 6 (hidden2): stride is 2, but the layer has no kernel that could move.
//                                                        ^ error: [Layer.WindowUnused] layer 2 of 6 (hidden2): padding is SAME, but the layer has no kernel that could reach over an edge.
@Layer(size = 6, pooling = Pooling.AVERAGE)
//                         ^ error: [Layer.WindowUnused] layer 3 of 6 (hidden3): pooling is AVERAGE, but the layer has no pool.
@Layer(size = 6, kernel = 3, pool = 2, pooling = Pooling.AVERAGE, from = "input")
@Layer(
        size = 6,
        pool = 2,
//             ^ error: [Layer.WindowFlat] layer 5 of 6 (hidden5): pool is given, but the 6 units of a dense layer are not arranged in pixels.
// |      input               28x28x1
// |      hidden1        28x28x1 -> 6  identity
// |      hidden2              6 -> 6  tanh
// |      hidden3              6 -> 6  identity
// |      hidden4  28x28x1 -> 13x13x6  identity, from input
// |  --> hidden5        28x28x1 -> ?  identity, from input
// |      output               ? -> 1  identity, from hidden3, hidden4, hidden5
// |  Hint: read an input with a shape, such as @Input(shape = {28, 28, 1}), a convolution or a pool, or remove pool.
        stride = {1, 2},
//               ^ error: [Layer.WindowUnused] layer 5 of 6 (hidden5): stride is {1, 2}, but the windows of a pool that follows a dense layer or a convolution lie side by side.
        padding = Padding.SAME,
//                ^ error: [Layer.WindowUnused] layer 5 of 6 (hidden5): padding is SAME, but the windows of a pool that follows a dense layer or an embedding lie within the pixels.
        from = "input")
@Layer(size = 1, from = {"hidden3", "hidden4", "hidden5"})
public interface WindowUnused extends Network {}
