package demo;

import static dev.netwright.annotations.Activation.RELU;
import static dev.netwright.annotations.Activation.SOFTMAX;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Merge;
import dev.netwright.runtime.Network;

/** The graph of the guide. */
@Input(value = 8, name = "features")
@Layer(size = 16, activation = RELU, name = "lift")
@Layer(size = 16, activation = RELU, name = "block", residual = "lift")
@Layer(
        name = "gate",
        from = {"block", "lift"},
        merge = Merge.MULTIPLY)
@Layer(
        size = 3,
        activation = SOFTMAX,
        from = {"gate", "features"})
public interface Gated extends Network {}
