package dev.netwright.runtime.training;

import dev.netwright.runtime.topology.Topology;
import dev.netwright.runtime.topology.WeightedLayer;
import java.util.List;

/**
 * What the weights themselves add to the loss and to its gradients, layer by layer: {@code l1·Σ|w| + l2·Σw²} and {@code l1·sign(w) +
 * 2·l2·w}. Biases have no penalty.
 */
final class Penalties {
    private final WeightedLayer[] layers;

    Penalties(Topology topology) {
        List<WeightedLayer> penalized = topology.weighted().stream()
                .filter(layer -> layer.training().hasPenalty())
                .toList();
        layers = penalized.toArray(new WeightedLayer[0]);
    }

    /** Adds to the gradients, and returns what is to be added to the loss. */
    double add(float[] parameters, float[] gradients) {
        double loss = 0;
        for (WeightedLayer layer : layers) {
            float l1 = layer.training().l1();
            float l2 = layer.training().l2();
            double magnitudes = 0;
            double squares = 0;
            int end = layer.weightsOffset() + layer.weightCount();
            for (int i = layer.weightsOffset(); i < end; i++) {
                float w = parameters[i];
                magnitudes += Math.abs(w);
                squares += (double) w * w;
                gradients[i] += Math.fma(2f * l2, w, l1 * Math.signum(w));
            }
            loss += l1 * magnitudes + l2 * squares;
        }
        return loss;
    }
}
