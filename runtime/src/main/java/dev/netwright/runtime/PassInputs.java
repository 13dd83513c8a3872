package dev.netwright.runtime;

import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.kernel.Merging;
import dev.netwright.runtime.topology.Topology;

/**
 * The features of a pass on their way to the first layer, checked and scaled as the network says, and gradients on their way back to the
 * features as they were given.
 */
final class PassInputs {
    private static final float[] NONE = {};

    private final int inputSize;
    private final int capacity;
    private final IndexColumns indexColumns;
    private InputScaling scaling;

    /** What scaled the features of the last forward pass. */
    private Standardizer standardizer;

    private float[] scaled = NONE;
    private float[] joined = NONE;
    private float[] gradients = NONE;

    PassInputs(Topology topology, int capacity) {
        this.inputSize = topology.inputSize();
        this.capacity = capacity;
        this.indexColumns = IndexColumns.of(topology);
        this.scaling = new InputScaling(inputSize);
        this.standardizer = scaling.standardizer();
    }

    /** Scales features as a network does. */
    void scaleWith(InputScaling shared) {
        scaling = shared;
    }

    void checkRows(int rows) {
        Checks.rows(rows);
        if (rows > capacity) {
            throw new IllegalArgumentException("This pass takes at most " + capacity + " rows at a time, but rows is "
                    + rows + "; make a larger one with newPass(" + rows + ") or give fewer.");
        }
    }

    void check(float[] features, int firstRow, int rows) {
        checkRows(rows);
        if (firstRow == 0) {
            Checks.atLeast("inputs", features, rows, inputSize);
        } else {
            Checks.range("inputs", features, firstRow, rows, inputSize);
        }
        Checks.finite("inputs", features, firstRow, rows, inputSize);
        indexColumns.check("inputs", features, firstRow, rows);
    }

    /**
     * Where the first layer reads features that are in {@code features} from {@code offset} on: there, or scaled in an array of this
     * object, from its start.
     *
     * @throws IllegalArgumentException if a feature outgrows the scaling
     */
    float[] take(float[] features, int offset, int rows) {
        standardizer = scaling.standardizer();
        if (standardizer.isNone()) {
            return features;
        }
        if (scaled.length == 0) {
            scaled = new float[capacity * inputSize];
        }
        standardizer.apply(features, offset, scaled, rows);
        return scaled;
    }

    /** An array for samples whose features come input by input, {@code capacity x inputSize}. */
    float[] joined() {
        if (joined.length == 0) {
            joined = new float[capacity * inputSize];
        }
        return joined;
    }

    /** Puts the features of one input into samples, {@code rows x inputSize}. */
    void join(float[] values, int columns, int rows, float[] samples, int at) {
        Merging.copyColumns(values, 0, columns, 0, samples, 0, inputSize, at, columns, rows);
    }

    /** An array for dL/dx of the features as the first layer reads them, {@code capacity x inputSize}. */
    float[] gradients() {
        if (gradients.length == 0) {
            gradients = new float[capacity * inputSize];
        }
        return gradients;
    }

    /** Makes these gradients those of the features as they were given. */
    void unscaleGradients(int rows) {
        if (!standardizer.isNone()) {
            standardizer.applyToGradients(gradients, rows);
        }
    }

    /** Takes the gradients of one input out of them. */
    void split(int at, float[] ofInput, int columns, int rows) {
        Merging.copyColumns(gradients, 0, inputSize, at, ofInput, 0, columns, 0, columns, rows);
    }
}
