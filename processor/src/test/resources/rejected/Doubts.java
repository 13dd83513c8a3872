package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

/** What compiles and runs, and is seldom meant. */
interface Doubts {
    @Input(value = 4, name = "state")
    @Layer(size = 8, activation = TANH, name = "trunk")
    @Layer(size = 3, activation = SOFTMAX, name = "policy", output = true)
    @Layer(size = 1, name = "value")
    // <- warning: [Layer.FromOutput] layer 3 of 3 (value): from is missing, so it reads the layer above: the SOFTMAX of the output "policy".
// |      state        4
// |      trunk   4 -> 8  tanh
// |      policy  8 -> 3  softmax, output
// |  --> value   3 -> 1  identity
// |  Hint: write from = "trunk" to read what "policy" reads, or from = "policy" if that is meant.
    interface ReadsAnOutput extends Network {}

    @Input(value = 4, name = "a")
    @Input(value = 4, name = "b")
    @Layer(size = 3, activation = LOG_SOFTMAX, from = {"a", "b"}, name = "policy", output = true)
    @Layer(size = 8, activation = RELU, name = "deeper")
    // <- warning: [Layer.FromOutput] layer 2 of 3 (deeper): from is missing, so it reads the layer above: the LOG_SOFTMAX of the output "policy".
// |      a            4
// |      b            4
// |      policy  8 -> 3  log_softmax, from a, b, output
// |  --> deeper  3 -> 8  relu
// |      value   8 -> 1  identity
// |  Hint: write from = {"a", "b"} to read what "policy" reads, or from = "policy" if that is meant.
    @Layer(size = 1, name = "value")
    interface GoesOnFromAnOutput extends Network {}

    @Input(4)
    @Layer(size = 8, activation = SOFTMAX)
//                                ^ warning: [Layer.HiddenSoftmax] layer 1 of 2 (hidden1): activation is SOFTMAX on a hidden layer, so the next one sees what its 8 units are relative to each other, and not how large.
// |      input         4
// |  --> hidden1  4 -> 8  softmax
// |      output   8 -> 3  softmax
// |  Hint: use RELU or TANH between layers, or write output = true if this is an output.
    @Layer(size = 3, activation = SOFTMAX)
    interface HiddenSoftmax extends Network {}

    @Input(4)
    @Layer(size = 8, activation = LOG_SOFTMAX, dropout = 0.1f)
//                                ^ warning: [Layer.HiddenSoftmax] layer 1 of 2 (hidden1): activation is LOG_SOFTMAX on a hidden layer, so the next one sees what its 8 units are relative to each other, and not how large.
// |      input         4
// |  --> hidden1  4 -> 8  log_softmax, dropout 0.1
// |      output   8 -> 3  identity
// |  Hint: use RELU or TANH between layers, or write output = true if this is an output.
    @Layer(size = 3)
    interface HiddenLogarithms extends Network {}

    @Input(shape = {28, 28, 1})
    @Layer(size = 8, kernel = 2, stride = 5, activation = RELU)
//                                        ^ warning: [Layer.Stride] layer 1 of 4 (hidden1): stride is 5, but the kernel covers 2x2 pixels, so pixels between its places are read by no unit.
// |      input             28x28x1
// |  --> hidden1  28x28x1 -> 6x6x8  relu
// |      hidden2    6x6x8 -> 4x3x8  relu
// |      hidden3    4x3x8 -> 2x2x8  identity, dropout 0.1
// |      output         2x2x8 -> 3  identity
// |  Hint: write a stride of at most what it covers, or cover a single pixel to leave out others on purpose.
    @Layer(size = 8, kernel = {3, 1}, stride = {1, 2}, activation = RELU)
//                                             ^ warning: [Layer.Stride] layer 2 of 4 (hidden2): stride is {1, 2}, but the kernel covers 3x1 pixels, so pixels between its places are read by no unit.
// |      input             28x28x1
// |      hidden1  28x28x1 -> 6x6x8  relu
// |  --> hidden2    6x6x8 -> 4x3x8  relu
// |      hidden3    4x3x8 -> 2x2x8  identity, dropout 0.1
// |      output         2x2x8 -> 3  identity
// |  Hint: write a stride of at most what it covers, or cover a single pixel to leave out others on purpose.
    @Layer(pool = 1, stride = 2, dropout = 0.1f)
    @Layer(size = 3)
    interface Strides extends Network {}

    @Input(shape = {100, 2})
    @Layer(pool = 2, stride = 3, dropout = 0.1f)
//                            ^ warning: [Layer.Stride] layer 1 of 2 (hidden1): stride is 3, but the pool covers 2 pixels, so pixels between its places are read by no unit.
// |      input            100x2
// |  --> hidden1  100x2 -> 33x2  identity, dropout 0.1
// |      output       33x2 -> 3  identity
// |  Hint: write a stride of at most what it covers, or cover a single pixel to leave out others on purpose.
    @Layer(size = 3)
    interface StrideOfAPool extends Network {}

    @Input(shape = {28, 28})
//                 ^ warning: [Input.Channels] ImageWithoutChannels: shape is {28, 28}, and the channels come last, so "hidden1" moves over 28 pixels in a row with 28 channels.
// |  --> input            28x28
// |      hidden1  28x28 -> 26x8  relu
// |      output      26x8 -> 10  softmax
// |  Hint: write shape = {28, 28, 1} for an image.
    @Layer(size = 8, kernel = 3, activation = RELU)
    @Layer(size = 10, activation = SOFTMAX)
    interface ImageWithoutChannels extends Network {}

    @Input(shape = {3, 32, 32}, name = "image")
//                 ^ warning: [Input.Channels] input 1 of 3 (image): shape is {3, 32, 32}, and the channels come last, so "one" moves over 3x32 pixels with 32 channels.
// |  --> image              3x32x32
// |      digit              1x28x28
// |      photo              3x48x64
// |      one      3x32x32 -> 1x30x8  relu, from image
// |      two     1x28x28 -> 1x28x28  identity, from digit
// |      three    3x48x64 -> 3x44x8  relu, from photo
// |      output          2080 -> 10  softmax, from one, two, three
// |  Hint: write shape = {32, 32, 3}, and give the channels of each pixel side by side.
    @Input(shape = {1, 28, 28}, name = "digit")
//                 ^ warning: [Input.Channels] input 2 of 3 (digit): shape is {1, 28, 28}, and the channels come last, so "two" moves over 1x28 pixels with 28 channels.
// |      image              3x32x32
// |  --> digit              1x28x28
// |      photo              3x48x64
// |      one      3x32x32 -> 1x30x8  relu, from image
// |      two     1x28x28 -> 1x28x28  identity, from digit
// |      three    3x48x64 -> 3x44x8  relu, from photo
// |      output          2080 -> 10  softmax, from one, two, three
// |  Hint: write shape = {28, 28, 1}, and give the channels of each pixel side by side.
    @Input(shape = {3, 48, 64}, name = "photo")
//                 ^ warning: [Input.Channels] input 3 of 3 (photo): shape is {3, 48, 64}, and the channels come last, so "three" moves over 3x48 pixels with 64 channels.
// |      image              3x32x32
// |      digit              1x28x28
// |  --> photo              3x48x64
// |      one      3x32x32 -> 1x30x8  relu, from image
// |      two     1x28x28 -> 1x28x28  identity, from digit
// |      three    3x48x64 -> 3x44x8  relu, from photo
// |      output          2080 -> 10  softmax, from one, two, three
// |  Hint: write shape = {48, 64, 3}, and give the channels of each pixel side by side.
    @Layer(size = 8, kernel = 3, activation = RELU, from = "image", name = "one")
    @Layer(pool = 1, from = "digit", name = "two")
    @Layer(size = 8, kernel = {1, 5}, activation = RELU, from = "photo", name = "three")
    @Layer(size = 10, activation = SOFTMAX, from = {"one", "two", "three"})
    interface ChannelsFirst extends Network {}

    @Input(shape = {28, 28, 1})
    @Layer(size = 8, kernel = 3)
    // <- warning: [Layer.Linear] layer 1 of 4 (hidden1): without an activation this layer and the next are together one linear layer.
// |      input               28x28x1
// |  --> hidden1  28x28x1 -> 26x26x8  identity
// |      hidden2  26x26x8 -> 26x26x8  relu
// |      hidden3  26x26x8 -> 24x26x4  identity
// |      output        24x26x4 -> 10  softmax
// |  Hint: give it an activation such as RELU or TANH, or leave the layer out.
    @Layer(size = 8, kernel = 3, padding = Padding.SAME, activation = RELU)
    @Layer(size = 4, kernel = {3, 1})
    // <- warning: [Layer.Linear] layer 3 of 4 (hidden3): without an activation this layer and the next are together one linear layer.
// |      input               28x28x1
// |      hidden1  28x28x1 -> 26x26x8  identity
// |      hidden2  26x26x8 -> 26x26x8  relu
// |  --> hidden3  26x26x8 -> 24x26x4  identity
// |      output        24x26x4 -> 10  softmax
// |  Hint: give it an activation such as RELU or TANH, or leave the layer out.
    @Layer(size = 10, activation = SOFTMAX)
    interface LinearConvolutions extends Network {}

    @Input(4)
    @Layer(size = 4, residual = "input")
    // <- warning: [Layer.Linear] layer 1 of 2 (hidden1): without an activation this layer and the next are together one linear layer.
// |      input          4
// |  --> hidden1   4 -> 4  identity, + input
// |      output   4 -> 10  softmax
// |  Hint: give it an activation such as RELU or TANH, or leave the layer out.
    @Layer(size = 10, activation = SOFTMAX)
    interface LinearWithResidual extends Network {}

    @Input(4)
    @Layer(size = 8, activation = RELU, trainable = false)
//                                                  ^ warning: [Network.Frozen] layer 1 of 3 (hidden1): trainable is false on every layer with weights, so training would change nothing.
// |      input         4
// |  --> hidden1  4 -> 8  relu
// |      hidden2  8 -> 8  tanh, from hidden1, dropout 0.1
// |      output   8 -> 3  layer norm, identity
// |  Hint: remove trainable = false from the layers that are to learn.
    @Layer(activation = TANH, from = "hidden1", dropout = 0.1f)
    @Layer(size = 3, normalize = Normalization.LAYER, trainable = false)
    interface Frozen extends Network {}
}
