package dev.netwright.verification.file;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Normalization;
import dev.netwright.runtime.Classifier;

/** Everything that a file keeps: parameters, statistics, and names of features and labels; the scaling comes with training. */
@Input(record = Kept.Flower.class)
@Layer(size = 4, normalize = Normalization.BATCH, activation = Activation.TANH)
@Layer(labels = Kept.Species.class, activation = Activation.SOFTMAX)
public interface Kept extends Classifier<Kept.Flower, Kept.Species> {
    /** A sample. */
    record Flower(float width, float height) {}

    /** Two classes. */
    enum Species {
        BLUE,
        RED
    }

    /** The same sizes, where components and constants have changed places. */
    @Input(record = Turned.Flower.class)
    @Layer(size = 4, normalize = Normalization.BATCH, activation = Activation.TANH)
    @Layer(labels = Species.class, activation = Activation.SOFTMAX)
    interface Turned extends Classifier<Turned.Flower, Species> {
        /** A sample. */
        record Flower(float height, float width) {}
    }

    /** The same sizes with constants in another order. */
    @Input(record = Flower.class)
    @Layer(size = 4, normalize = Normalization.BATCH, activation = Activation.TANH)
    @Layer(labels = Renamed.Species.class, activation = Activation.SOFTMAX)
    interface Renamed extends Classifier<Flower, Renamed.Species> {
        /** Two classes. */
        enum Species {
            RED,
            BLUE
        }
    }

    /** A layer more. */
    @Input(record = Flower.class)
    @Layer(size = 4, normalize = Normalization.BATCH, activation = Activation.TANH)
    @Layer(size = 3, activation = Activation.RELU)
    @Layer(labels = Species.class, activation = Activation.SOFTMAX)
    interface Deeper extends Classifier<Flower, Species> {}
}
