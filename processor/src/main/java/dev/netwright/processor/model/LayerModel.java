package dev.netwright.processor.model;

import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Merge;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One layer: {@code x} from its sources, {@code z = x·W + b} where it has weights, {@code z = W[x]} where they are a table, and {@code z = x} where it has none, normalised or
 * not, {@code a = activation(z)}, {@code p} pooled where it pools, {@code d} which in training is p with some dropped, and {@code y
 * = d + r} where it has a residual.
 *
 * @param name        unique in its network: what the declaration gives, or {@code hidden1}, ..., {@code output}
 * @param sources     what it reads, at least one, each an input or a layer before it
 * @param merge       how several sources become one input
 * @param input       the shape of x
 * @param size        columns of the weights: units of a dense layer, filters of a convolution, columns of a table; 0 without weights
 * @param weights     empty for a layer without weights
 * @param embedding   rows of the weights, where they are a table
 * @param convolution the kernel, where the weights are one's
 * @param activation  what is applied to z
 * @param alpha       the activation's parameter, resolved; NaN where it takes none
 * @param pool        what pools the activations
 * @param treatment   what is done beside
 * @param residual    what is added at the end
 */
public record LayerModel(
        String name,
        List<Source> sources,
        Merge merge,
        Shape input,
        int size,
        Optional<Weights> weights,
        OptionalInt embedding,
        Optional<Convolution> convolution,
        ActivationFunction activation,
        float alpha,
        Optional<Pool> pool,
        Treatment treatment,
        Optional<Source> residual) {
    /** More sources of one layer would make its methods long. */
    public static final int MOST_SOURCES = 64;

    /** Floats hold every whole number up to this one. */
    public static final int MOST_TABLE_ROWS = 1 << 24;

    /** Copies the list. */
    public LayerModel {
        sources = List.copyOf(sources);
    }

    /** A layer of columns alone that does nothing beside. */
    public LayerModel(
            String name,
            List<Source> sources,
            Merge merge,
            int inputs,
            int units,
            Optional<Weights> weights,
            ActivationFunction activation,
            float alpha,
            Optional<Source> residual) {
        this(
                name,
                sources,
                merge,
                Shape.flat(inputs),
                weights.isPresent() ? units : 0,
                weights,
                OptionalInt.empty(),
                Optional.empty(),
                activation,
                alpha,
                Optional.empty(),
                Treatment.NONE,
                residual);
    }

    /** Columns of x. */
    public int inputs() {
        return (int) input.size();
    }

    /** The shape of z and a. */
    public Shape preactivation() {
        if (weights.isEmpty()) {
            return input;
        }
        if (embedding.isPresent()) {
            return input.withChannels(input.channels() * size);
        }
        return convolution.map(kernel -> kernel.result(input, size)).orElse(Shape.flat(size));
    }

    /** The shape of the layer's output. */
    public Shape output() {
        return pool.map(found -> found.result(preactivation())).orElse(preactivation());
    }

    /** Columns of its output. */
    public int units() {
        return (int) output().size();
    }

    /** In how many pixels x is put together; 1 where it is put together by columns. */
    public int mergedPixels() {
        boolean isByPixel = isMerging() && merge == Merge.CONCATENATE && !input.isFlat();
        return isByPixel ? (int) input.pixels() : 1;
    }

    /** Whether it merges several sources. */
    public boolean isMerging() {
        return sources.size() > 1;
    }

    /** Whether it has weights and biases. */
    public boolean bias() {
        return weights.map(Weights::bias).orElse(false);
    }

    /** Whether it has weights that training leaves alone. */
    public boolean isFrozen() {
        return weights.isPresent() && !weights.get().isTrained();
    }

    /** Rows of the weights: the inputs that one unit sees, or rows of a table. */
    public int weightRows() {
        if (embedding.isPresent()) {
            return embedding.getAsInt();
        }
        return convolution
                .map(kernel -> kernel.height() * kernel.width() * (int) input.channels())
                .orElseGet(this::inputs);
    }

    /** Weights, {@code weightRows x size}, or 0. */
    public int weightCount() {
        return weights.isPresent() ? weightRows() * size : 0;
    }

    /** Where it is normalised, its gains, which are as many as its shifts; else 0. Over the batch each channel has one. */
    public int gainCount() {
        if (treatment.normalizesBatch()) {
            return (int) preactivation().channels();
        }
        return treatment.normalizes() ? (int) preactivation().size() : 0;
    }

    /** Where it is normalised over the batch, its running means and variances; else 0. */
    public int statisticsCount() {
        return treatment.normalizesBatch() ? 2 * gainCount() : 0;
    }

    /** Weights and biases, gains and shifts. */
    public int parameterCount() {
        return weightCount() + (bias() ? size : 0) + 2 * gainCount();
    }

    /** Multiply-adds for one sample. */
    public long multiplyAdds() {
        if (embedding.isPresent()) {
            return 0;
        }
        return convolution.isPresent() ? preactivation().pixels() * weightCount() : weightCount();
    }
}
