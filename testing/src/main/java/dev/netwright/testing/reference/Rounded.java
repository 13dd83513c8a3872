package dev.netwright.testing.reference;

import dev.netwright.annotations.Merge;
import dev.netwright.runtime.topology.LayerWiring;
import java.util.Arrays;
import java.util.List;

/**
 * A matrix and how far single precision may take each of its elements.
 *
 * @param values     in double precision, {@code rows x columns}
 * @param deviations one standard deviation each, {@code rows x columns}
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Rounded(double[][] values, double[][] deviations) {
    /** What is given without error. */
    static Rounded exact(double[][] values) {
        return new Rounded(values, new double[values.length][values[0].length]);
    }

    int rows() {
        return values.length;
    }

    int columns() {
        return values[0].length;
    }

    Rounded plus(Rounded other) {
        double[][] sums = new double[rows()][columns()];
        double[][] errors = new double[rows()][columns()];
        for (int row = 0; row < rows(); row++) {
            for (int j = 0; j < columns(); j++) {
                sums[row][j] = values[row][j] + other.values[row][j];
                errors[row][j] = sum(row, j, other).deviation();
            }
        }
        return new Rounded(sums, errors);
    }

    private ErrorSum sum(int row, int j, Rounded other) {
        ErrorSum sum = new ErrorSum();
        sum.product(1, 0, values[row][j], deviations[row][j]);
        sum.product(1, 0, other.values[row][j], other.deviations[row][j]);
        return sum;
    }

    Rounded times(Rounded other) {
        double[][] products = new double[rows()][columns()];
        double[][] errors = new double[rows()][columns()];
        for (int row = 0; row < rows(); row++) {
            for (int j = 0; j < columns(); j++) {
                products[row][j] = values[row][j] * other.values[row][j];
                ErrorSum product = new ErrorSum();
                product.product(values[row][j], deviations[row][j], other.values[row][j], other.deviations[row][j]);
                errors[row][j] = product.deviation();
            }
        }
        return new Rounded(products, errors);
    }

    private Rounded beside(Rounded other) {
        return new Rounded(beside(values, other.values), beside(deviations, other.deviations));
    }

    private static double[][] beside(double[][] left, double[][] right) {
        return ReferenceMerge.merge(Merge.CONCATENATE, List.of(left, right));
    }

    Rounded columns(int from, int to) {
        return new Rounded(columns(values, from, to), columns(deviations, from, to));
    }

    static double[][] columns(double[][] matrix, int from, int to) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.copyOfRange(row, from, to))
                .toArray(double[][]::new);
    }

    static Rounded merge(LayerWiring wiring, List<Rounded> sources) {
        int pixels = wiring.pixels();
        List<Rounded> split =
                sources.stream().map(source -> source.split(pixels)).toList();
        return merge(wiring.merge(), split).join(pixels);
    }

    private Rounded split(int pixels) {
        return new Rounded(Pixels.split(values, pixels), Pixels.split(deviations, pixels));
    }

    private Rounded join(int pixels) {
        return new Rounded(Pixels.join(values, pixels), Pixels.join(deviations, pixels));
    }

    /** The columns of one of several that were joined pixel by pixel. */
    Rounded part(int pixels, int from, int to) {
        return split(pixels).columns(from, to).join(pixels);
    }

    static Rounded merge(Merge merge, List<Rounded> sources) {
        Rounded merged = sources.get(0);
        for (Rounded source : sources.subList(1, sources.size())) {
            merged = switch (merge) {
                case CONCATENATE -> merged.beside(source);
                case ADD -> merged.plus(source);
                case MULTIPLY -> merged.times(source);
            };
        }
        return merged;
    }
}
