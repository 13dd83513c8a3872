package dev.netwright.testing.reference;

import dev.netwright.runtime.topology.OutputHead;
import dev.netwright.runtime.topology.Topology;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What a backward pass starts with, by the names of the heads: gradients at their outputs, or at their logits, which are the outputs of a
 * head with a residual or a pool.
 *
 * @param atOutputs grows to dL/dy of every layer on the way back
 * @param atLogits  parts of dL/dz
 * @param <M>       a matrix, {@code rows x units} of the head
 */
record HeadSums<M>(Map<String, M> atOutputs, Map<String, M> atLogits) {
    /**
     * From gradients of all heads side by side.
     *
     * @param areOfLogits of each head whether its columns are gradients at its logits
     */
    static <M> HeadSums<M> of(
            Topology topology, Function<double[][], M> matrices, double[][] given, boolean[] areOfLogits) {
        HeadSums<M> sums = new HeadSums<>(new HashMap<>(), new HashMap<>());
        for (int i = 0; i < areOfLogits.length; i++) {
            OutputHead head = topology.heads().get(i);
            boolean hasLogits = topology.layers().stream()
                    .anyMatch(layer -> layer.name().equals(head.name()) && ReferencePass.hasLogits(layer));
            (areOfLogits[i] && hasLogits ? sums.atLogits() : sums.atOutputs())
                    .put(head.name(), matrices.apply(columns(head, given)));
        }
        return sums;
    }

    /** The same for all heads. */
    static boolean[] all(Topology topology, boolean areOfLogits) {
        boolean[] all = new boolean[topology.outputs().size()];
        Arrays.fill(all, areOfLogits);
        return all;
    }

    private static double[][] columns(OutputHead head, double[][] all) {
        return Rounded.columns(all, head.firstColumn(), head.firstColumn() + head.units());
    }
}
