package dev.netwright.runtime;

import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.topology.Topology;

/**
 * One thread's scratch for a forward and a backward pass. Buffers are allocated once, for {@link #capacity()} samples;
 * a pass in steady state allocates nothing. Parameters are read live from the network, so a pass sees every update.
 *
 * <p>{@link Network#newPass} makes one. Not for use by several threads at once.
 */
public abstract sealed class Pass permits PassComputation {
    /** For what generated code extends. */
    Pass() {}

    /** What the network is made of. */
    public abstract Topology topology();

    /** The most samples that one forward pass takes. */
    public abstract int capacity();

    /** Samples of the last forward pass; 0 before the first. */
    public abstract int rows();

    /**
     * Computes the outputs of {@code rows} samples.
     *
     * @param inputs the features, {@code rows x inputSize}, or more, of which the first rows count; kept, not copied, and read again by
     *               the backward pass
     * @param rows   samples, from 1 to {@link #capacity()}
     * @throws IllegalArgumentException if the array is too short, rows is out of range, a feature of these rows is not finite or
     *                                  one that picks a row of an embedding's table picks none; this pass is then unchanged
     */
    public abstract void forward(float[] inputs, int rows);

    /**
     * Computes the outputs of {@code rows} samples of a larger array, the first being number {@code firstRow}.
     *
     * @param inputs the features, at least {@code (firstRow + rows) x inputSize}; kept, not copied
     * @throws IllegalArgumentException if the array is too short, rows is out of range, a feature of these rows is not finite or
     *                                  one that picks a row of an embedding's table picks none; this pass is then unchanged
     */
    public abstract void forward(float[] inputs, int firstRow, int rows);

    /**
     * As {@link #forward(float[], int, int)}, as training does it: layers with dropout drop some of their activations, and a backward
     * pass goes back through those that are left. Which they are follows from the seed, the step and the row's number in the batch alone, so
     * all passes of one step drop the same. Where no layer is normalised over the batch, passes may therefore take a batch in parts of any
     * size.
     *
     * <p>Where layers are, these rows are the batch: it cannot be taken in parts, and {@link #updateStatistics} is a part of the step.
     *
     * @param seed     of the training
     * @param step     of the training, counted over all epochs
     * @param batchRow the number within its batch of the first of these rows
     * @throws IllegalArgumentException as {@link #forward(float[], int, int)} does, or if there is one row, and a layer is normalised over
     *                                  the batch that has one value of each column then
     */
    public abstract void forwardTraining(float[] inputs, int firstRow, int rows, long seed, long step, long batchRow);

    /**
     * Moves the network's {@linkplain Network#statistics() statistics} towards those of the batch that this pass took last, in training: once
     * a step. A trainer does it by itself, also for steps that change no parameter, such as those at a learning rate of 0. Changes nothing
     * where no layer is normalised over the batch.
     *
     * @throws IllegalStateException if the last forward pass was not one of training, or failed, or its statistics have been taken already
     * @throws ArithmeticException   if a mean or a variance of the batch is not finite; nothing has been changed then
     */
    public abstract void updateStatistics();

    /**
     * Computes the {@linkplain #gradients() gradients} of the parameters from the gradient at the outputs. What stood
     * there before is overwritten; the gradients of the samples are summed in their order.
     *
     * @param outputGradients dL/da of the last layer, or of all heads side by side, {@code rows x outputSize}; may be longer
     * @throws IllegalStateException    if no forward pass came before
     * @throws IllegalArgumentException if the array is too short
     */
    public abstract void backward(float[] outputGradients);

    /**
     * As {@link #backward}, from the gradient at the logits (the pre-activation of the last layer): where a loss and
     * the last activation belong together, that gradient is simpler and stays exact however large the logits are.
     *
     * @param logitGradients dL/dz of the last layer, or of all heads side by side, {@code rows x outputSize}; may be longer
     * @throws IllegalStateException    if no forward pass came before
     * @throws IllegalArgumentException if the array is too short
     */
    public abstract void backwardFromLogits(float[] logitGradients);

    /**
     * Computes the {@linkplain #gradients() gradients} of the parameters from what {@link #fromOutputs} and {@link #fromLogits}
     * were given for each head.
     *
     * @throws IllegalStateException if nothing was given for a head since the last forward or backward pass
     */
    public abstract void backward();

    /**
     * Lets the next {@link #backward()} start at the outputs of one head.
     *
     * @param head      its number among {@link Topology#heads()}
     * @param gradients dL/da of the head, {@code rows x units}; may be longer, kept until then
     * @return this
     * @throws IllegalStateException    if no forward pass came before, or a gradient was given for this head since; what was given for
     *                                  any head is forgotten then
     * @throws IllegalArgumentException if the array is too short; what was given for any head is forgotten then
     */
    public abstract Pass fromOutputs(int head, float[] gradients);

    /**
     * Lets the next {@link #backward()} start at the logits of one head.
     *
     * @param head      its number among {@link Topology#heads()}
     * @param gradients dL/dz of the head, {@code rows x units}; may be longer, kept until then
     * @return this
     * @throws IllegalStateException    if no forward pass came before, or a gradient was given for this head since; what was given for
     *                                  any head is forgotten then
     * @throws IllegalArgumentException if the array is too short; what was given for any head is forgotten then
     */
    public abstract Pass fromLogits(int head, float[] gradients);

    /**
     * The first half of {@link #backward()}.
     *
     * @throws IllegalStateException if nothing was given for a head since the last forward or backward pass
     */
    public abstract void backwardDeltas();

    /**
     * The first half of {@link #backward}: dL/dz of every layer, from which {@link #addParameterGradients} goes on. For
     * callers who share out the second half among threads, or sum over several passes.
     *
     * @param outputGradients dL/da of the last layer, {@code rows x outputSize}; may be longer
     * @throws IllegalStateException    if no forward pass came before
     * @throws IllegalArgumentException if the array is too short
     */
    public abstract void backwardDeltas(float[] outputGradients);

    /**
     * The first half of {@link #backwardFromLogits}.
     *
     * @param logitGradients dL/dz of the last layer, {@code rows x outputSize}; may be longer
     * @throws IllegalStateException    if no forward pass came before
     * @throws IllegalArgumentException if the array is too short
     */
    public abstract void backwardDeltasFromLogits(float[] logitGradients);

    /**
     * The second half of a backward pass: a share of the gradients of the parameters, summed over the samples in their order.
     * Changes nothing in this pass, so several threads may compute different shares at once. {@link #gradients()} stays as it is.
     *
     * @param gradients receives the gradients, laid out as {@link Network#parameters()}
     * @param share     which of them, and whether their sums go on from what is there
     * @throws IllegalStateException    if the last thing done was no backward pass
     * @throws IllegalArgumentException if there is not one gradient for each parameter
     */
    public abstract void addParameterGradients(float[] gradients, GradientShare share);

    /**
     * The live outputs of the last forward pass, {@code capacity x outputSize}; the first {@link #rows()} rows count.
     *
     * @throws IllegalStateException if no forward pass came before
     */
    public abstract float[] outputs();

    /**
     * The live logits of the last forward pass, {@code capacity x outputSize}; the first {@link #rows()} rows count.
     *
     * @throws IllegalStateException if no forward pass came before
     */
    public abstract float[] logits();

    /**
     * What one head gave in the last forward pass; the same object every time.
     *
     * @param head its number among {@link Topology#heads()}
     */
    public abstract Predictions predictions(int head);

    /**
     * The live gradients of the last backward pass, laid out as {@link Network#parameters()}.
     *
     * @throws IllegalStateException if the last thing done was no backward pass, or only its first half
     */
    public abstract float[] gradients();

    /**
     * The gradient of the inputs, dL/dx, {@code capacity x inputSize}; the first {@link #rows()} rows count. Computed
     * when it is asked for, as training does without it; the parameters must not change between the backward pass and
     * this call. What picks rows of tables has no gradient but 0: from one whole number to the next nothing is smooth.
     *
     * @throws IllegalStateException if the last thing done was no backward pass
     */
    public abstract float[] inputGradients();

    /** As {@link #forward(float[], int, int)}, of features that have been checked. */
    abstract void forwardChecked(float[] inputs, int firstRow, int rows);

    /** An array for one sample whose features the network writes itself. */
    abstract float[] sample();

    /** Lets go of the caller's features, so that an idle pass does not keep them in memory. */
    abstract void forgetInputs();
}
