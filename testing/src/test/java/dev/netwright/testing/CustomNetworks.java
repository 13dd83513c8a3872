package dev.netwright.testing;

import static dev.netwright.annotations.Activation.TANH;
import static dev.netwright.annotations.Normalization.LAYER;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Networks with activations of the user's. */
final class CustomNetworks {
    private CustomNetworks() {}

    /** In hidden layers, a small one and one that calls a kernel, and in the last one. */
    @Input(5)
    @Layer(size = 40, function = Functions.Swish.class)
    @Layer(size = 6, function = Functions.Snake.class)
    @Layer(size = 3, function = Functions.Swish.class)
    interface Sequence extends Network {}

    /** On pixels that are pooled, on normalised rows, without weights, dropped, added to, and in an output that others read. */
    @Input(shape = {6, 6, 2})
    @Layer(size = 3, kernel = 3, function = Functions.Swish.class, pool = 2)
    @Layer(size = 8, function = Functions.Snake.class, normalize = LAYER, dropout = 0.25f)
    @Layer(size = 8, name = "block", function = Functions.Swish.class, residual = "hidden2")
    @Layer(
            name = "merged",
            from = {"block", "hidden2"},
            function = Functions.Snake.class)
    @Layer(size = 2, name = "value", function = Functions.Swish.class, output = true)
    @Layer(size = 4, activation = TANH)
    interface Everywhere extends Network {}

    /** Rows of a table that become activations. */
    @Input(2)
    @Layer(size = 3, embedding = 5, function = Functions.Swish.class)
    @Layer(size = 2)
    interface Tables extends Network {}

    @Input(4)
    @Layer(size = 30, function = Functions.Bent.class)
    @Layer(size = 2)
    interface Kinked extends Network {}

    @Input(4)
    @Layer(size = 7, activation = TANH)
    @Layer(size = 5, name = "swishes", function = Functions.WrongSwish.class)
    @Layer(size = 2)
    interface Wrong extends Network {}

    @Input(1)
    @Layer(size = 1, function = Functions.WrongAbove.class)
    interface WrongAbove extends Network {}

    @Input(2)
    @Layer(size = 3, function = Functions.Root.class)
    interface Rooted extends Network {}
}
