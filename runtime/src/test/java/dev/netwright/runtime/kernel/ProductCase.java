package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.fail;

import dev.netwright.runtime.random.SeededRandom;
import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * One call of {@link MatrixProduct#multiply} with random offsets and strides, and of {@link MatrixProduct#multiplyTransposed}
 * where sums begin at 0, and what they must give by definition.
 */
final class ProductCase {
    private static final int CANARIES = 5;
    private static final float CANARY = 12345.678f;
    private static final int START_OFFSET = 3;

    private final int rows;
    private final int depth;
    private final int columns;
    private final int leftOffset;
    private final int rightOffset;
    private final int rowStride;
    private final int depthStride;
    private final Start kind;
    private final float[] left;
    private final float[] right;
    private final float[] start;

    /** Where sums begin. */
    private enum Start {
        ZERO,
        /** One row for all. */
        ROW,
        /** A row for each row. */
        ROWS,
        /** At what the result holds: a sum that goes on. */
        RESULT;

        int offset() {
            return switch (this) {
                case ZERO -> MatrixProduct.NO_START;
                case ROW, ROWS -> START_OFFSET;
                case RESULT -> CANARIES;
            };
        }
    }

    /** With values from a normal distribution. */
    static ProductCase normal(int rows, int depth, int columns, long seed) {
        SeededRandom random = new SeededRandom(seed);
        return new ProductCase(rows, depth, columns, random, random::nextGaussian);
    }

    ProductCase(int rows, int depth, int columns, SeededRandom random, DoubleSupplier values) {
        this.rows = rows;
        this.depth = depth;
        this.columns = columns;
        leftOffset = Math.max(0, random.nextInt(6) - 2);
        rightOffset = random.nextInt(4);
        boolean isTransposed = random.nextInt(2) == 0;
        int gap = random.nextInt(3);
        rowStride = isTransposed ? 1 : depth + gap;
        depthStride = isTransposed ? rows + gap : 1;
        kind = Start.values()[random.nextInt(Start.values().length)];
        left = fill(leftOffset + (rows - 1) * rowStride + (depth - 1) * depthStride + 1, values);
        // Mostly the right matrix and the start values end where their arrays end: what lies behind must never be read.
        int behind = random.nextInt(3) == 0 ? 20 : 0;
        right = fill(rightOffset + depth * columns + behind, values);
        start = fill(START_OFFSET + (kind == Start.ZERO || kind == Start.ROW ? columns : rows * columns), values);
    }

    private static float[] fill(int count, DoubleSupplier values) {
        float[] filled = new float[count];
        for (int i = 0; i < count; i++) {
            filled[i] = (float) values.getAsDouble();
        }
        return filled;
    }

    /** The result, between canaries that must have stayed. */
    float[] multiply(MatrixProduct product) {
        float[] out = new float[CANARIES + rows * columns + CANARIES];
        Arrays.fill(out, CANARY);
        if (kind == Start.RESULT) {
            System.arraycopy(start, START_OFFSET, out, CANARIES, rows * columns);
        }
        product.multiply(
                left,
                leftOffset,
                rowStride,
                depthStride,
                right,
                rightOffset,
                kind == Start.RESULT ? out : start,
                kind.offset(),
                kind == Start.ZERO || kind == Start.ROW ? 0 : columns,
                out,
                CANARIES,
                rows,
                depth,
                columns);
        for (int i = 0; i < CANARIES; i++) {
            if (out[i] != CANARY || out[out.length - 1 - i] != CANARY) {
                fail("%s wrote beside its result in %s", product.description(), this);
            }
        }
        return Arrays.copyOfRange(out, CANARIES, CANARIES + rows * columns);
    }

    /** The same result from the transpose of the right matrix, which ends where its array ends. */
    private float[] multiplyTransposed(MatrixProduct product) {
        float[] transposed = new float[rightOffset + depth * columns];
        for (int k = 0; k < depth; k++) {
            for (int j = 0; j < columns; j++) {
                transposed[rightOffset + j * depth + k] = right(k, j);
            }
        }
        float[] out = new float[rows * columns + CANARIES];
        Arrays.fill(out, CANARY);
        float[] together = new float[rows * depth];
        for (int i = 0; i < together.length; i++) {
            together[i] = left(i / depth, i % depth);
        }
        product.multiplyTransposed(together, transposed, rightOffset, out, rows, depth, columns);
        for (int i = rows * columns; i < out.length; i++) {
            if (out[i] != CANARY) {
                fail("%s wrote behind its transposed result in %s", product.description(), this);
            }
        }
        return Arrays.copyOf(out, rows * columns);
    }

    private float start(int r, int j) {
        return switch (kind) {
            case ZERO -> 0f;
            case ROW -> start[START_OFFSET + j];
            case ROWS, RESULT -> start[START_OFFSET + r * columns + j];
        };
    }

    /** Every sum kind at its start value and adds the products in ascending order, each with one fma. */
    float[] definition() {
        float[] out = new float[rows * columns];
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                float sum = start(r, j);
                for (int k = 0; k < depth; k++) {
                    sum = Math.fma(left(r, k), right(k, j), sum);
                }
                out[r * columns + j] = sum;
            }
        }
        return out;
    }

    /** Fails where the product's bits are not those of the definition; one NaN is as good as another. */
    void check(MatrixProduct product) {
        float[] wanted = definition();
        check(product, multiply(product), wanted);
        if (kind == Start.ZERO) {
            check(product, multiplyTransposed(product), wanted);
        }
    }

    private void check(MatrixProduct product, float[] found, float[] wanted) {
        int different = Arrays.mismatch(found, wanted);
        if (different >= 0) {
            fail(
                    "%s gives %s instead of %s in row %d, column %d of %s",
                    product.description(),
                    found[different],
                    wanted[different],
                    different / columns,
                    different % columns,
                    this);
        }
    }

    /** Fails where an error exceeds the bound of the literature, {@code γ = n·u / (1 - n·u)} (Higham 2002, section 3.1). */
    void checkError(MatrixProduct product) {
        float[] found = multiply(product);
        double unit = (depth + 1) * 0x1p-24;
        double gamma = unit / (1 - unit);
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                double exact = start(r, j);
                double magnitude = Math.abs(exact);
                for (int k = 0; k < depth; k++) {
                    exact += (double) left(r, k) * right(k, j);
                    magnitude += Math.abs((double) left(r, k) * right(k, j));
                }
                if (!(Math.abs(found[r * columns + j] - exact) <= gamma * magnitude)) {
                    fail(
                            "%s gives %s, exactly %s, in row %d, column %d of %s",
                            product.description(), found[r * columns + j], exact, r, j, this);
                }
            }
        }
    }

    private float left(int r, int k) {
        return left[leftOffset + r * rowStride + k * depthStride];
    }

    private float right(int k, int j) {
        return right[rightOffset + k * columns + j];
    }

    @Override
    public String toString() {
        return rows + " x " + depth + " x " + columns + " with strides " + rowStride + " and " + depthStride;
    }
}
