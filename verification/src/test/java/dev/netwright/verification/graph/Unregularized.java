package dev.netwright.verification.graph;

import static dev.netwright.annotations.Activation.TANH;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** The same layers as {@link Regularized}, all of them trained plainly. */
@Input(4)
@Layer(size = 6, activation = TANH)
@Layer(size = 5, activation = TANH)
@Layer(size = 2)
interface Unregularized extends Network {}
