package dev.netwright.examples.iris;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Classifier;

/** From the length and width of sepal and petal to one of three species. */
@Input(record = Flower.class)
@Layer(size = 16, activation = Activation.TANH)
@Layer(labels = Species.class, activation = Activation.SOFTMAX)
public interface IrisClassifier extends Classifier<Flower, Species> {}
