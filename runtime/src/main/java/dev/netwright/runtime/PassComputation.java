package dev.netwright.runtime;

import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.topology.Topology;

/**
 * The contract between passes and generated code: what its methods find there, what they may call, and what they compute. {@link
 * GeneratedPass} calls them in the right order.
 */
public abstract sealed class PassComputation extends Pass permits StagedPass {
    static final float[] NONE = {};

    /** The features of the last forward pass, the caller's where nothing scales them; they must stay unchanged until the backward pass is done. */
    protected float[] inputs = NONE;

    /** The samples of the last forward pass start here in {@link #inputs}. */
    protected int inputOffset;

    /** Samples of the last forward pass. */
    protected int rows;

    /** Whether the last forward pass was one of training, in which layers drop activations: which ones follows from what is below. */
    protected boolean isTraining;

    /** Of the training. */
    protected long seed;

    /** Of the training, counted over all epochs. */
    protected long step;

    /** The number within its batch of the first sample. */
    protected long firstRow;

    /** From the caller, and on their way to {@link #inputs}. */
    final PassInputs features;

    /** For {@link StagedPass}. */
    PassComputation(Topology topology, int capacity) {
        features = new PassInputs(topology, capacity);
    }

    /** Called by generated code: the gradients of some columns of the inputs, from {@code at} on. */
    protected final void splitInputGradients(int at, float[] gradients, int columns) {
        inputGradients();
        features.split(at, gradients, columns, rows);
    }

    /**
     * Called by generated code: an array for samples whose features come input by input, {@code capacity x inputSize}.
     *
     * @throws IllegalArgumentException if this pass does not take so many rows
     */
    protected final float[] joinedInputs(int rows) {
        features.checkRows(rows);
        return features.joined();
    }

    /**
     * Called by generated code, for every input before the first is copied.
     *
     * @throws IllegalArgumentException if there are fewer than {@code rows x columns}, or a feature is not finite
     */
    protected static void checkColumns(String name, float[] values, int columns, int rows) {
        Checks.atLeast(name, values, rows, columns);
        Checks.finite(name, values, 0, rows, columns);
    }

    /** Called by generated code: puts the features of one input into samples, {@code rows x inputSize}. */
    protected final void joinColumns(float[] values, int columns, int rows, float[] samples, int at) {
        features.join(values, columns, rows, samples, at);
    }

    /** Generated where there are several heads: the outputs of one. */
    protected float[] headOutputs(int head) {
        return outputs();
    }

    /** Generated where there are several heads: the logits of one. */
    protected float[] headLogits(int head) {
        return logits();
    }

    /** Generated: the buffers that only training and backward passes need, for {@code capacity} rows; called once. */
    protected abstract void allocateBackward(int capacity);

    /** Generated: every layer's z and a, from the first to the last, or as far as u of the first that is normalised over the batch. */
    protected abstract void computeForward(int rows);

    /** Generated where layers are normalised over the batch: on from one of these to the next, or to the last layer. */
    protected void continueForward(int normalized, int rows) {}

    /** Generated: from dL/da of the last layer, or of all heads side by side, to dL/dz of every layer. */
    protected abstract void computeDeltas(float[] outputGradients, int rows);

    /** Generated: from dL/dz of the last layer, or of all heads side by side, to dL/dz of every layer. */
    protected abstract void computeDeltasFromLogits(float[] logitGradients, int rows);

    /** Generated where there are several heads: from dL/da or dL/dz of each to dL/dz of every layer. */
    protected void computeDeltasOfHeads(float[][] gradients, boolean[] areOfLogits, int rows) {
        if (areOfLogits[0]) {
            computeDeltasFromLogits(gradients[0], rows);
        } else {
            computeDeltas(gradients[0], rows);
        }
    }

    /** Generated where layers are normalised over the batch: back from one of these to the one before, or to the first layer. */
    protected void continueBackward(int normalized, int rows) {}

    /** Generated: from every layer's dL/dz to a share of the gradients of the weights and biases. */
    protected abstract void computeGradients(float[] gradients, int rows, GradientShare share);

    /** Generated: from dL/dz of the first layer, which the backward pass left behind, to dL/dx. */
    protected abstract void computeInputGradients(float[] inputGradients, int rows);
}
