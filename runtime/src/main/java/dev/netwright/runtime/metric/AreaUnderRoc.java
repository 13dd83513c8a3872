package dev.netwright.runtime.metric;

import dev.netwright.runtime.Topology;
import dev.netwright.runtime.data.Targets;
import java.util.Arrays;

/** The area under the ROC curve, from the ranks of all outputs; keeps a score, a class and a weight of every row. */
final class AreaUnderRoc implements Metric {
    @Override
    public String name() {
        return "AUC";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public void check(Topology topology, Targets targets) {
        if (topology.outputSize() > 2) {
            throw new IllegalArgumentException("The metric AUC is for two classes, in one or two outputs, but "
                    + topology.name() + " has " + topology.outputSize() + " outputs.");
        }
        Classes.check(this, topology, targets);
    }

    @Override
    public Accumulator start(Topology topology) {
        return new Ranks(topology.outputSize());
    }

    @Override
    public String toString() {
        return name();
    }

    private static final class Ranks implements Accumulator {
        private final int columns;
        private int size;
        private float[] scores = new float[64];
        private boolean[] positive = new boolean[64];
        private float[] weights = new float[64];

        Ranks(int columns) {
            this.columns = columns;
        }

        @Override
        public void add(float[] outputs, int rows, Targets targets, int firstRow) {
            ensureRoom(rows);
            for (int row = 0; row < rows; row++) {
                scores[size] = columns == 1 ? outputs[row] : outputs[2 * row + 1] - outputs[2 * row];
                positive[size] = Classes.actual(targets, firstRow + row, columns) == 1;
                weights[size] = targets.weight(firstRow + row);
                size++;
            }
        }

        private void ensureRoom(int rows) {
            if (size + rows > scores.length) {
                int capacity = Math.max(size + rows, 2 * scores.length);
                scores = Arrays.copyOf(scores, capacity);
                positive = Arrays.copyOf(positive, capacity);
                weights = Arrays.copyOf(weights, capacity);
            }
        }

        @Override
        public double value() {
            long[] order = order();
            double positives = 0.0;
            double negatives = 0.0;
            double wins = 0.0;
            int next;
            for (int first = 0; first < size; first = next) {
                float score = scores[(int) order[first]];
                if (Float.isNaN(score)) {
                    return Double.NaN;
                }
                double tiedPositives = 0.0;
                double tiedNegatives = 0.0;
                for (next = first; next < size && scores[(int) order[next]] == score; next++) {
                    int row = (int) order[next];
                    tiedPositives += positive[row] ? weights[row] : 0.0;
                    tiedNegatives += positive[row] ? 0.0 : weights[row];
                }
                wins += tiedPositives * (negatives + 0.5 * tiedNegatives);
                positives += tiedPositives;
                negatives += tiedNegatives;
            }
            return wins / (positives * negatives);
        }

        /** The rows by their scores, smallest first and NaN last: the upper halves order as the scores, the lower are rows. */
        private long[] order() {
            long[] order = new long[size];
            for (int row = 0; row < size; row++) {
                int bits = Float.floatToIntBits(scores[row] + 0f);
                int sortable = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
                order[row] = ((long) sortable << 32) | row;
            }
            Arrays.sort(order);
            return order;
        }
    }
}
