package dev.netwright.runtime.metric;

import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.topology.OutputHead;

/** R², with the targets' mean and variance updated row by row (West 1979), which loses no digits to a large mean. */
final class RSquared implements Metric {
    @Override
    public String name() {
        return "R²";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public void check(OutputHead head, Targets targets) {
        ErrorMetric.checkValues(this, head, targets);
    }

    @Override
    public Accumulator start(OutputHead head) {
        return new Sums(head.units());
    }

    @Override
    public String toString() {
        return name();
    }

    private static final class Sums implements Accumulator {
        private final double[] squaredErrors;
        private final double[] means;
        private final double[] squaredDeviations;
        private double weights;
        private long rows;

        Sums(int outputs) {
            squaredErrors = new double[outputs];
            means = new double[outputs];
            squaredDeviations = new double[outputs];
        }

        @Override
        public void add(float[] outputs, int rows, Targets targets, int firstRow) {
            int columns = means.length;
            for (int row = 0; row < rows; row++) {
                double weight = targets.weight(firstRow + row);
                if (weight == 0.0) {
                    continue;
                }
                weights += weight;
                this.rows++;
                for (int j = 0; j < columns; j++) {
                    add(j, weight, outputs[row * columns + j], targets.values()[(firstRow + row) * columns + j]);
                }
            }
        }

        private void add(int column, double weight, double output, double target) {
            double error = output - target;
            squaredErrors[column] += weight * error * error;
            double deviation = target - means[column];
            // The quotient first: it is exactly 1 in the first row, so equal targets have no deviation at all.
            means[column] += deviation * (weight / weights);
            squaredDeviations[column] += weight * deviation * (target - means[column]);
        }

        @Override
        public double value() {
            if (rows < 2) {
                return Double.NaN;
            }
            double sum = 0.0;
            for (int j = 0; j < means.length; j++) {
                sum += ofColumn(j);
            }
            return sum / means.length;
        }

        private double ofColumn(int column) {
            if (squaredDeviations[column] > 0.0) {
                return 1.0 - squaredErrors[column] / squaredDeviations[column];
            }
            // The product keeps NaN.
            return squaredErrors[column] == 0.0 ? 1.0 : 0.0 * squaredErrors[column];
        }
    }
}
