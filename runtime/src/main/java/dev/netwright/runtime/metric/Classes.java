package dev.netwright.runtime.metric;

import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.topology.OutputHead;

/** Which class a row has and which one is predicted for it. */
final class Classes {
    /** What is predicted from outputs that are NaN. */
    static final int NONE = -1;

    private Classes() {}

    /** Refuses targets that do not give every row one class. */
    static void check(Metric metric, OutputHead head, Targets targets) {
        int outputs = head.units();
        boolean fits = targets.width() == outputs || (targets.areLabels() && outputs == 1 && targets.width() == 2);
        if (!fits) {
            throw new IllegalArgumentException("The targets have " + targets.width()
                    + (targets.areLabels() ? " classes" : " columns") + ", but " + head.description() + " has "
                    + outputs
                    + " outputs; the metric " + metric.name() + " needs as many.");
        }
        for (int row = 0; row < targets.rows() && !targets.areLabels(); row++) {
            if (outputs == 1) {
                checkBinary(metric, targets.values()[row], row);
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
