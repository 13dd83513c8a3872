package dev.netwright.verification.graph;

import static dev.netwright.annotations.Activation.TANH;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** A frozen layer, one with penalties, and one that is trained plainly. */
@Input(4)
@Layer(size = 6, activation = TANH, trainable = false)
@Layer(size = 5, activation = TANH, l1 = 0.01f, l2 = 0.1f)
@Layer(size = 2)
interface Regularized extends Network {}
