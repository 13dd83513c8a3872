package dev.netwright.processor.plan;

import dev.netwright.processor.model.DenseLayer;

/**
 * Decides which layers are unrolled.
 *
 * @param mostUnrolledWeights the most weights of an unrolled layer
 */
public record CostModel(int mostUnrolledWeights) {
    /**
     * Straight-line code beats a kernel's call for one sample up to about 100 weights (measured: 23 ns against 27 ns for
     * a 4-16-3 network, but 153 ns against 48 ns for 16-16-16-4), and stays far below HotSpot's limit for a method.
     */
    public static final CostModel DEFAULT = new CostModel(96);

    /**
     * The sums of more inputs are long enough for kernels to take them in parts, side by side; in straight-line code they would be
     * slower and have other bits. The runtime's {@code SumParts} begins with one more.
     */
    public static final int MOST_UNROLLED_INPUTS = 23;

    /** However generous the model, a layer that no split makes small enough is not unrolled. */
    boolean unrolls(DenseLayer layer) {
        return layer.inputs() <= MOST_UNROLLED_INPUTS
                && layer.weightCount() <= mostUnrolledWeights
                && MethodBudget.canUnroll(layer.inputs(), layer.units());
    }
}
