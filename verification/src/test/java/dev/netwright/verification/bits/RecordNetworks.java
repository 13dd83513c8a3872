package dev.netwright.verification.bits;

import static dev.netwright.annotations.Activation.SOFTMAX;

import dev.netwright.annotations.Feature;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Classifier;
import dev.netwright.runtime.Regressor;

/** Networks whose samples are records. */
final class RecordNetworks {
    private RecordNetworks() {}

    record Flower(
            float length,
            int petals,
            @Feature(missing = 0) Double height,
            Species likely,
            @Feature(length = 2) float[] petalLengths,
            @Feature(missing = -1) Place place) {}

    record Place(float latitude, boolean isShaded) {}

    enum Species {
        SETOSA,
        VERSICOLOR,
        VIRGINICA
    }

    @Input(record = Flower.class)
    @Layer(size = 40)
    @Layer(labels = Species.class, activation = SOFTMAX)
    @SuppressWarnings("netwright")
    interface Flowers extends Classifier<Flower, Species> {}

    @Input(record = Flower.class)
    @Layer(size = 1)
    interface Length extends Regressor<Flower> {}
}
