package dev.netwright.runtime.topology;

import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Initializer;
import java.util.Optional;

/**
 * An embedding, {@code z = W[x]}: every column of x is a whole number that picks a row of a table, and the rows that are picked lie
 * side by side. It reads one input.
 *
 * @param name          its name
 * @param wiring        what it reads
 * @param inputs        columns of x
 * @param vocabulary    rows of the table, up to 2²⁴, for the numbers from 0 to {@code vocabulary - 1}
 * @param width         columns of the table
 * @param activation    what is applied to z
 * @param alpha         the activation's parameter; NaN where it takes none
 * @param pool          what pools the activations
 * @param initializer   how the table starts; never {@code AUTO}
 * @param constant      its start with {@code CONSTANT}; NaN otherwise
 * @param weightsOffset where the table, {@code vocabulary x width}, starts in the network's parameters
 * @param training      whether it is trained, and with which penalties
 * @param treatment     what is done to the layer's values beside
 */
public record EmbeddingLayer(
        String name,
        LayerWiring wiring,
        int inputs,
        int vocabulary,
        int width,
        ActivationFunction activation,
        float alpha,
        Optional<LayerPooling> pool,
        Initializer initializer,
        float constant,
        int weightsOffset,
        LayerTraining training,
        LayerTreatment treatment)
        implements WeightedLayer {
    /** Floats hold every whole number up to this one, and not the next. */
    public static final int LARGEST_VOCABULARY = 1 << 24;

    @Override
    public int preactivations() {
        return inputs * width;
    }

    @Override
    public int units() {
        return pool.isPresent() ? pool.get().shape().outputSize() : preactivations();
    }

    @Override
    public boolean bias() {
        return false;
    }

    @Override
    public int biasesOffset() {
        return weightsOffset + weightCount();
    }

    @Override
    public int weightRows() {
        return vocabulary;
    }

    @Override
    public int weightColumns() {
        return width;
    }

    /** One row of the table. */
    @Override
    public int fanIn() {
        return 1;
    }

    @Override
    public int fanOut() {
        return width;
    }

    /** Rows are copied. */
    @Override
    public long multiplyAdds() {
        return 0;
    }
}
