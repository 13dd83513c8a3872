package dev.netwright.verification.record;

import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.TANH;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Classifier;

/** Tells by a home on which side of a street it is. */
@Input(record = Home.class)
@Layer(size = 6, activation = TANH)
@Layer(labels = Home.Side.class, activation = SOFTMAX)
interface Homes extends Classifier<Home, Home.Side> {}
