package dev.netwright.runtime.topology;

import dev.netwright.annotations.Initializer;

/** A layer with weights, a matrix, and perhaps biases. What is no matrix of a product is a table, whose rows are picked. */
public sealed interface WeightedLayer extends NetworkLayer permits DenseLayer, ConvolutionLayer, EmbeddingLayer {
    /** Whether it has biases. */
    boolean bias();

    /** How its weights start; never {@code AUTO}. */
    Initializer initializer();

    /** The weights' start with {@code CONSTANT}; NaN otherwise. */
    float constant();

    /** Where its weights, {@code weightRows x weightColumns}, start in the network's parameters. */
    int weightsOffset();

    /** Where its biases, {@code 1 x weightColumns}, start there; where it has none, where they would. */
    int biasesOffset();

    /** Whether its parameters are trained, and with which penalties. */
    LayerTraining training();

    /** Rows of the weights: the inputs that one unit sees, or rows of a table. */
    int weightRows();

    /** Columns of the weights: units, or filters. */
    int weightColumns();

    /** The inputs that make one unit, for initializers. */
    default int fanIn() {
        return weightRows();
    }

    /** The units that one input reaches, for initializers. */
    int fanOut();

    /** Weights: {@code weightRows x weightColumns}. */
    default int weightCount() {
        return weightRows() * weightColumns();
    }

    /** Biases: as many as the weights have columns, or 0 for a layer without. */
    default int biasCount() {
        return bias() ? weightColumns() : 0;
    }

    @Override
    default int parameterCount() {
        return weightCount() + biasCount() + 2 * gainCount();
    }
}
