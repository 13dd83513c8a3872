package dev.netwright.runtime;

import dev.netwright.runtime.kernel.GradientShare;
import java.util.Optional;

/**
 * Several passes that take one batch of training together, each some of its rows, through a network that normalises over the batch. Such
 * a network goes forward in stages: from one normalised layer to the next, since every row needs the mean of all. And so it
 * goes back.
 *
 * <ol>
 *   <li>{@link #begin}, then {@link #beginForward} for every pass;
 *   <li>for every normalised layer {@link #findStatistics}, and when all shares of its columns are done, {@link #continueForward} for every pass;
 *   <li>what a backward pass starts with is given to every pass, then {@link #beginBackward} for each;
 *   <li>for every normalised layer, from the last to the first, {@link #findGradientSums} and {@link #continueBackward};
 *   <li>{@link Pass#addParameterGradients} of the passes, in their order.
 * </ol>
 *
 * <p>Passes, or shares of columns, may be the work of several threads. Bits depend neither on the number of passes nor of threads.
 *
 * <p>Called by {@code Trainer}, and public as that is in another package. It is not for programs, which have {@link Pass}.
 */
public final class JointPasses {
    private final StagedPass[] passes;
    private int count;

    /** For up to so many passes. */
    public JointPasses(int most) {
        passes = new StagedPass[most];
    }

    /**
     * Begins a batch.
     *
     * @param number    which of the passes it is, from 0; the first has the batch's first rows, and so on
     * @param pass      of a network, the same for all of them
     * @param batchRows rows of the whole batch
     */
    public void begin(int number, Pass pass, int batchRows) {
        // There are no others.
        passes[number] = (StagedPass) pass;
        count = number + 1;
        passes[number].join(passes[0], batchRows);
    }

    /** Layers that are normalised over the batch. */
    public int layers() {
        return passes[0].normalizedLayers().count();
    }

    /** Takes the rows of one pass to the first normalised layer, as {@link Pass#forwardTraining} does. */
    public void beginForward(int number, float[] inputs, int firstRow, int rows, long seed, long step, long batchRow) {
        passes[number].beginTraining(inputs, firstRow, rows, seed, step, batchRow);
    }

    /**
     * Finds mean and variance of some columns of a normalised layer.
     *
     * @param share which columns
     */
    public void findStatistics(int layer, GradientShare share) {
        int before = 0;
        for (int i = 0; i < count; i++) {
            statistics(i, layer).addSums(before, share);
            before += statistics(i, layer).count();
        }
        statistics(0, layer).findMeans(share);
        before = 0;
        for (int i = 0; i < count; i++) {
            statistics(i, layer).addSquares(before, share);
            before += statistics(i, layer).count();
        }
        statistics(0, layer).findDeviations(share);
    }

    private BatchStatistics statistics(int number, int layer) {
        return passes[number].normalizedLayers().get(layer);
    }

    /** Takes one pass from a normalised layer to the next, or to the outputs. */
    public void continueForward(int number, int layer) {
        passes[number].continueForwardFrom(layer);
    }

    /** Takes one pass from the gradients that it was given for each head back to the last normalised layer. */
    public void beginBackward(int number) {
        passes[number].beginDeltas();
    }

    /**
     * Finds what the way back needs of some columns of a normalised layer.
     *
     * @param share which columns
     */
    public void findGradientSums(int layer, GradientShare share) {
        int before = 0;
        for (int i = 0; i < count; i++) {
            statistics(i, layer).addGradientSums(before, share);
            before += statistics(i, layer).count();
        }
        statistics(0, layer).findGradients(share);
    }

    /** Takes one pass from a normalised layer back to the one before, or to dL/dz of the first layer. */
    public void continueBackward(int number, int layer) {
        passes[number].continueDeltasFrom(layer);
    }

    /** A mean or a variance of the batch that would not leave the running one finite, in words. */
    public Optional<String> notFinite() {
        return passes[0].normalizedLayers().notFinite();
    }

    /** As {@link Pass#updateStatistics}. */
    public void updateStatistics() {
        passes[0].updateStatistics();
    }
}
