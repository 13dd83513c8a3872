package dev.netwright.examples.digits;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/**
 * An image of 28 x 28 pixels from 0 to 1 and how probable each of the ten digits is: the network of LeCun et al. 1998, with today's
 * activations and pools.
 */
@Input(shape = {28, 28, 1})
@Layer(size = 6, kernel = 5, activation = Activation.RELU, pool = 2)
@Layer(size = 16, kernel = 5, activation = Activation.RELU, pool = 2)
@Layer(size = 120, activation = Activation.RELU)
@Layer(size = 84, activation = Activation.RELU)
@Layer(size = 10, activation = Activation.SOFTMAX)
public interface LeNet5 extends Network {}
