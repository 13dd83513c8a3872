package dev.netwright.runtime;

import dev.netwright.runtime.topology.Topology;

/**
 * How a pass goes forward and back in stages. A layer that is normalised over the batch ends one, since mean and variance, or the sums of their
 * gradients, need the rows of all passes that have the batch together; where there is no such layer, there is one stage.
 */
public abstract sealed class StagedPass extends PassComputation permits GeneratedPass {
    /** What is given of each head to go back from. */
    final HeadGradients headGradients;

    final PassOrder order;

    private final int capacity;
    private final int inputSize;
    private final NormalizedLayers normalizedLayers;
    private boolean hasBackwardArrays;

    /** For {@link GeneratedPass}. */
    StagedPass(Topology topology, int capacity, boolean goesBack) {
        super(topology, capacity);
        this.order = new PassOrder(goesBack);
        this.capacity = capacity;
        this.inputSize = topology.inputSize();
        this.headGradients = new HeadGradients(topology);
        this.normalizedLayers = new NormalizedLayers(topology);
    }

    /** Takes rows of a batch as far as the first layer that is normalised over it; without such to the outputs. */
    final void beginTraining(float[] inputs, int firstRow, int rows, long seed, long step, long batchRow) {
        order.requireWayBack();
        features.check(inputs, firstRow, rows);
        beginChecked(inputs, firstRow, rows, seed, step, batchRow);
    }

    /** The same of features that have been checked. */
    final void beginChecked(float[] inputs, int firstRow, int rows, long seed, long step, long batchRow) {
        needBackwardArrays();
        this.seed = seed;
        this.step = step;
        this.firstRow = batchRow;
        beginForward(inputs, firstRow, rows, /* isTraining= */ true);
    }

    /** As far as the first such layer, in training or not. */
    final void beginForward(float[] given, int firstRow, int rows, boolean isTraining) {
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

    /** Goes on to the outputs, of this pass alone. */
    final void continueForward() {
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

    /** Goes back as far as the last layer that is normalised over the batch; without such to dL/dz of every layer. */
    final void beginDeltas() {
        order.requireForward();
        headGradients.requireAll();
        prepareBackward();
        computeDeltasOfHeads(headGradients.given(), headGradients.areOfLogits(), rows);
        headGradients.clear();
    }

    /** Goes on to dL/dz of the first layer, of this pass alone. */
    final void continueDeltas() {
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
    final void join(StagedPass first, int batchRows) {
        normalizedLayers.join(first.normalizedLayers, batchRows);
    }

    /** What is normalised over the batch. */
    final NormalizedLayers normalizedLayers() {
        return normalizedLayers;
    }

    /** What an earlier backward pass left is no longer there, and the arrays of this one are. */
    final void prepareBackward() {
        order.backwardBegins();
        needBackwardArrays();
    }

    private void needBackwardArrays() {
        if (!hasBackwardArrays) {
            allocateBackward(capacity);
            hasBackwardArrays = true;
        }
    }
}
