package dev.netwright.runtime.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Samples whose features come input by input, and stand side by side in the rows of a data set. Generated code adds the inputs in their
 * order. Lists and arrays are read when the data set is made, and copied.
 */
public final class JoinedSamples {
    private final List<Input> inputs = new ArrayList<>();

    /** Without inputs yet. */
    public JoinedSamples() {}

    /** The samples of an input whose features nobody needs to tell from those of others. */
    static <S> JoinedSamples of(List<? extends S> samples, SampleFeatures<S> features) {
        JoinedSamples joined = new JoinedSamples();
        joined.inputs.add(new Samples<>("", Objects.requireNonNull(samples, "samples"), features));
        return joined;
    }

    /**
     * Adds an input whose samples are records.
     *
     * @param name    the input's, which its columns' names begin with
     * @param samples one for each row
     * @return this
     */
    public <S> JoinedSamples with(String name, List<? extends S> samples, SampleFeatures<S> features) {
        inputs.add(new Samples<>(name, Objects.requireNonNull(samples, name), features));
        return this;
    }

    /**
     * Adds an input whose samples are rows of features already.
     *
     * @param name   the input's, which its columns' names begin with
     * @param values {@code rows x columns}
     * @return this
     * @throws IllegalArgumentException if they do not divide into rows
     */
    public JoinedSamples with(String name, float[] values, int columns) {
        Objects.requireNonNull(values, name);
        if (columns < 1 || values.length % columns != 0) {
            throw new IllegalArgumentException("Input " + name + " has " + Values.count(values.length, "feature")
                    + ", which do not divide into samples of " + columns + ".");
        }
        inputs.add(new Rows(name, values, columns));
        return this;
    }

    /**
     * The samples with the constants that they should be classified as. The names of classes are those of the constants.
     *
     * @param labels    one for each sample
     * @param constants all that there are, in their order
     * @throws IllegalArgumentException if there are no samples, not as many of every input or not as many labels, a label is null, or a
     *                                  sample cannot be {@linkplain SampleFeatures#write written}; the message has its number
     * @throws IllegalStateException    if no input has been added
     */
    public <L extends Enum<L>> Dataset dataset(List<L> labels, L[] constants) {
        if (labels.size() != rows()) {
            throw new IllegalArgumentException(Values.thereAre(rows(), "sample") + ", but "
                    + Values.count(labels.size(), "label") + "; give one for each.");
        }
        return dataset(Targets.ofLabels(labels, constants))
                .withClassNames(Arrays.stream(constants).map(Enum::name).toList());
    }

    /**
     * The samples with the targets of each output head of a network, in the order of the heads.
     *
     * @throws IllegalArgumentException if there are no samples, not as many of every input, no targets or not as many targets of a head,
     *                                  or a sample cannot be {@linkplain SampleFeatures#write written}; the message has its number
     * @throws IllegalStateException    if no input has been added
     */
    public Dataset dataset(Targets... targets) {
        int rows = rows();
        for (Targets ofHead : targets) {
            if (rows != ofHead.rows()) {
                throw new IllegalArgumentException(Values.thereAre(rows, "sample") + ", but targets for "
                        + ofHead.rows() + "; give them for each.");
            }
        }
        int columns = inputs.stream().mapToInt(Input::columns).sum();
        Values.checkSize(rows, columns);
        float[] features = new float[rows * columns];
        FeatureColumns described = new FeatureColumns();
        int at = 0;
        for (Input input : inputs) {
            input.write(features, at, columns);
            input.describe(described);
            at += input.columns();
        }
        return Dataset.ofHeads(features, columns, targets)
                .withFeatureNames(described.names())
                .withIndicators(described.indicators());
    }

    /** A name for each column, which begins with its input's. */
    public List<String> names() {
        FeatureColumns described = new FeatureColumns();
        inputs.forEach(input -> input.describe(described));
        return described.names();
    }

    /** As many for every input. */
    private int rows() {
        if (inputs.isEmpty()) {
            throw new IllegalStateException(
                    "The samples have no input yet; call with(...) for each input of the network before dataset(...).");
        }
        Input first = inputs.get(0);
        for (Input input : inputs) {
            if (input.rows() != first.rows()) {
                throw new IllegalArgumentException(Values.thereAre(first.rows(), "sample") + " of input "
                        + first.name() + ", but " + input.rows() + " of input " + input.name()
                        + "; give as many of each.");
            }
        }
        return first.rows();
    }

    /** What all samples have for one input. */
    private sealed interface Input {
        String name();

        int rows();

        int columns();

        /** From a column on, into rows of so many columns. */
        void write(float[] features, int at, int stride);

        void describe(FeatureColumns all);
    }

    private record Samples<S>(String name, List<? extends S> samples, SampleFeatures<S> features) implements Input {
        @Override
        public int rows() {
            return samples.size();
        }

        @Override
        public int columns() {
            return features.count();
        }

        @Override
        public void write(float[] rows, int at, int stride) {
            int row = 0;
            for (S sample : samples) {
                write(sample, row, rows, row * stride + at);
                row++;
            }
        }

        private void write(S sample, int row, float[] rows, int at) {
            String place = "Sample " + row + (name.isEmpty() ? "" : " of input " + name);
            if (sample == null) {
                throw new IllegalArgumentException(place + " is null.");
            }
            try {
                features.write(sample, rows, at);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
            }
        }

        @Override
        public void describe(FeatureColumns all) {
            all.add(name.isEmpty() ? "" : name + ".", features.columns());
        }
    }

    private static final class Rows implements Input {
        private final String name;
        private final float[] values;
        private final int columns;

        Rows(String name, float[] values, int columns) {
            this.name = name;
            this.values = values;
            this.columns = columns;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int columns() {
            return columns;
        }

        @Override
        public int rows() {
            return values.length / columns;
        }

        @Override
        public void write(float[] rows, int at, int stride) {
            Values.checkFinite("feature of input " + name, values, columns);
            for (int row = 0; row < rows(); row++) {
                System.arraycopy(values, row * columns, rows, row * stride + at, columns);
            }
        }

        @Override
        public void describe(FeatureColumns all) {
            if (columns == 1) {
                all.number(name);
            } else {
                all.numbers(name, columns);
            }
        }
    }
}
