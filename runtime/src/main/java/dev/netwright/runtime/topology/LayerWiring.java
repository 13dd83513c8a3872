package dev.netwright.runtime.topology;

import dev.netwright.annotations.Merge;
import java.util.List;

/**
 * What a layer reads.
 *
 * @param from     the names of layers or the input; empty for the layer above, or for the first layer the only input
 * @param merge    how several of them become one input
 * @param residual the name of what is added after the activation; empty where nothing is
 * @param pixels   in how many pixels all of them are arranged where {@code CONCATENATE} joins the channels of each
 *                 pixel; 1 where it joins columns
 */
public record LayerWiring(List<String> from, Merge merge, String residual, int pixels) {
    /** The layer above and nothing else. */
    public static final LayerWiring ABOVE = new LayerWiring(List.of(), Merge.CONCATENATE, "");

    /** Copies the list. */
    public LayerWiring {
        from = List.copyOf(from);
    }

    /** What is joined is joined by columns. */
    public LayerWiring(List<String> from, Merge merge, String residual) {
        this(from, merge, residual, 1);
    }

    /** Whether something is added after the activation. */
    public boolean hasResidual() {
        return !residual.isEmpty();
    }
}
