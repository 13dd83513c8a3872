package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

interface WindowLarger {
    @Input(shape = {4, 6, 1})
    @Layer(size = 3, kernel = 5)
//                            ^ error: [Layer.WindowLarger] layer 1 of 2 (hidden1): kernel covers 5x5 pixels, but there are only 4x6.
// |      input         4x6x1
// |  --> hidden1  4x6x1 -> ?  identity
// |      output       ? -> 1  identity
// |  Hint: make it smaller, or write padding = Padding.SAME.
    @Layer(size = 1)
    interface Kernel extends Network {}

    @Input(shape = {4, 6, 1})
    @Layer(size = 3, kernel = 8, padding = Padding.SAME)
//                            ^ error: [Layer.WindowLarger] layer 1 of 2 (hidden1): kernel covers 8x8 pixels, but there are only 4x6.
    @Layer(size = 1)
    interface Same extends Network {}

    @Input(shape = {12, 2})
    @Layer(size = 3, kernel = 3, pool = 11)
//                                      ^ error: [Layer.WindowLarger] layer 1 of 2 (hidden1): pool covers 11 pixels, but there are only 10.
    @Layer(size = 1)
    interface Pool extends Network {}

    @Input(shape = {1, 28, 28})
    @Layer(size = 3, kernel = 1, pool = 2)
//                                      ^ error: [Layer.WindowLarger] layer 1 of 2 (hidden1): pool covers 2x2 pixels, but there are only 1x28.
// |      input         1x28x28
// |  --> hidden1  1x28x28 -> ?  identity
// |      output         ? -> 1  identity
// |  Hint: make it smaller, or write the channels last: shape = {28, 28, 1}.
    @Layer(size = 1)
    interface ChannelsFirst extends Network {}
}
