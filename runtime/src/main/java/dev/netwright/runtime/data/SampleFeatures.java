package dev.netwright.runtime.data;

import java.util.List;
import java.util.Objects;

/**
 * How samples of one type become rows of features. Generated classes have one for each record that is an input. Immutable, for any
 * number of threads.
 *
 * @param <S> samples
 */
public abstract class SampleFeatures<S> {
    private final int count;

    /** @param count columns of a row */
    protected SampleFeatures(int count) {
        this.count = count;
    }

    /** Samples that are rows already, {@code 1 x count} each. */
    public static SampleFeatures<float[]> ofRows(int count) {
        return new RowFeatures(count);
    }

    /** Features of one sample. */
    public final int count() {
        return count;
    }

    /**
     * Writes a sample's features. Allocates nothing.
     *
     * @param sample the sample
     * @param rows   receives {@code 1 x count} features from {@code at} on
     * @param at     where its row starts
     * @throws IllegalArgumentException if a value is missing that must not be, or is not finite; the message names it, and the row
     *                                  is partly written
     */
    public abstract void write(S sample, float[] rows, int at);

    /** Says what the columns are. */
    protected abstract void describe(FeatureColumns columns);

    /**
     * A sample's features in a new array, {@code 1 x count}.
     *
     * @throws IllegalArgumentException as {@link #write}
     */
    public final float[] of(S sample) {
        float[] row = new float[count];
        write(sample, row, 0);
        return row;
    }

    /** A name for each column, such as {@code width}, {@code heating=GAS}, {@code rents[3]} or {@code address.zip}. */
    public final List<String> names() {
        return columns().names();
    }

    /** What the columns are. */
    final FeatureColumns columns() {
        FeatureColumns columns = new FeatureColumns();
        describe(columns);
        return columns;
    }

    /**
     * Samples with the constants that they should be classified as. The names of columns and classes are those of components and
     * constants.
     *
     * @param labels    one for each sample
     * @param constants all that there are, in their order
     * @throws IllegalArgumentException if there are no samples or not as many labels, a label is null, or a sample cannot be
     *                                  {@linkplain #write written}; the message has its number
     */
    public final <L extends Enum<L>> Dataset dataset(List<? extends S> samples, List<L> labels, L[] constants) {
        return JoinedSamples.of(samples, this).dataset(labels, constants);
    }

    /**
     * Samples with the numbers that should be estimated for them.
     *
     * @param targets {@code samples x outputs}
     * @throws IllegalArgumentException if there are no samples or not as many targets, a target is not finite, or a sample cannot
     *                                  be {@linkplain #write written}; the message has its number
     */
    public final Dataset dataset(List<? extends S> samples, float[] targets, int outputs) {
        return dataset(samples, Targets.ofValues(targets, outputs));
    }

    /**
     * Samples with the targets of each output head of a network, in the order of the heads.
     *
     * @throws IllegalArgumentException if there are no samples or no targets or not as many targets of a head, or a sample cannot be
     *                                  {@linkplain #write written}; the message has its number
     */
    public final Dataset dataset(List<? extends S> samples, Targets... targets) {
        return JoinedSamples.of(samples, this).dataset(targets);
    }

    private static final class RowFeatures extends SampleFeatures<float[]> {
        RowFeatures(int count) {
            super(count);
        }

        @Override
        public void write(float[] sample, float[] rows, int at) {
            Objects.requireNonNull(sample, "sample");
            if (sample.length != count()) {
                throw new IllegalArgumentException(
                        "sample has " + sample.length + " features, but the network takes " + count() + ".");
            }
            Values.checkFinite("feature", sample, sample.length);
            System.arraycopy(sample, 0, rows, at, sample.length);
        }

        @Override
        protected void describe(FeatureColumns columns) {
            columns.numbers("input", count());
        }
    }
}
