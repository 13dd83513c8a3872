package dev.netwright.runtime;

import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.topology.Topology;
import java.util.List;
import java.util.Optional;

/**
 * What the passes of every generated network share: checks, the order in which things may be asked for, and arrays that do not depend
 * on the layers. Generated classes extend it; it is not for extension by hand.
 */
public abstract non-sealed class GeneratedPass extends PassComputation {
    private final Topology topology;
    private final int capacity;
    private final int inputSize;
    private final int outputSize;
    private final HeadGradients headGradients;
    private final NormalizedLayers normalizedLayers;
    private final PassOrder order = new PassOrder();
    private List<Predictions> predictions = List.of();

    /** Laid out as the parameters; allocated by the first backward pass, since inference needs none. */
    private float[] gradients = {};

    private boolean hasBackwardArrays;
    private boolean hasGradients;

    /** Called by generated code. */
    protected GeneratedPass(Topology topology, int capacity) {
        super(topology, Checks.capacity(topology, capacity));
        this.topology = topology;
        this.inputSize = topology.inputSize();
        this.outputSize = topology.outputSize();
        this.capacity = capacity;
        this.headGradients = new HeadGradients(topology);
        this.normalizedLayers = new NormalizedLayers(topology);
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
        Checks.batch(topology, rows);
        features.check(inputs, firstRow, rows);
        // From here on nothing is refused: what the last pass left would not fit another batch.
        join(this, rows);
        beginChecked(inputs, firstRow, rows, seed, step, batchRow);
        continueForward();
    }

    /** Takes rows of a batch as far as the first layer that is normalised over it; without such to the outputs. */
    final void beginTraining(float[] inputs, int firstRow, int rows, long seed, long step, long batchRow) {
        features.check(inputs, firstRow, rows);
        beginChecked(inputs, firstRow, rows, seed, step, batchRow);
    }

    private void beginChecked(float[] inputs, int firstRow, int rows, long seed, long step, long batchRow) {
        needBackwardArrays();
        this.seed = seed;
        this.step = step;
        this.firstRow = batchRow;
        beginForward(inputs, firstRow, rows, /* isTraining= */ true);
    }

    @Override
    public final void updateStatistics() {
        order.requireStatistics(isTraining);
        Optional<String> notFinite = normalizedLayers.notFinite();
        if (notFinite.isPresent()) {
            throw new ArithmeticException(notFinite.get());
        }
        normalizedLayers.updateRunning();
        order.statisticsAreTaken();
    }

    @Override
    final void forwardChecked(float[] inputs, int firstRow, int rows) {
        beginForward(inputs, firstRow, rows, /* isTraining= */ false);
        continueForward();
    }

    private void continueForward() {
        for (int layer = 0; layer < normalizedLayers.count(); layer++) {
            normalizedLayers.find(layer, isTraining);
            continueForwardFrom(layer);
        }
    }

    /** Goes on from a layer that is normalised over the batch, whose mean and variance are there. */
    final void continueForwardFrom(int layer) {
        continueForward(layer, rows);
        if (layer == normalizedLayers.count() - 1) {
            order.forwardIsDone(isTraining);
        }
    }

    private void beginForward(float[] given, int firstRow, int rows, boolean isTraining) {
        // Should scaling or the computation fail, this pass holds nothing to go back from.
        order.forget();
        inputs = features.take(given, firstRow * inputSize, rows);
        inputOffset = inputs == given ? firstRow * inputSize : 0;
        this.rows = rows;
        this.isTraining = isTraining;
        headGradients.clear();
        computeForward(rows);
        if (normalizedLayers.count() == 0) {
            order.forwardIsDone(isTraining);
        }
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

    /** Goes back as far as the last layer that is normalised over the batch; without such to dL/dz of every layer. */
    final void beginDeltas() {
        order.requireForward();
        headGradients.requireAll();
        prepareBackward();
        computeDeltasOfHeads(headGradients.given(), headGradients.areOfLogits(), rows);
        headGradients.clear();
    }

    private void continueDeltas() {
        for (int layer = normalizedLayers.count() - 1; layer >= 0; layer--) {
            normalizedLayers.findGradientSums(layer, isTraining);
            continueBackward(layer, rows);
        }
        order.deltasAreDone();
    }

    /** Goes back from a layer that is normalised over the batch, whose sums of gradients are there. */
    final void continueDeltasFrom(int layer) {
        continueBackward(layer, rows);
        if (layer == 0) {
            order.deltasAreDone();
        }
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

    /** Called by generated code: of one of the layers that are normalised over the batch, counted in their order. */
    protected final BatchStatistics statistics(int layer) {
        return normalizedLayers.get(layer);
    }

    /** Scales features as a network does, and knows where it keeps its statistics. */
    final void belongTo(InputScaling shared, float[] statistics) {
        features.scaleWith(shared);
        normalizedLayers.keepIn(statistics);
    }

    /** From now on the batch is in several passes, of which {@code first} has the first rows. */
    final void join(GeneratedPass first, int batchRows) {
        normalizedLayers.join(first.normalizedLayers, batchRows);
    }

    /** What is normalised over the batch. */
    final NormalizedLayers normalizedLayers() {
        return normalizedLayers;
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

    private void prepareBackward() {
        order.backwardBegins();
        needBackwardArrays();
    }

    private void needBackwardArrays() {
        if (!hasBackwardArrays) {
            allocateBackward(capacity);
            hasBackwardArrays = true;
        }
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
