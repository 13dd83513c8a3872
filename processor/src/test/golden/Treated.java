package demo;

import static dev.netwright.annotations.Activation.GELU;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.TANH;
import static dev.netwright.annotations.Normalization.LAYER;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Layers that are normalised and that drop activations: together and each alone, before a residual, and the last. */
@Input(20)
@Layer(dropout = 0.1f, name = "noisy")
@Layer(size = 16, activation = TANH, dropout = 0.5f, name = "lift")
@Layer(size = 16, normalize = LAYER, activation = GELU, dropout = 0.25f, name = "block", residual = "lift")
@Layer(normalize = LAYER, name = "normal")
@Layer(size = 3, normalize = LAYER, activation = SOFTMAX)
public interface Treated extends Network {}
