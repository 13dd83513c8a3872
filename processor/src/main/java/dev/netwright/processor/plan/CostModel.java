package dev.netwright.processor.plan;

import dev.netwright.processor.model.LayerModel;

/**
 * Decides which layers are unrolled.
 *
 * @param mostUnrolledWeights the most weights of an unrolled layer
 */
public record CostModel(int mostUnrolledWeights) {
    /**
     * Far below HotSpot's limit for a method. The benchmarks' part "threshold" times both ways for single layers: straight-line
     * code is faster for up to 48 weights, and a kernel for 4 x 16 and all that is larger; at 8 x 8 straight-line code was a tenth faster,
     * which is given up for a rule of one number.
     */
    public static final CostModel DEFAULT = new CostModel(63);

    /**
     * The sums of more inputs are long enough for kernels to take them in parts, side by side; in straight-line code they would be
     * slower and have other bits. The runtime's {@code SumParts} begins with one more.
     */
    public static final int MOST_UNROLLED_INPUTS = 23;

    /** However generous the model, a convolution is not unrolled, nor an embedding, nor a layer that no split makes small enough. */
    boolean unrolls(LayerModel layer) {
        return layer.convolution().isEmpty()
                && layer.embedding().isEmpty()
                && layer.inputs() <= MOST_UNROLLED_INPUTS
                && layer.weightCount() <= mostUnrolledWeights
                && MethodBudget.canUnroll(layer.inputs(), layer.units());
    }
}
