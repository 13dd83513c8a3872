package dev.netwright.runtime;

import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.kernel.Merging;
import dev.netwright.runtime.topology.Topology;
import java.util.List;

/**
 * One thread's scratch for a forward and a backward pass. Buffers are allocated once, for {@link #capacity()} samples;
 * a pass in steady state allocates nothing. Parameters are read live from the network, so a pass sees every update.
 *
 * <p>Generated networks extend this class; {@link Network#newPass} makes one. Not for use by several threads at once.
 */
public abstract class Pass {
    private static final float[] NO_INPUTS = {};

    private final Topology topology;
    private final int capacity;
    private final int inputSize;
    private final int outputSize;
    private final IndexColumns indexColumns;
    private final HeadGradients headGradients;
    private List<Predictions> predictions = List.of();
    private float[] inputGradients = {};
    private float[] joinedInputs = {};
    private float[] scaledInputs = {};
    private InputScaling scaling;

    /** That of the last forward pass. */
    private Standardizer standardizer;

    private State state = State.EMPTY;

    /** The samples of the last forward pass start here in {@link #inputs}. */
    protected int inputOffset;

    /** The caller's features of the last forward pass; must stay unchanged until the backward pass is done. */
    protected float[] inputs = NO_INPUTS;

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

    /** Laid out as the parameters; allocated by the first backward pass, since inference needs none. */
    private float[] gradients = {};

    private boolean hasBackwardArrays;
    private boolean hasGradients;

    private enum State {
        EMPTY,
        FORWARD,
        BACKWARD
    }

    /** Called by generated code. */
    protected Pass(Topology topology, int capacity) {
        this.topology = topology;
        this.inputSize = topology.inputSize();
        this.scaling = new InputScaling(inputSize);
        this.standardizer = scaling.standardizer();
        this.outputSize = topology.outputSize();
        this.indexColumns = IndexColumns.of(topology);
        this.headGradients = new HeadGradients(topology);
        this.capacity = Checks.capacity(topology, capacity);
    }

    /** What the network is made of. */
    public final Topology topology() {
        return topology;
    }

    /** The most samples that one forward pass takes. */
    public final int capacity() {
        return capacity;
    }

    /** Samples of the last forward pass; 0 before the first. */
    public final int rows() {
        return rows;
    }

    /**
     * Computes the outputs of {@code rows} samples.
     *
     * @param inputs the features, {@code rows x inputSize}; kept, not copied, and read again by the backward pass
     * @param rows   samples, from 1 to {@link #capacity()}
     * @throws IllegalArgumentException if the length is not {@code rows x inputSize}, rows is out of range, a feature is not finite or
     *                                  one that picks a row of an embedding's table picks none; this pass is then unchanged
     */
    public final void forward(float[] inputs, int rows) {
        Checks.length("inputs", inputs, rows, inputSize);
        forward(inputs, 0, rows);
    }

    /**
     * Computes the outputs of {@code rows} samples of a larger array, the first being number {@code firstRow}.
     *
     * @param inputs the features, at least {@code (firstRow + rows) x inputSize}; kept, not copied
     * @throws IllegalArgumentException if the array is too short, rows is out of range, a feature of these rows is not finite or
     *                                  one that picks a row of an embedding's table picks none; this pass is then unchanged
     */
    public final void forward(float[] inputs, int firstRow, int rows) {
        checkInputs(inputs, firstRow, rows);
        forwardChecked(inputs, firstRow, rows);
    }

    /**
     * As {@link #forward(float[], int, int)}, as training does it: layers with dropout drop some of their activations, and a backward
     * pass goes back through those that are left. Which they are follows from the seed, the step and the row's number in the batch alone, so
     * passes may take a batch in parts of any size, and all passes of one step drop the same.
     *
     * @param seed     of the training
     * @param step     of the training, counted over all epochs
     * @param batchRow the number within its batch of the first of these rows
     */
    public final void forwardTraining(float[] inputs, int firstRow, int rows, long seed, long step, long batchRow) {
        checkInputs(inputs, firstRow, rows);
        needBackwardArrays();
        this.seed = seed;
        this.step = step;
        this.firstRow = batchRow;
        forward(inputs, firstRow, rows, /* isTraining= */ true);
    }

    /** The same for arguments that have been checked. */
    final void forwardChecked(float[] inputs, int firstRow, int rows) {
        forward(inputs, firstRow, rows, /* isTraining= */ false);
    }

    private void forward(float[] inputs, int firstRow, int rows, boolean isTraining) {
        takeInputs(inputs, firstRow, rows);
        this.rows = rows;
        this.isTraining = isTraining;
        // Should the computation fail, this pass holds nothing to go back from.
        state = State.EMPTY;
        headGradients.clear();
        computeForward(rows);
        state = State.FORWARD;
    }

    private void takeInputs(float[] features, int first, int count) {
        standardizer = scaling.standardizer();
        if (standardizer.isNone()) {
            inputs = features;
            inputOffset = first * inputSize;
            return;
        }
        if (scaledInputs.length == 0) {
            scaledInputs = new float[capacity * inputSize];
        }
        // Should a feature be out of range, this pass holds nothing to go back from.
        state = State.EMPTY;
        standardizer.apply(features, first * inputSize, scaledInputs, count);
        inputs = scaledInputs;
        inputOffset = 0;
    }

    /**
     * Computes the {@linkplain #gradients() gradients} of the parameters from the gradient at the outputs. What stood
     * there before is overwritten; the gradients of the samples are summed in their order.
     *
     * @param outputGradients dL/da of the last layer, or of all heads side by side, {@code rows x outputSize}; may be longer
     * @throws IllegalStateException    if no forward pass came before
     * @throws IllegalArgumentException if the array is too short
     */
    public final void backward(float[] outputGradients) {
        backwardDeltas(outputGradients);
        parameterGradients();
    }

    /**
     * As {@link #backward}, from the gradient at the logits (the pre-activation of the last layer): where a loss and
     * the last activation belong together, that gradient is simpler and stays exact however large the logits are.
     *
     * @param logitGradients dL/dz of the last layer, or of all heads side by side, {@code rows x outputSize}; may be longer
     * @throws IllegalStateException    if no forward pass came before
     * @throws IllegalArgumentException if the array is too short
     */
    public final void backwardFromLogits(float[] logitGradients) {
        backwardDeltasFromLogits(logitGradients);
        parameterGradients();
    }

    /**
     * Computes the {@linkplain #gradients() gradients} of the parameters from what {@link #fromOutputs} and {@link #fromLogits}
     * were given for each head.
     *
     * @throws IllegalStateException if nothing was given for a head since the last forward or backward pass
     */
    public final void backward() {
        backwardDeltas();
        parameterGradients();
    }

    /**
     * Lets the next {@link #backward()} start at the outputs of one head.
     *
     * @param head      its number among {@link Topology#heads()}
     * @param gradients dL/da of the head, {@code rows x units}; may be longer, kept until then
     * @return this
     * @throws IllegalStateException    if no forward pass came before
     * @throws IllegalArgumentException if the array is too short
     */
    public final Pass fromOutputs(int head, float[] gradients) {
        requireForward();
        headGradients.give(head, gradients, /* isOfLogits= */ false, rows);
        return this;
    }

    /**
     * Lets the next {@link #backward()} start at the logits of one head.
     *
     * @param head      its number among {@link Topology#heads()}
     * @param gradients dL/dz of the head, {@code rows x units}; may be longer, kept until then
     * @return this
     * @throws IllegalStateException    if no forward pass came before
     * @throws IllegalArgumentException if the array is too short
     */
    public final Pass fromLogits(int head, float[] gradients) {
        requireForward();
        headGradients.give(head, gradients, /* isOfLogits= */ true, rows);
        return this;
    }

    /**
     * The first half of {@link #backward()}.
     *
     * @throws IllegalStateException if nothing was given for a head since the last forward or backward pass
     */
    public final void backwardDeltas() {
        requireForward();
        headGradients.requireAll();
        prepareBackward();
        computeDeltasOfHeads(headGradients.given(), headGradients.areOfLogits(), rows);
        headGradients.clear();
        state = State.BACKWARD;
    }

    /**
     * The first half of {@link #backward}: dL/dz of every layer, from which {@link #addParameterGradients} goes on. For
     * callers who share out the second half among threads, or sum over several passes.
     *
     * @param outputGradients dL/da of the last layer, {@code rows x outputSize}; may be longer
     * @throws IllegalStateException    if no forward pass came before
     * @throws IllegalArgumentException if the array is too short
     */
    public final void backwardDeltas(float[] outputGradients) {
        requireForward();
        Checks.atLeast("outputGradients", outputGradients, rows, outputSize);
        prepareBackward();
        computeDeltas(outputGradients, rows);
        state = State.BACKWARD;
    }

    /**
     * The first half of {@link #backwardFromLogits}.
     *
     * @param logitGradients dL/dz of the last layer, {@code rows x outputSize}; may be longer
     * @throws IllegalStateException    if no forward pass came before
     * @throws IllegalArgumentException if the array is too short
     */
    public final void backwardDeltasFromLogits(float[] logitGradients) {
        requireForward();
        Checks.atLeast("logitGradients", logitGradients, rows, outputSize);
        prepareBackward();
        computeDeltasFromLogits(logitGradients, rows);
        state = State.BACKWARD;
    }

    /**
     * The second half of a backward pass: a share of the gradients of the parameters, summed over the samples in their order.
     * Changes nothing in this pass, so several threads may compute different shares at once. {@link #gradients()} stays as it is.
     *
     * @param gradients receives the gradients, laid out as {@link Network#parameters()}
     * @param share     which of them, and whether their sums go on from what is there
     * @throws IllegalStateException    if the last thing done was no backward pass
     * @throws IllegalArgumentException if there is not one gradient for each parameter
     */
    public final void addParameterGradients(float[] gradients, GradientShare share) {
        requireBackward("addParameterGradients");
        Checks.length("gradients", gradients, 1, topology.parameterCount());
        computeGradients(gradients, rows, share);
    }

    /** The live outputs of the last forward pass, {@code capacity x outputSize}; the first {@link #rows()} rows count. */
    public abstract float[] outputs();

    /** The live logits of the last forward pass, {@code capacity x outputSize}; the first {@link #rows()} rows count. */
    public abstract float[] logits();

    /**
     * What one head gave in the last forward pass; the same object every time.
     *
     * @param head its number among {@link Topology#heads()}
     */
    public final Predictions predictions(int head) {
        if (predictions.isEmpty()) {
            predictions = Predictions.of(this);
        }
        return predictions.get(head);
    }

    /** The live gradients of the last backward pass, laid out as {@link Network#parameters()}; empty before the first. */
    public final float[] gradients() {
        return gradients;
    }

    /**
     * The gradient of the inputs, dL/dx, {@code capacity x inputSize}; the first {@link #rows()} rows count. Computed
     * when it is asked for, as training does without it; the parameters must not change between the backward pass and
     * this call. What picks rows of tables has no gradient but 0: from one whole number to the next nothing is smooth.
     *
     * @throws IllegalStateException if the last thing done was no backward pass
     */
    public final float[] inputGradients() {
        requireBackward("inputGradients");
        if (inputGradients.length == 0) {
            inputGradients = new float[capacity * inputSize];
        }
        computeInputGradients(inputGradients, rows);
        if (!standardizer.isNone()) {
            standardizer.applyToGradients(inputGradients, rows);
        }
        return inputGradients;
    }

    /** Called by generated code: the gradients of some columns of the inputs, from {@code at} on. */
    protected final void splitInputGradients(int at, float[] gradients, int columns) {
        Merging.copyColumns(inputGradients(), 0, inputSize, at, gradients, 0, columns, 0, columns, rows);
    }

    /**
     * Called by generated code: an array for samples whose features come input by input, {@code capacity x inputSize}.
     *
     * @throws IllegalArgumentException if this pass does not take so many rows
     */
    protected final float[] joinedInputs(int rows) {
        checkRows(rows);
        if (joinedInputs.length == 0) {
            joinedInputs = new float[capacity * inputSize];
        }
        return joinedInputs;
    }

    /**
     * Called by generated code, for every input before the first is copied.
     *
     * @throws IllegalArgumentException if the length is not {@code rows x columns}, or a feature is not finite
     */
    protected static void checkColumns(String name, float[] values, int columns, int rows) {
        Checks.length(name, values, rows, columns);
        Checks.finite(name, values, 0, rows, columns);
    }

    /** Called by generated code: puts the features of one input into samples, {@code rows x inputSize}. */
    protected final void joinColumns(float[] values, int columns, int rows, float[] samples, int at) {
        Merging.copyColumns(values, 0, columns, 0, samples, 0, inputSize, at, columns, rows);
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

    /** Generated: every layer's z and a, from the first to the last. */
    protected abstract void computeForward(int rows);

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

    /** Generated: from every layer's dL/dz to a share of the gradients of the weights and biases. */
    protected abstract void computeGradients(float[] gradients, int rows, GradientShare share);

    /** Generated: from dL/dz of the first layer, which the backward pass left behind, to dL/dx. */
    protected abstract void computeInputGradients(float[] inputGradients, int rows);

    /** Scales features as a network does. */
    final void scaleWith(InputScaling shared) {
        scaling = shared;
    }

    /** Lets go of the caller's features, so that an idle pass does not keep them in memory. */
    final void forgetInputs() {
        inputs = NO_INPUTS;
        state = State.EMPTY;
    }

    private void checkInputs(float[] inputs, int firstRow, int rows) {
        checkRows(rows);
        Checks.range("inputs", inputs, firstRow, rows, inputSize);
        Checks.finite("inputs", inputs, firstRow, rows, inputSize);
        indexColumns.check("inputs", inputs, firstRow, rows);
    }

    private void checkRows(int rows) {
        Checks.rows(rows);
        if (rows > capacity) {
            throw new IllegalArgumentException("This pass takes at most " + capacity + " rows at a time, but rows is "
                    + rows + "; make a larger one with newPass(" + rows + ") or give fewer.");
        }
    }

    private void requireForward() {
        if (state == State.EMPTY) {
            throw new IllegalStateException("No forward pass has been made; call forward(...) before backward(...).");
        }
    }

    private void prepareBackward() {
        state = State.FORWARD;
        needBackwardArrays();
    }

    private void needBackwardArrays() {
        if (!hasBackwardArrays) {
            allocateBackward(capacity);
            hasBackwardArrays = true;
        }
    }

    private void requireBackward(String method) {
        if (state != State.BACKWARD) {
            throw new IllegalStateException(
                    "No backward pass has been made; call backward(...) before " + method + "(...).");
        }
    }

    private void parameterGradients() {
        // A network without parameters has none for ever, so their number does not tell whether this is the first time.
        if (!hasGradients) {
            gradients = new float[topology.parameterCount()];
            hasGradients = true;
        }
        computeGradients(gradients, rows, GradientShare.ALL);
    }
}
