package dev.netwright.runtime.metric;

import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.topology.OutputHead;

/** The mean absolute error and the root mean squared error. */
final class ErrorMetric implements Metric {
    enum Kind {
        MEAN_ABSOLUTE_ERROR("MAE"),
        ROOT_MEAN_SQUARED_ERROR("RMSE");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    private final Kind kind;

    ErrorMetric(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String name() {
        return kind.word;
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public void check(OutputHead head, Targets targets) {
        checkValues(this, head, targets);
    }

    static void checkValues(Metric metric, OutputHead head, Targets targets) {
        if (targets.areLabels()) {
            throw new IllegalArgumentException(
                    "The metric " + metric.name() + " needs target values, but the targets are labels.");
        }
        if (targets.width() != head.units()) {
            throw new IllegalArgumentException("The targets have " + targets.width() + " columns, but "
                    + head.description() + " has " + head.countOfOutputs() + "; the metric " + metric.name()
                    + " needs as many.");
        }
    }

    @Override
    public Accumulator start(OutputHead head) {
        return new Sums(kind, head.units());
    }

    @Override
    public String toString() {
        return name();
    }

    private static final class Sums implements Accumulator {
        private final Kind kind;
        private final double[] sums;
        private double weights;

        Sums(Kind kind, int outputs) {
            this.kind = kind;
            sums = new double[outputs];
        }

        @Override
        public void add(float[] outputs, int rows, Targets targets, int firstRow) {
            int columns = sums.length;
            for (int row = 0; row < rows; row++) {
                double weight = targets.weight(firstRow + row);
                weights += weight;
                for (int j = 0; j < columns; j++) {
                    double error =
                            (double) outputs[row * columns + j] - targets.values()[(firstRow + row) * columns + j];
                    sums[j] += weight * (kind == Kind.MEAN_ABSOLUTE_ERROR ? Math.abs(error) : error * error);
                }
            }
        }

        @Override
        public double value() {
            double sum = 0.0;
            for (double column : sums) {
                sum += kind == Kind.MEAN_ABSOLUTE_ERROR ? column / weights : Math.sqrt(column / weights);
            }
            return sum / sums.length;
        }
    }
}
