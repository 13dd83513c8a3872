package dev.netwright.examples.iris;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** From the length and width of sepal and petal to the probabilities of three species. */
@Input(4)
@Layer(size = 16, activation = Activation.TANH)
@Layer(size = 3, activation = Activation.SOFTMAX)
public interface IrisClassifier extends Network {}
