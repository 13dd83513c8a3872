package dev.netwright.runtime.metric;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.topology.OutputHead;
import java.util.Set;

/** Which class a row has and which one is predicted for it. */
final class Classes {
    /** What is predicted from outputs that are NaN. */
    static final int NONE = -1;

    /** Their outputs are probabilities of classes, whatever the targets are. */
    private static final Set<Activation> DISTRIBUTIONS = Set.of(Activation.SOFTMAX, Activation.LOG_SOFTMAX);

    private Classes() {}

    /** Refuses targets that do not give every row one class. */
    static void check(Metric metric, OutputHead head, Targets targets) {
        int outputs = head.units();
        boolean saysClasses = targets.areLabels() || DISTRIBUTIONS.contains(head.activation());
        boolean fits = targets.width() == outputs || (targets.areLabels() && outputs == 1 && targets.width() == 2);
        if (!fits) {
            throw new IllegalArgumentException("The targets have " + targets.width()
                    + (targets.areLabels() ? " classes" : " columns") + ", but " + head.description() + " has "
                    + head.countOfOutputs()
                    + "; the metric " + metric.name() + " needs as many.");
        }
        for (int row = 0; row < targets.rows() && !targets.areLabels(); row++) {
            if (outputs == 1) {
                checkBinary(metric, targets.values()[row], row);
            } else if (!saysClasses) {
                checkOneHot(metric, head, targets, row);
            } else {
                checkLargest(metric, targets, row);
            }
        }
    }

    private static void checkBinary(Metric metric, float value, int row) {
        if (value != 0f && value != 1f && value != -1f) {
            throw new IllegalArgumentException("The target in row " + row + ", column 0 is " + value
                    + ", but the metric " + metric.name() + " needs 1 for class 1 and 0 or -1 for class 0.");
        }
    }

    /** Numbers that are estimated have a largest one too, but no class. */
    private static void checkOneHot(Metric metric, OutputHead head, Targets targets, int row) {
        int ones = 0;
        int others = 0;
        int width = targets.width();
        for (int c = 0; c < width; c++) {
            float value = targets.values()[row * width + c];
            ones += value == 1f ? 1 : 0;
            others += value == 0f || value == -1f ? 1 : 0;
        }
        if (ones != 1 || ones + others != width) {
            throw new IllegalArgumentException("The metric " + metric.name() + " is of classes, but the targets of row "
                    + row + " are values and name none, and " + head.ending()
                    + "; give labels, or 1 for the right class and"
                    + " 0 or -1 for the others, or take a metric of values, such as MEAN_ABSOLUTE_ERROR.");
        }
    }

    private static void checkLargest(Metric metric, Targets targets, int row) {
        int width = targets.width();
        int largest = largest(targets.values(), row * width, width);
        for (int c = largest + 1; c < width; c++) {
            if (targets.values()[row * width + c] == targets.values()[row * width + largest]) {
                throw new IllegalArgumentException("The targets of row " + row + " are largest in columns " + largest
                        + " and " + c + ", but the metric " + metric.name() + " needs one right class.");
            }
        }
    }

    /** The right class of a row. */
    static int actual(Targets targets, int row, int outputs) {
        if (targets.areLabels()) {
            return targets.labels()[row];
        }
        if (outputs == 1) {
            return targets.values()[row] > 0f ? 1 : 0;
        }
        return largest(targets.values(), row * outputs, outputs);
    }

    /** The class predicted for a row; {@link #NONE} where an output is NaN. */
    static int predicted(float[] values, int row, int outputs, double threshold) {
        if (outputs == 1) {
            float output = values[row];
            return Float.isNaN(output) ? NONE : output > threshold ? 1 : 0;
        }
        return largest(values, row * outputs, outputs);
    }

    /** The first of the largest values; {@link #NONE} where one is NaN. */
    private static int largest(float[] values, int at, int columns) {
        int largest = 0;
        for (int c = 0; c < columns; c++) {
            if (Float.isNaN(values[at + c])) {
                return NONE;
            }
            if (values[at + c] > values[at + largest]) {
                largest = c;
            }
        }
        return largest;
    }
}
