package dev.netwright.verification.record;

import static dev.netwright.annotations.Activation.SOFTMAX;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Classifier;

/** A classifier whose samples are arrays. */
@Input(2)
@Layer(labels = Home.Side.class, activation = SOFTMAX)
interface Sign extends Classifier<float[], Home.Side> {}
