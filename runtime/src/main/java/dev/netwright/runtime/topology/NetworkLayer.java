package dev.netwright.runtime.topology;

import dev.netwright.annotations.ActivationFunction;
import java.util.Optional;

/**
 * One layer: x from what it reads, z from x, perhaps normalised, {@code a = activation(z)}, pooled where it has a pool, of which training may drop
 * some, and {@code y = a + r} where it has a residual.
 */
public sealed interface NetworkLayer permits WeightedLayer, WeightlessLayer {
    /** Its name in the declaration, or {@code hidden1}, ..., {@code output}. */
    String name();

    /** What it reads. */
    LayerWiring wiring();

    /** Columns of x. */
    int inputs();

    /** Columns of z and a: its units, but where it pools. */
    default int preactivations() {
        return pool().isPresent() ? pool().get().shape().inputSize() : units();
    }

    /** Columns of its output. */
    int units();

    /** What pools its activations. */
    default Optional<LayerPooling> pool() {
        return Optional.empty();
    }

    /** Whether nothing follows its activation, so that as an output it has logits. */
    default boolean hasLogits() {
        return !wiring().hasResidual() && pool().isEmpty();
    }

    /** What is applied to z. */
    ActivationFunction activation();

    /** The activation's parameter; NaN where it takes none. */
    float alpha();

    /** What is done to its values beside. */
    LayerTreatment treatment();

    /** Where it is normalised, its gains, which are as many as its shifts; else 0. */
    default int gainCount() {
        return treatment().normalizes() ? preactivations() / treatment().pixels() : 0;
    }

    /** Where it is normalised over the batch, its running means and variances; else 0. */
    default int statisticsCount() {
        return treatment().normalizesBatch() ? 2 * gainCount() : 0;
    }

    /** Weights and biases, gains and shifts. */
    int parameterCount();

    /** Multiply-adds for one sample. */
    long multiplyAdds();
}
