package dev.netwright.testing.reference;

import dev.netwright.runtime.kernel.PoolingShape;
import dev.netwright.runtime.topology.LayerPooling;
import java.util.ArrayList;
import java.util.List;

/** Pools the activations of a layer, forward and back. A maximum hands its gradient to the first value that equals it. */
final class ReferencePool {
    private final LayerPooling pool;
    private final PoolingShape shape;

    ReferencePool(LayerPooling pool) {
        this.pool = pool;
        this.shape = pool.shape();
    }

    double[][] forward(double[][] a) {
        double[][] pooled = new double[a.length][shape.outputSize()];
        for (int row = 0; row < a.length; row++) {
            for (int to = 0; to < pooled[row].length; to++) {
                for (int from : window(to)) {
                    pooled[row][to] += a[row][from] * share(a[row], to, from);
                }
            }
        }
        return pooled;
    }

    double[][] backward(double[][] a, double[][] dPooled) {
        double[][] da = new double[a.length][a[0].length];
        for (int row = 0; row < a.length; row++) {
            for (int to = 0; to < dPooled[row].length; to++) {
                for (int from : window(to)) {
                    da[row][from] += dPooled[row][to] * share(a[row], to, from);
                }
            }
        }
        return da;
    }

    boolean isMaximum() {
        return pool.isMaximum();
    }

    /** How much of a value is in its window's result: of a maximum all or nothing. */
    double share(double[] a, int to, int from) {
        return isMaximum() ? (winner(a, to) == from ? 1 : 0) : 1.0 / window(to).length;
    }

    /** The first of the largest values of a window. */
    int winner(double[] a, int to) {
        int winner = window(to)[0];
        for (int from : window(to)) {
            winner = a[from] > a[winner] ? from : winner;
        }
        return winner;
    }

    /** The columns of the activations that a result sees, row by row. */
    int[] window(int to) {
        int channels = shape.channels();
        int top = to / channels / shape.outputWidth() * shape.strideHeight() - shape.padTop();
        int left = to / channels % shape.outputWidth() * shape.strideWidth() - shape.padLeft();
        List<Integer> columns = new ArrayList<>();
        for (int y = top; y < top + shape.poolHeight(); y++) {
            for (int x = left; x < left + shape.poolWidth(); x++) {
                if (y >= 0 && y < shape.inputHeight() && x >= 0 && x < shape.inputWidth()) {
                    columns.add((y * shape.inputWidth() + x) * channels + to % channels);
                }
            }
        }
        return columns.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Results of one sample. */
    int units() {
        return shape.outputSize();
    }
}
