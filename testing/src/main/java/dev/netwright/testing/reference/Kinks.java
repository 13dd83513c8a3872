package dev.netwright.testing.reference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Between which kinks of its activations and maxima a pass lies: where two passes lie between the same, the network is smooth. */
public final class Kinks {
    private Kinks() {}

    /** For every z of every row whose activation has kinks, how many of them lie below it, and of every maximum which value it is. */
    public static int[] piece(ReferencePass pass) {
        return pass.layers().stream().flatMapToInt(Kinks::piece).toArray();
    }

    private static IntStream piece(ReferenceLayer layer) {
        List<Double> kinks = ReferenceActivations.kinks(layer.description().activation());
        IntStream.Builder below = IntStream.builder();
        if (!kinks.isEmpty()) {
            for (double[] row : layer.z()) {
                for (double z : row) {
                    below.add(count(kinks, z));
                }
            }
        }
        return IntStream.concat(below.build(), layer.pool().stream().flatMapToInt(pool -> winners(layer, pool)));
    }

    private static IntStream winners(ReferenceLayer layer, ReferencePool pool) {
        if (!pool.isMaximum()) {
            return IntStream.empty();
        }
        return Arrays.stream(layer.a())
                .flatMapToInt(row -> IntStream.range(0, pool.units()).map(to -> pool.winner(row, to)));
    }

    private static int count(List<Double> kinks, double z) {
        int count = 0;
        for (double kink : kinks) {
            count += z > kink ? 1 : 0;
        }
        return count;
    }
}
