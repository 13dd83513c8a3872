package dev.netwright.runtime.training;

import dev.netwright.runtime.Pass;
import dev.netwright.runtime.Predictions;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.loss.Loss;
import java.util.Optional;

/** What a worker has for one output head: gathered targets, losses of rows, and the gradients that a backward pass starts with. */
final class HeadBlock {
    private final int head;
    private final Pass pass;
    private final Predictions predictions;
    private final float[] gradients;
    private final double[] losses;
    private Optional<Targets> targets = Optional.empty();

    HeadBlock(int head, Pass pass) {
        this.head = head;
        this.pass = pass;
        predictions = pass.predictions(head);
        gradients = new float[pass.capacity() * predictions.head().units()];
        losses = new double[pass.capacity()];
    }

    /** The losses of the pass's rows, and their gradient for its way back. */
    void differentiate(Loss loss, Targets targets, int firstRow, double scale) {
        loss.evaluate(predictions, targets, firstRow, scale, gradients, losses);
        if (loss.fusesWith(predictions.head())) {
            pass.fromLogits(head, gradients);
        } else {
            pass.fromOutputs(head, gradients);
        }
    }

    /** The losses of the pass's rows alone. */
    void evaluate(Loss loss, Targets targets, int firstRow) {
        loss.evaluate(predictions, targets, firstRow, 1, gradients, losses);
    }

    /** The targets of the rows {@code order[first]} to {@code order[first + rows - 1]}, copied together. */
    Targets gather(Targets original, int[] order, int first, int rows) {
        if (targets.isEmpty()) {
            targets = Optional.of(allocated(original));
        }
        Targets gathered = targets.get();
        int width = original.width();
        for (int r = 0; r < rows; r++) {
            int row = order[first + r];
            if (original.areLabels()) {
                gathered.labels()[r] = original.labels()[row];
            } else {
                System.arraycopy(original.values(), row * width, gathered.values(), r * width, width);
            }
            if (original.areWeighted()) {
                gathered.weights()[r] = original.weight(row);
            }
        }
        return gathered;
    }

    private Targets allocated(Targets original) {
        int capacity = pass.capacity();
        Targets allocated = original.areLabels()
                ? Targets.ofLabels(new int[capacity], original.width())
                : Targets.ofValues(new float[capacity * original.width()], original.width());
        return original.areWeighted() ? allocated.weighted(new float[capacity]) : allocated;
    }

    /** Goes on with a sum over rows: adds {@code w·l} of the last rows one by one. */
    double addLosses(double sum) {
        double result = sum;
        for (int r = 0; r < predictions.rows(); r++) {
            result += losses[r];
        }
        return result;
    }
}
