package dev.netwright.testing.reference;

import dev.netwright.annotations.Merge;
import dev.netwright.runtime.topology.LayerWiring;
import java.util.Arrays;
import java.util.List;

/** How several matrices of the same rows become one, and what of its gradient belongs to each. */
final class ReferenceMerge {
    private ReferenceMerge() {}

    static double[][] merge(LayerWiring wiring, List<double[][]> sources) {
        int pixels = wiring.pixels();
        List<double[][]> split =
                sources.stream().map(source -> Pixels.split(source, pixels)).toList();
        return Pixels.join(merge(wiring.merge(), split), pixels);
    }

    static double[][] merge(Merge merge, List<double[][]> sources) {
        double[][] merged = sources.get(0);
        for (double[][] source : sources.subList(1, sources.size())) {
            merged = merge(merge, merged, source);
        }
        return merged;
    }

    private static double[][] merge(Merge merge, double[][] left, double[][] right) {
        double[][] merged = new double[left.length][];
        for (int row = 0; row < left.length; row++) {
            merged[row] = switch (merge) {
                case CONCATENATE -> {
                    double[] both = Arrays.copyOf(left[row], left[row].length + right[row].length);
                    System.arraycopy(right[row], 0, both, left[row].length, right[row].length);
                    yield both;
                }
                case ADD -> added(left[row], right[row]);
                case MULTIPLY -> multiplied(left[row], right[row]);
            };
        }
        return merged;
    }

    /** What of dL/dx belongs to the source of this number. */
    static double[][] part(LayerWiring wiring, List<double[][]> sources, int index, double[][] dx) {
        int pixels = wiring.pixels();
        List<double[][]> split =
                sources.stream().map(source -> Pixels.split(source, pixels)).toList();
        return Pixels.join(part(wiring.merge(), split, index, Pixels.split(dx, pixels)), pixels);
    }

    private static double[][] part(Merge merge, List<double[][]> sources, int index, double[][] dx) {
        double[][] part = new double[dx.length][];
        for (int row = 0; row < dx.length; row++) {
            part[row] = switch (merge) {
                case CONCATENATE -> {
                    int from = columnsBefore(sources, index);
                    yield Arrays.copyOfRange(dx[row], from, from + sources.get(index)[row].length);
                }
                case ADD -> dx[row];
                case MULTIPLY -> {
                    double[] product = dx[row];
                    for (int i = 0; i < sources.size(); i++) {
                        product = i == index ? product : multiplied(product, sources.get(i)[row]);
                    }
                    yield product;
                }
            };
        }
        return part;
    }

    static int columnsBefore(List<double[][]> sources, int index) {
        return sources.subList(0, index).stream()
                .mapToInt(source -> source[0].length)
                .sum();
    }

    static double[][] sum(double[][] left, double[][] right) {
        return merge(Merge.ADD, left, right);
    }

    static double[][] product(double[][] left, double[][] right) {
        return merge(Merge.MULTIPLY, left, right);
    }

    private static double[] added(double[] left, double[] right) {
        double[] sum = left.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += right[i];
        }
        return sum;
    }

    private static double[] multiplied(double[] left, double[] right) {
        double[] product = left.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= right[i];
        }
        return product;
    }
}
