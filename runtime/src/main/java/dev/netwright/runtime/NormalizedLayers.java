package dev.netwright.runtime;

import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.topology.Topology;
import java.util.Optional;

/** What a pass knows of all its layers that are normalised over the batch, counted in their order; mostly there are none. */
final class NormalizedLayers {
    private final BatchStatistics[] layers;

    NormalizedLayers(Topology topology) {
        layers = BatchStatistics.of(topology);
    }

    int count() {
        return layers.length;
    }

    BatchStatistics get(int layer) {
        return layers[layer];
    }

    /** Where the network keeps the running ones. */
    void keepIn(float[] statistics) {
        for (BatchStatistics layer : layers) {
            layer.keepIn(statistics);
        }
    }

    /** From now on the batch is in several passes, of which {@code first} has the first rows. */
    void join(NormalizedLayers first, int batchRows) {
        for (int layer = 0; layer < layers.length; layer++) {
            layers[layer].join(first.layers[layer], batchRows);
        }
    }

    /** Finds mean and variance of a layer's u: those of this pass alone in training, else the running ones. */
    void find(int layer, boolean isTraining) {
        if (isTraining) {
            layers[layer].findAlone();
        } else {
            layers[layer].useRunning();
        }
    }

    /** Finds what the way back needs of a layer of this pass alone; nothing where mean and variance are constants. */
    void findGradientSums(int layer, boolean isTraining) {
        if (isTraining) {
            layers[layer].addGradientSums(0, GradientShare.ALL);
            layers[layer].findGradients(GradientShare.ALL);
        }
    }

    /** A mean or a variance of the last batch that would not leave the running one finite, in words. */
    Optional<String> notFinite() {
        for (BatchStatistics layer : layers) {
            Optional<String> found = layer.notFinite();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    void updateRunning() {
        for (BatchStatistics layer : layers) {
            layer.updateRunning();
        }
    }
}
