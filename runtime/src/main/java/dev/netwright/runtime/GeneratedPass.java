package dev.netwright.runtime;

import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.topology.Topology;
import java.util.List;
import java.util.Optional;

/**
 * What the passes of every generated network share: checks, the order in which things may be asked for, and arrays that do not depend
 * on the layers. Generated classes extend it; it is not for extension by hand.
 */
public abstract non-sealed class GeneratedPass extends StagedPass {
    private final Topology topology;
    private final int capacity;
    private final int outputSize;
    private List<Predictions> predictions = List.of();

    /** Laid out as the parameters; allocated by the first backward pass, since inference needs none. */
    private float[] gradients = {};

    private boolean hasGradients;

    /** Called by generated code. */
    protected GeneratedPass(Topology topology, int capacity) {
        this(topology, capacity, /* goesBack= */ true);
    }

    /** Called by generated code for a pass whose layers share arrays, so that it can only predict. */
    protected GeneratedPass(Topology topology, PredictionCapacity predictions) {
        this(topology, predictions.rows(), /* goesBack= */ false);
    }

    private GeneratedPass(Topology topology, int capacity, boolean goesBack) {
        super(topology, Checks.capacity(topology, capacity), goesBack);
        this.topology = topology;
        this.capacity = capacity;
        this.outputSize = topology.outputSize();
    }

    @Override
    public final Topology topology() {
        return topology;
    }

    @Override
    public final int capacity() {
        return capacity;
    }

    @Override
    public final int rows() {
        return rows;
    }

    @Override
    public final void forward(float[] inputs, int rows) {
        forward(inputs, 0, rows);
    }

    @Override
    public final void forward(float[] inputs, int firstRow, int rows) {
        features.check(inputs, firstRow, rows);
        forwardChecked(inputs, firstRow, rows);
    }

    @Override
    public final void forwardTraining(float[] inputs, int firstRow, int rows, long seed, long step, long batchRow) {
        order.requireWayBack();
        Checks.batch(topology, rows);
        features.check(inputs, firstRow, rows);
        // From here on nothing is refused: what the last pass left would not fit another batch.
        join(this, rows);
        beginChecked(inputs, firstRow, rows, seed, step, batchRow);
        continueForward();
    }

    @Override
    public final void updateStatistics() {
        order.requireStatistics(isTraining);
        Optional<String> notFinite = normalizedLayers().notFinite();
        if (notFinite.isPresent()) {
            throw new ArithmeticException(notFinite.get());
        }
        normalizedLayers().updateRunning();
        order.statisticsAreTaken();
    }

    @Override
    final void forwardChecked(float[] inputs, int firstRow, int rows) {
        beginForward(inputs, firstRow, rows, /* isTraining= */ false);
        continueForward();
    }

    @Override
    public final void backward(float[] outputGradients) {
        backwardDeltas(outputGradients);
        parameterGradients();
    }

    @Override
    public final void backwardFromLogits(float[] logitGradients) {
        backwardDeltasFromLogits(logitGradients);
        parameterGradients();
    }

    @Override
    public final void backward() {
        backwardDeltas();
        parameterGradients();
    }

    @Override
    public final Pass fromOutputs(int head, float[] gradients) {
        order.requireForward();
        headGradients.give(head, gradients, /* isOfLogits= */ false, rows);
        return this;
    }

    @Override
    public final Pass fromLogits(int head, float[] gradients) {
        order.requireForward();
        headGradients.give(head, gradients, /* isOfLogits= */ true, rows);
        return this;
    }

    @Override
    public final void backwardDeltas() {
        beginDeltas();
        continueDeltas();
    }

    @Override
    public final void backwardDeltas(float[] outputGradients) {
        order.requireForward();
        Checks.atLeast("outputGradients", outputGradients, rows, outputSize);
        prepareBackward();
        computeDeltas(outputGradients, rows);
        headGradients.clear();
        continueDeltas();
    }

    @Override
    public final void backwardDeltasFromLogits(float[] logitGradients) {
        order.requireForward();
        Checks.atLeast("logitGradients", logitGradients, rows, outputSize);
        prepareBackward();
        computeDeltasFromLogits(logitGradients, rows);
        headGradients.clear();
        continueDeltas();
    }

    @Override
    public final void addParameterGradients(float[] gradients, GradientShare share) {
        order.requireDeltas("addParameterGradients");
        Checks.count("gradients", gradients, topology.name(), topology.parameterCount());
        computeGradients(gradients, rows, share);
    }

    @Override
    public final Predictions predictions(int head) {
        if (predictions.isEmpty()) {
            predictions = Predictions.of(this);
        }
        return predictions.get(head);
    }

    @Override
    public final float[] gradients() {
        order.requireGradients("gradients");
        return gradients;
    }

    @Override
    public final float[] inputGradients() {
        order.requireDeltas("inputGradients");
        float[] ofInputs = features.gradients();
        computeInputGradients(ofInputs, rows);
        features.unscaleGradients(rows);
        return ofInputs;
    }

    /**
     * Called by generated code: hands out what a forward pass computes.
     *
     * @throws IllegalStateException if there has been none
     */
    protected final float[] computed(float[] outputs) {
        order.requireOutputs();
        return outputs;
    }

    @Override
    final float[] sample() {
        return features.joined();
    }

    @Override
    final void forgetInputs() {
        inputs = NONE;
        order.forget();
    }

    private void parameterGradients() {
        // A network without parameters has none for ever, so their number does not tell whether this is the first time.
        if (!hasGradients) {
            gradients = new float[topology.parameterCount()];
            hasGradients = true;
        }
        computeGradients(gradients, rows, GradientShare.ALL);
        order.gradientsAreDone();
    }
}
