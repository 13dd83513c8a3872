package dev.netwright.examples.spirals;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** A point of the plane, and how probable it is that it lies on the second of two spirals. */
@Input(2)
@Layer(size = 32, activation = Activation.TANH)
@Layer(size = 32, activation = Activation.TANH)
@Layer(size = 1, activation = Activation.SIGMOID)
public interface Spirals extends Network {}
