package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.random.SeededRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both implementations against the definition of {@link MatrixProduct}, to the bit, over awkward sizes. */
class MatrixProductTest {
    private static final int CANARY_COUNT = 5;
    private static final float CANARY = 12345.678f;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 13, 16, 17, 31, 63, 64, 65, 100, 207, 513, 600})
    void awkwardWidths(int columns) {
        for (int rows : new int[] {1, 2, 5, 6, 7, 12, 13}) {
            for (int depth : new int[] {1, 7, 8, 9, 33}) {
                check(new PlainProduct(), rows, depth, columns, rows + depth);
                check(simd(), rows, depth, columns, rows + depth);
            }
        }
    }

    @Property(tries = 200)
    void anySizes(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 70) int depth,
            @ForAll @IntRange(min = 1, max = 140) int columns,
            @ForAll long seed) {
        check(new PlainProduct(), rows, depth, columns, seed);
        check(simd(), rows, depth, columns, seed);
    }

    private static MatrixProduct simd() {
        MatrixProduct chosen = KernelChoice.choose();
        Assumptions.assumeTrue(!(chosen instanceof PlainProduct), "no SIMD kernels on this JVM");
        return chosen;
    }

    private static void check(MatrixProduct product, int rows, int depth, int columns, long seed) {
        SeededRandom random = new SeededRandom(seed);
        boolean transposed = random.nextInt(2) == 0;
        boolean biased = random.nextInt(2) == 0;
        int leftOffset = random.nextInt(4);
        int rightOffset = random.nextInt(4);
        float[] left = values(random, leftOffset + rows * depth);
        // The right matrix ends where its array ends: what lies behind must never be read.
        float[] right = values(random, rightOffset + depth * columns);
        float[] start = values(random, 3 + columns);
        int rowStride = transposed ? 1 : depth;
        int depthStride = transposed ? rows : 1;
        float[] out = new float[CANARY_COUNT + rows * columns + CANARY_COUNT];
        java.util.Arrays.fill(out, CANARY);

        product.multiply(
                left,
                leftOffset,
                rowStride,
                depthStride,
                right,
                rightOffset,
                start,
                biased ? 3 : MatrixProduct.NO_START,
                out,
                CANARY_COUNT,
                rows,
                depth,
                columns);

        for (int i = 0; i < CANARY_COUNT; i++) {
            assertThat(out[i]).isEqualTo(CANARY);
            assertThat(out[out.length - 1 - i]).isEqualTo(CANARY);
        }
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                float sum = biased ? start[3 + j] : 0f;
                double exact = sum;
                double magnitude = Math.abs(sum);
                for (int k = 0; k < depth; k++) {
                    float x = left[leftOffset + r * rowStride + k * depthStride];
                    float w = right[rightOffset + k * columns + j];
                    sum = Math.fma(x, w, sum);
                    exact += (double) x * w;
                    magnitude += Math.abs((double) x * w);
                }
                float found = out[CANARY_COUNT + r * columns + j];
                assertThat(Float.floatToRawIntBits(found))
                        .as("%s: row %d, column %d of %d x %d x %d", product.description(), r, j, rows, depth, columns)
                        .isEqualTo(Float.floatToRawIntBits(sum));
                assertThat((double) found).isCloseTo(exact, within(depth * 6e-8 * magnitude + 1e-30));
            }
        }
    }

    private static float[] values(SeededRandom random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
