package dev.netwright.runtime.loss;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.Topology;
import dev.netwright.runtime.data.Targets;

/**
 * What training makes small. A loss gives each row a value and the gradient of that value; the loss of a batch is the
 * mean over its rows, weighted where rows or classes have weights: {@code L = Σ w·l / Σ w}.
 *
 * <p>Immutable and without state, so one loss serves any number of threads.
 */
public abstract class Loss {
    /** Anybody may write a kind of their own. */
    protected Loss() {}

    /** The name in the field's words, for logs and tables. */
    public abstract String name();

    /**
     * Refuses what cannot be computed, before any parameter changes.
     *
     * @throws IllegalArgumentException if the targets or the last activation do not suit this loss; the message has both
     */
    public abstract void check(Topology topology, Targets targets);

    /**
     * Whether the gradient is taken at the logits for a network with this last activation, because the two belong
     * together: the gradient is then simple and exact however large the logits are.
     */
    public abstract boolean fusesWith(Activation lastActivation);

    /** The weight of one row: its sample weight times, for a loss that has them, its class weight. */
    public double weight(Targets targets, int row) {
        return targets.weight(row);
    }

    /**
     * The loss of the rows of a forward pass and its gradient. Row {@code r} of the pass has row {@code firstRow + r} of
     * the targets.
     *
     * @param pass      a pass after its forward computation
     * @param targets   the targets of at least {@code firstRow + pass.rows()} rows
     * @param firstRow  the target row of the pass's first row
     * @param scale     what every gradient is multiplied with, usually {@code 1 / Σ w} of the whole batch
     * @param gradients receives {@code scale·w·∂l}, {@code pass.rows() x outputSize}: at the logits where the loss
     *                  {@linkplain #fusesWith fuses}, at the outputs otherwise
     * @return {@code Σ w·l} over the rows, not scaled
     */
    public abstract double evaluate(Pass pass, Targets targets, int firstRow, double scale, float[] gradients);
}
