package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.random.SeededRandom;
import java.util.Arrays;

/** One call of {@link MatrixProduct#multiplyInParts}, and what it must give by definition. */
final class PartsCase {
    private static final int CANARIES = 5;
    private static final float CANARY = 12345.678f;

    private final int rows;
    private final int depth;
    private final int columns;
    private final int parts;
    private final int leftOffset;
    private final int rightOffset;
    private final int startOffset;
    private final float[] left;
    private final float[] right;
    private final float[] start;

    PartsCase(int rows, int depth, int columns, int parts, long seed) {
        SeededRandom random = new SeededRandom(seed);
        this.rows = rows;
        this.depth = depth;
        this.columns = columns;
        this.parts = parts;
        leftOffset = random.nextInt(3);
        rightOffset = random.nextInt(3);
        startOffset = random.nextInt(3) - 1;
        // The arrays end where the matrices do: what lies behind must never be read.
        left = normal(random, leftOffset + rows * depth);
        right = normal(random, rightOffset + depth * columns);
        start = normal(random, Math.max(0, startOffset) + columns);
    }

    private static float[] normal(SeededRandom random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    void check(MatrixProduct product) {
        float[] out = new float[rows * columns + CANARIES];
        Arrays.fill(out, CANARY);
        product.multiplyInParts(
                left, leftOffset, right, rightOffset, start, startOffset, out, rows, depth, columns, parts);
        float[] wanted = Arrays.copyOf(definition(), out.length);
        Arrays.fill(wanted, rows * columns, out.length, CANARY);
        assertThat(out)
                .as("%s: %d x %d x %d in %d parts", product.description(), rows, depth, columns, parts)
                .isEqualTo(wanted);
    }

    private float[] definition() {
        float[] out = new float[rows * columns];
        for (int i = 0; i < out.length; i++) {
            for (int part = 0; part < parts; part++) {
                out[i] = part == 0 ? sum(i, part) : out[i] + sum(i, part);
            }
        }
        return out;
    }

    private float sum(int element, int part) {
        int row = element / columns;
        int column = element % columns;
        int length = depth / parts;
        int to = part == parts - 1 ? depth : (part + 1) * length;
        float sum = part == 0 && startOffset != MatrixProduct.NO_START ? start[startOffset + column] : 0f;
        for (int k = part * length; k < to; k++) {
            sum = Math.fma(left[leftOffset + row * depth + k], right[rightOffset + k * columns + column], sum);
        }
        return sum;
    }
}
