package dev.netwright.examples.digits;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** An image of 28 x 28 pixels from 0 to 1, row-major, and how probable each of the ten digits is. */
@Input(784)
@Layer(size = 128, activation = Activation.RELU)
@Layer(size = 10, activation = Activation.SOFTMAX)
public interface Digits extends Network {}
