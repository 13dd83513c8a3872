package dev.netwright.runtime.topology;

import dev.netwright.runtime.kernel.PoolingShape;
import java.util.Optional;

/**
 * What becomes of activations that a layer pools, for every channel by itself.
 *
 * @param isMaximum whether a window becomes its maximum; else its mean
 * @param shape     the sizes of a sample and of its windows
 */
public record LayerPooling(boolean isMaximum, PoolingShape shape) {
    /** Of every window the maximum. */
    public static Optional<LayerPooling> maximum(PoolingShape shape) {
        return Optional.of(new LayerPooling(true, shape));
    }

    /** Of every window the mean. */
    public static Optional<LayerPooling> average(PoolingShape shape) {
        return Optional.of(new LayerPooling(false, shape));
    }

    /** No pool. */
    public static Optional<LayerPooling> none() {
        return Optional.empty();
    }
}
