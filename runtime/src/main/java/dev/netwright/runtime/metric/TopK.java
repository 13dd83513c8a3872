package dev.netwright.runtime.metric;

import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.topology.OutputHead;

/** Whether the right class is among the {@code k} largest outputs. */
final class TopK implements Metric {
    private final int k;

    TopK(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k of the top-k accuracy must be at least 1, but is " + k + ".");
        }
        this.k = k;
    }

    @Override
    public String name() {
        return "top-" + k + " accuracy";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public void check(OutputHead head, Targets targets) {
        int outputs = head.units();
        if (outputs == 1 || k > outputs) {
            throw new IllegalArgumentException("The metric " + name() + " needs at least " + Math.max(2, k)
                    + " outputs, but " + head.description() + " has " + outputs + ".");
        }
        Classes.check(this, head, targets);
    }

    @Override
    public Accumulator start(OutputHead head) {
        return new Share(k, head.units());
    }

    @Override
    public String toString() {
        return name();
    }

    private static final class Share implements Accumulator {
        private final int k;
        private final int classes;
        private double right;
        private double all;

        Share(int k, int classes) {
            this.k = k;
            this.classes = classes;
        }

        @Override
        public void add(float[] outputs, int rows, Targets targets, int firstRow) {
            for (int row = 0; row < rows; row++) {
                double weight = targets.weight(firstRow + row);
                all += weight;
                if (before(outputs, row * classes, Classes.actual(targets, firstRow + row, classes)) < k) {
                    right += weight;
                }
            }
        }

        /** How many classes come before the right one; the negated comparisons let NaN come before everything. */
        private int before(float[] outputs, int at, int actual) {
            float output = outputs[at + actual];
            if (Float.isNaN(output)) {
                return classes;
            }
            int before = 0;
            for (int c = 0; c < classes; c++) {
                boolean isBehind = c < actual ? outputs[at + c] < output : outputs[at + c] <= output;
                before += isBehind ? 0 : 1;
            }
            return before;
        }

        @Override
        public double value() {
            return right / all;
        }
    }
}
