package dev.netwright.runtime;

import dev.netwright.runtime.kernel.BatchNormalization;
import dev.netwright.runtime.kernel.BatchNormalizationGradients;
import dev.netwright.runtime.kernel.BatchSums;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a pass knows of a layer that is normalised over the batch: the mean and the variance of each of its columns, and on the way
 * back two sums for each. In a pass of training they are those of the batch, of which other passes may have a part
 * ({@link JointPasses}); in every other pass mean and variance are the running ones, which are constants on the way back, so that the sums
 * count for nothing.
 *
 * <p>Columns are units, or where there are pixels channels, whose values in all pixels of all samples count alike.
 *
 * <p>Called by generated code, and public for that alone. Programs have {@link Network#statistics()} and {@link Pass#updateStatistics()}.
 */
public final class BatchStatistics {
    private final int pixels;
    private final int columns;
    private final int runningMeans;
    private final int runningVariances;
    private final float epsilon;
    private final float[] means;
    private final BatchSums sums;
    private final BatchSums squares;
    private final float[] inverseDeviations;

    /** On the way back, for each column {@code Σ n·dL/dz} and then for each {@code Σ dL/dz}. */
    private final float[] gradientSums;

    private final BatchSums openGradientSums;

    private float[] running = {};

    /** That of the first pass of the batch, which has the sums over all of it; of a pass alone its own. */
    private BatchStatistics batch = this;

    /** Values of a column in the whole batch. */
    private int batchCount;

    private boolean isTraining;

    /** Of the last pass: u, then dL/dz and n, {@code count x columns}. */
    private int count;

    private float[] values = {};
    private float[] deltas = {};
    private float[] normalized = {};

    private final String name;

    private BatchStatistics(NetworkLayer layer) {
        name = layer.name();
        LayerTreatment treatment = layer.treatment();
        pixels = treatment.pixels();
        columns = layer.gainCount();
        runningMeans = treatment.statisticsOffset();
        runningVariances = runningMeans + columns;
        epsilon = treatment.epsilon();
        means = new float[columns];
        sums = new BatchSums(columns);
        squares = new BatchSums(columns);
        inverseDeviations = new float[columns];
        gradientSums = new float[2 * columns];
        openGradientSums = new BatchSums(2 * columns);
    }

    /** Of all layers that are normalised over the batch, in their order. */
    static BatchStatistics[] of(Topology topology) {
        return topology.layers().stream()
                .filter(layer -> layer.treatment().normalizesBatch())
                .map(BatchStatistics::new)
                .toArray(BatchStatistics[]::new);
    }

    /** Where the network keeps the running ones of all layers. */
    void keepIn(float[] statistics) {
        running = statistics;
    }

    /** From now on the batch is what is in some passes, of which {@code first} has the first rows. */
    void join(BatchStatistics first, int batchRows) {
        batch = first;
        batchCount = batchRows * pixels;
        isTraining = true;
    }

    /**
     * Takes the rows of a pass, whose mean and variance are to be found.
     *
     * @param u {@code rows x units}; to be left as it is until it is normalised
     */
    public void take(float[] u, int rows) {
        values = u;
        count = rows * pixels;
    }

    /** Values of a column in this pass. */
    int count() {
        return count;
    }

    /** Goes on with {@code Σ u} of the batch, of which there are so many values of a column before this pass. */
    void addSums(int before, GradientShare share) {
        BatchNormalization.sums(values, batch.means, batch.sums, before, count, columns, share);
    }

    /** Of the batch, whose sums are there. */
    void findMeans(GradientShare share) {
        BatchNormalization.means(sums, means, batchCount, columns, share);
    }

    /** Goes on with {@code Σ (u - mean)²} of the batch. */
    void addSquares(int before, GradientShare share) {
        BatchNormalization.squares(values, batch.means, batch.squares, before, count, columns, share);
    }

    /** Of the batch, whose squares are there. */
    void findDeviations(GradientShare share) {
        BatchNormalization.inverseDeviations(squares, inverseDeviations, batchCount, epsilon, columns, share);
    }

    /** The batch is what is in this pass. */
    void findAlone() {
        addSums(0, GradientShare.ALL);
        findMeans(GradientShare.ALL);
        addSquares(0, GradientShare.ALL);
        findDeviations(GradientShare.ALL);
    }

    /** Takes the running ones for this pass. */
    void useRunning() {
        batch = this;
        isTraining = false;
        System.arraycopy(running, runningMeans, means, 0, columns);
        BatchNormalization.inverseDeviations(running, runningVariances, epsilon, inverseDeviations, columns);
        Arrays.fill(gradientSums, 0f);
        batchCount = 1;
    }

    /** A mean or a variance of the last batch that would not leave the running one finite, in words. */
    Optional<String> notFinite() {
        for (int column = 0; column < columns; column++) {
            float mean = means[column];
            // Of two finite means the way from one to the other may be too long.
            if (!Float.isFinite(mean - running[runningMeans + column])) {
                return Optional.of(notFinite("mean", column, mean));
            }
            float variance = batchCount > 1 ? BatchNormalization.unbiasedVariance(squares, column, batchCount) : 0f;
            if (!Float.isFinite(variance)) {
                return Optional.of(notFinite("variance", column, variance));
            }
        }
        return Optional.empty();
    }

    private String notFinite(String what, int column, float value) {
        return "The " + what + " of column " + column + " of layer " + name + " over the batch is " + value
                + ", which is too large to go into a running one.";
    }

    /** Moves the running ones towards those of the last batch. */
    void updateRunning() {
        BatchNormalization.updateRunning(means, squares, batchCount, running, runningMeans, runningVariances, columns);
    }

    /**
     * {@code n = (u - mean) / √(variance + ε)}, {@code z = gain·n + shift}.
     *
     * @param u          {@code rows x units}
     * @param parameters gains and shifts from their offsets
     * @param n          receives {@code rows x units}
     * @param z          receives {@code rows x units}; may be u
     */
    public void normalize(float[] u, float[] parameters, int gains, int shifts, float[] n, float[] z, int rows) {
        BatchNormalization.normalize(
                u, batch.means, batch.inverseDeviations, parameters, gains, shifts, n, z, rows * pixels, columns);
    }

    /**
     * Takes the gradients of a pass, whose sums are to be found; both are to be left as they are.
     *
     * @param dz {@code rows x units}
     * @param n  {@code rows x units}, as {@link #normalize} left it
     */
    public void takeGradients(float[] dz, float[] n, int rows) {
        deltas = dz;
        normalized = n;
        count = rows * pixels;
    }

    /** Goes on with the sums of the batch. */
    void addGradientSums(int before, GradientShare share) {
        BatchNormalizationGradients.gradientSums(
                deltas, normalized, batch.openGradientSums, before, count, columns, share);
    }

    /** Of the batch, whose sums are there. */
    void findGradients(GradientShare share) {
        BatchNormalizationGradients.gradients(openGradientSums, gradientSums, columns, share);
    }

    /**
     * {@code dL/du = gain·(dL/dz - mean(dL/dz) - n·mean(n·dL/dz)) / √(variance + ε)} with means over the batch, which are 0 where mean
     * and variance are constants.
     *
     * @param dz         {@code rows x units}
     * @param n          {@code rows x units}, as {@link #normalize} left it
     * @param parameters gains from their offset
     * @param du         receives {@code rows x units}
     */
    public void backward(float[] dz, float[] n, float[] parameters, int gains, float[] du, int rows) {
        BatchNormalizationGradients.backward(
                dz,
                n,
                batch.inverseDeviations,
                parameters,
                gains,
                batch.gradientSums,
                0,
                columns,
                batchCount,
                du,
                rows * pixels,
                columns);
    }

    /**
     * {@code dgain = Σ n·dL/dz} and {@code dshift = Σ dL/dz}. Of a batch in several passes the first adds those of all, which are there
     * since the way back.
     *
     * @param dz        {@code rows x units}
     * @param n         {@code rows x units}, as {@link #normalize} left it
     * @param gradients of all parameters; gains and shifts from their offsets
     * @param share     which of the columns, and whether sums go on from what is there
     */
    public void parameterGradients(
            float[] dz, float[] n, float[] gradients, int gains, int shifts, int rows, GradientShare share) {
        if (!isTraining && batch == this) {
            BatchNormalizationGradients.parameterGradients(
                    dz, n, gradients, gains, shifts, rows * pixels, columns, share);
        } else if (batch == this) {
            BatchNormalizationGradients.takeOver(gradientSums, 0, gradients, gains, columns, share);
            BatchNormalizationGradients.takeOver(gradientSums, columns, gradients, shifts, columns, share);
        }
    }
}
