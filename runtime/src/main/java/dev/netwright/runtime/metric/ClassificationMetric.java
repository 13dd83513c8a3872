package dev.netwright.runtime.metric;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.topology.OutputHead;
import java.util.OptionalDouble;

/** Metrics that count right and wrong classes: accuracy, precision, recall and F1. */
public final class ClassificationMetric implements Metric {
    enum Kind {
        ACCURACY("accuracy"),
        PRECISION("precision"),
        RECALL("recall"),
        F1("F1");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    private final Kind kind;
    private final OptionalDouble threshold;

    ClassificationMetric(Kind kind) {
        this(kind, OptionalDouble.empty());
    }

    private ClassificationMetric(Kind kind, OptionalDouble threshold) {
        this.kind = kind;
        this.threshold = threshold;
    }

    /**
     * The same metric with a threshold for networks with one output: class 1 is predicted where the output is greater. Where
     * none is given it is 0.5 after {@code SIGMOID} and {@code HARD_SIGMOID} and 0 after {@code TANH}, {@code HARD_TANH} and
     * {@code SOFTSIGN}; other last activations need one. Several outputs need none.
     *
     * @throws IllegalArgumentException if {@code threshold} is not finite
     */
    public ClassificationMetric threshold(float threshold) {
        if (!Float.isFinite(threshold)) {
            throw new IllegalArgumentException("The threshold must be finite, but is " + threshold + ".");
        }
        return new ClassificationMetric(kind, OptionalDouble.of(threshold));
    }

    @Override
    public String name() {
        return threshold.isPresent() ? kind.word + " (threshold " + (float) threshold.getAsDouble() + ")" : kind.word;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public void check(OutputHead head, Targets targets) {
        Classes.check(this, head, targets);
        if (head.units() == 1 && threshold.isEmpty() && defaultThreshold(head).isEmpty()) {
            throw new IllegalArgumentException("The metric " + name() + " has no threshold for the one output of "
                    + head.description() + ": " + head.ending() + "; give one with threshold(...).");
        }
    }

    private static OptionalDouble defaultThreshold(OutputHead head) {
        if (!(head.activation() instanceof Activation known)) {
            return OptionalDouble.empty();
        }
        return switch (known) {
            case SIGMOID, HARD_SIGMOID -> OptionalDouble.of(0.5);
            case TANH, HARD_TANH, SOFTSIGN -> OptionalDouble.of(0.0);
            default -> OptionalDouble.empty();
        };
    }

    @Override
    public Accumulator start(OutputHead head) {
        double limit = threshold.isPresent()
                ? threshold.getAsDouble()
                : defaultThreshold(head).orElse(Double.NaN);
        return new Counts(kind, head.units(), limit);
    }

    @Override
    public String toString() {
        return name();
    }

    /** The margins and the diagonal of the confusion matrix. */
    private static final class Counts implements Accumulator {
        private final Kind kind;
        private final int outputs;
        private final double threshold;
        private final double[] right;
        private final double[] predicted;
        private final double[] actual;

        Counts(Kind kind, int outputs, double threshold) {
            this.kind = kind;
            this.outputs = outputs;
            this.threshold = threshold;
            int classes = Math.max(2, outputs);
            right = new double[classes];
            predicted = new double[classes];
            actual = new double[classes];
        }

        @Override
        public void add(float[] outputs, int rows, Targets targets, int firstRow) {
            for (int row = 0; row < rows; row++) {
                int actualClass = Classes.actual(targets, firstRow + row, this.outputs);
                int predictedClass = Classes.predicted(outputs, row, this.outputs, threshold);
                double weight = targets.weight(firstRow + row);
                actual[actualClass] += weight;
                if (predictedClass == Classes.NONE) {
                    continue;
                }
                predicted[predictedClass] += weight;
                if (predictedClass == actualClass) {
                    right[actualClass] += weight;
                }
            }
        }

        @Override
        public double value() {
            if (sum(actual) == 0.0) {
                return Double.NaN;
            }
            if (kind == Kind.ACCURACY) {
                return sum(right) / sum(actual);
            }
            return actual.length == 2 ? ofClass(1) : meanOverClasses();
        }

        private double meanOverClasses() {
            double sum = 0.0;
            int occurring = 0;
            for (int c = 0; c < actual.length; c++) {
                if (actual[c] + predicted[c] > 0.0) {
                    sum += ofClass(c);
                    occurring++;
                }
            }
            return sum / occurring;
        }

        private double ofClass(int c) {
            return switch (kind) {
                case PRECISION -> ratio(right[c], predicted[c]);
                case RECALL -> ratio(right[c], actual[c]);
                default -> ratio(2.0 * right[c], predicted[c] + actual[c]);
            };
        }

        private static double ratio(double part, double whole) {
            return whole == 0.0 ? 0.0 : part / whole;
        }

        private static double sum(double[] values) {
            double sum = 0.0;
            for (double value : values) {
                sum += value;
            }
            return sum;
        }
    }
}
