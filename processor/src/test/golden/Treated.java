package demo;

import static dev.netwright.annotations.Activation.GELU;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.TANH;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Layers that drop activations: of the input, before a residual, and in a row. */
@Input(20)
@Layer(dropout = 0.1f, name = "noisy")
@Layer(size = 16, activation = TANH, dropout = 0.5f, name = "lift")
@Layer(size = 16, activation = GELU, dropout = 0.25f, name = "block", residual = "lift")
@Layer(size = 3, activation = SOFTMAX)
public interface Treated extends Network {}
