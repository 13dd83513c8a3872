package dev.netwright.verification.graph;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Drops activations of two layers, and features. */
@Input(4)
@Layer(dropout = 0.1f, name = "noisy")
@Layer(size = 50, activation = Activation.TANH, dropout = 0.4f, name = "wide")
@Layer(size = 50, activation = Activation.GELU, dropout = 0.25f, name = "block", residual = "wide")
@Layer(size = 2)
interface Dropping extends Network {}
