package dev.netwright.verification.bits;

import static dev.netwright.annotations.Activation.GELU;
import static dev.netwright.annotations.Activation.RELU;
import static dev.netwright.annotations.Activation.SIGMOID;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.TANH;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Merge;
import dev.netwright.runtime.Network;

/** Networks whose layers read several others. */
final class GraphNetworks {
    private GraphNetworks() {}

    /** Every kind of merge, residuals of layers and of the input, and layers without weights. */
    @Input(value = 19, name = "x")
    @Layer(size = 33, activation = RELU, name = "lift")
    @Layer(size = 33, activation = GELU, name = "block", residual = "lift")
    @Layer(size = 33, activation = SIGMOID, name = "gate", from = "x")
    @Layer(
            name = "gated",
            from = {"block", "gate", "lift"},
            merge = Merge.MULTIPLY)
    @Layer(
            name = "sum",
            from = {"gated", "block"},
            merge = Merge.ADD,
            activation = TANH)
    @Layer(
            size = 19,
            activation = TANH,
            name = "back",
            from = {"sum", "x"},
            residual = "x")
    @Layer(
            size = 7,
            activation = SOFTMAX,
            from = {"back", "sum"})
    interface Merging extends Network {}

    /** Outputs with logits and without, one of which others read. */
    @Input(value = 12, name = "x")
    @Layer(size = 40, activation = TANH, name = "trunk")
    @Layer(size = 5, activation = SOFTMAX, name = "policy", output = true)
    @Layer(
            size = 40,
            activation = GELU,
            name = "next",
            from = {"policy", "trunk"},
            residual = "trunk",
            output = true)
    @Layer(size = 1, name = "value", from = "trunk")
    interface Heads extends Network {}
}
