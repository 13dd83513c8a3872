package dev.netwright.runtime.metric;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.topology.OutputHead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The area under the ROC curve, from the ranks of all rows; keeps a score, a class and a weight of every row. */
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
    public void check(OutputHead head, Targets targets) {
        if (head.units() > 2) {
            throw new IllegalArgumentException("The metric AUC is for two classes, in one or two outputs, but "
                    + head.description() + " has " + head.countOfOutputs() + ".");
        }
        Classes.check(this, head, targets);
    }

    @Override
    public Accumulator start(OutputHead head) {
        return new Ranks(head);
    }

    @Override
    public String toString() {
        return name();
    }

    private record Scored(double score, boolean isPositive, double weight) {}

    private static final class Ranks implements Accumulator {
        private final int columns;
        private final boolean areProbabilities;
        private final List<Scored> rows = new ArrayList<>();

        Ranks(OutputHead head) {
            columns = head.units();
            areProbabilities = head.activation() == Activation.SOFTMAX;
        }

        @Override
        public void add(float[] outputs, int rows, Targets targets, int firstRow) {
            for (int row = 0; row < rows; row++) {
                boolean isPositive = Classes.actual(targets, firstRow + row, columns) == 1;
                this.rows.add(new Scored(score(outputs, row), isPositive, targets.weight(firstRow + row)));
            }
        }

        /** Grows with what speaks for class 1. Differences of probabilities would be equal wherever one is tiny. */
        private double score(float[] outputs, int row) {
            if (columns == 1) {
                return outputs[row];
            }
            double negative = outputs[2 * row];
            double positive = outputs[2 * row + 1];
            return areProbabilities ? positive / negative : positive - negative;
        }

        /** Pairs that are won, over all pairs: a row of class 1 wins over every row of class 0 with a smaller score. */
        @Override
        public double value() {
            rows.sort(Comparator.comparingDouble(Scored::score));
            double positives = 0.0;
            double negatives = 0.0;
            double wins = 0.0;
            int next;
            for (int first = 0; first < rows.size(); first = next) {
                double score = rows.get(first).score();
                if (Double.isNaN(score)) {
                    return Double.NaN;
                }
                double tiedPositives = 0.0;
                double tiedNegatives = 0.0;
                for (next = first; next < rows.size() && rows.get(next).score() == score; next++) {
                    Scored row = rows.get(next);
                    tiedPositives += row.isPositive() ? row.weight() : 0.0;
                    tiedNegatives += row.isPositive() ? 0.0 : row.weight();
                }
                wins += tiedPositives * (negatives + 0.5 * tiedNegatives);
                positives += tiedPositives;
                negatives += tiedNegatives;
            }
            return wins / (positives * negatives);
        }
    }
}
