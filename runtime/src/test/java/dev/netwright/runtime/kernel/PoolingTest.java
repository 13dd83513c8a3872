package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.random.SeededRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pooling against its definition, to the bit; values repeat, so that maxima are equal. */
class PoolingTest {
    private static final float CANARY = 12345.678f;
    private static final int BEHIND = 3;
    private static final List<PoolingKernels> IMPLEMENTATIONS =
            List.of(new PlainKernels().pooling(), KernelChoice.KERNELS.pooling());

    static List<PoolingShape> shapes() {
        return List.of(
                // LeNet-5.
                new PoolingShape(24, 24, 6, 2, 2, 2, 2),
                new PoolingShape(8, 8, 16, 2, 2, 2, 2),
                // Incomplete windows, windows that overlap, windows with gaps.
                new PoolingShape(9, 11, 6, 2, 2, 2, 2),
                new PoolingShape(9, 11, 5, 3, 3, 2, 2),
                new PoolingShape(9, 11, 5, 2, 2, 3, 3),
                new PoolingShape(6, 6, 17, 2, 2, 1, 1),
                // One dimension.
                new PoolingShape(1, 50, 4, 1, 2, 1, 2),
                new PoolingShape(50, 1, 4, 3, 1, 3, 1),
                new PoolingShape(8, 8, 33, 2, 2, 2, 2),
                // Windows that reach over edges, by all that they may and past a sample on both sides.
                new PoolingShape(10, 10, 6, 3, 3, 2, 2, 1, 1, 1, 1),
                new PoolingShape(5, 7, 17, 2, 2, 2, 2, 0, 1, 0, 1),
                new PoolingShape(3, 4, 5, 3, 4, 1, 2, 2, 2, 3, 3),
                new PoolingShape(2, 1, 3, 4, 5, 1, 1, 3, 3, 4, 4),
                PoolingShape.global(7, 5, 20),
                PoolingShape.global(1, 1, 3));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void chosenShapes(PoolingShape shape) {
        for (int rows = 1; rows <= 4; rows++) {
            check(shape, rows, rows);
        }
    }

    @Property(tries = 500)
    void anyShape(
            @ForAll @IntRange(min = 1, max = 4) int rows,
            @ForAll @IntRange(min = 1, max = 20) int channels,
            @ForAll @IntRange(min = 1, max = 4) int poolHeight,
            @ForAll @IntRange(min = 1, max = 4) int poolWidth,
            @ForAll long seed) {
        SeededRandom random = new SeededRandom(seed);
        check(
                new PoolingShape(
                        poolHeight + random.nextInt(8),
                        poolWidth + random.nextInt(8),
                        channels,
                        poolHeight,
                        poolWidth,
                        1 + random.nextInt(4),
                        1 + random.nextInt(4),
                        random.nextInt(poolHeight),
                        random.nextInt(poolHeight),
                        random.nextInt(poolWidth),
                        random.nextInt(poolWidth)),
                rows,
                seed);
    }

    private static void check(PoolingShape shape, int rows, long seed) {
        SeededRandom random = new SeededRandom(seed);
        float[] a = new float[rows * shape.inputSize()];
        for (int i = 0; i < a.length; i++) {
            a[i] = random.nextInt(7) - 3;
        }
        float[] dPooled = new float[rows * shape.outputSize()];
        for (int i = 0; i < dPooled.length; i++) {
            dPooled[i] = (float) random.nextGaussian();
        }
        float[] mean = canaries(dPooled.length);
        Pooling.average(a, mean, rows, shape);
        float[] daOfMean = canaries(a.length);
        Pooling.averageBackward(dPooled, daOfMean, rows, shape);

        float[] wantedPooled = canaries(dPooled.length);
        float[] wantedDa = canaries(a.length);
        float[] wantedMean = canaries(dPooled.length);
        float[] wantedDaOfMean = canaries(a.length);
        Arrays.fill(wantedDa, 0, a.length, 0f);
        Arrays.fill(wantedDaOfMean, 0, a.length, 0f);
        for (int at = 0; at < dPooled.length; at++) {
            int[] window = window(shape, at);
            int largest = window[0];
            float sum = 0f;
            for (int i : window) {
                largest = a[i] > a[largest] ? i : largest;
                sum += a[i];
                wantedDaOfMean[i] += dPooled[at] / window.length;
            }
            wantedPooled[at] = a[largest];
            wantedDa[largest] += dPooled[at];
            wantedMean[at] = sum / window.length;
        }
        for (PoolingKernels kernels : IMPLEMENTATIONS) {
            float[] pooled = canaries(dPooled.length);
            kernels.maximum(a, pooled, rows, shape);
            assertThat(pooled).as("%d of %s", rows, shape).isEqualTo(wantedPooled);
            float[] da = canaries(a.length);
            kernels.maximumBackward(a, pooled, dPooled, da, rows, shape);
            assertThat(da).as("%d of %s", rows, shape).isEqualTo(wantedDa);
        }
        assertThat(mean).as("%d of %s", rows, shape).isEqualTo(wantedMean);
        assertThat(daOfMean).as("%d of %s", rows, shape).isEqualTo(wantedDaOfMean);
    }

    private static float[] canaries(int count) {
        float[] values = new float[count + BEHIND];
        Arrays.fill(values, CANARY);
        return values;
    }

    /** Where the values of one window lie that are within the sample, row by row. */
    private static int[] window(PoolingShape shape, int at) {
        int channel = at % shape.channels();
        int column = at / shape.channels() % shape.outputWidth() * shape.strideWidth() - shape.padLeft();
        int row = at / shape.channels() / shape.outputWidth() % shape.outputHeight() * shape.strideHeight()
                - shape.padTop();
        int sample = at / shape.outputSize();
        return IntStream.range(0, shape.poolHeight() * shape.poolWidth())
                .mapToObj(i -> new int[] {row + i / shape.poolWidth(), column + i % shape.poolWidth()})
                .filter(place -> place[0] >= 0
                        && place[0] < shape.inputHeight()
                        && place[1] >= 0
                        && place[1] < shape.inputWidth())
                .mapToInt(place -> sample * shape.inputSize()
                        + (place[0] * shape.inputWidth() + place[1]) * shape.channels()
                        + channel)
                .toArray();
    }

    /** In a vector's first lanes, in its middle and behind its last. */
    @Test
    void valuesThatAreNotFinite() {
        for (int channels : new int[] {1, 6, 16, 21}) {
            // Nine samples behind the first leave room for its vectors.
            PoolingShape shape = new PoolingShape(2, 2, channels, 2, 2, 2, 2);
            for (int at = 0; at < 4 * channels; at++) {
                for (PoolingKernels kernels : IMPLEMENTATIONS) {
                    float[] a = new float[40 * channels];
                    Arrays.fill(a, -0f);
                    float[] pooled = new float[10 * channels];
                    a[at] = Float.NaN;
                    kernels.maximum(a, pooled, 10, shape);
                    assertThat(pooled[at % channels]).isNaN();
                    a[at] = 0f;
                    kernels.maximum(a, pooled, 10, shape);
                    assertThat(Float.floatToRawIntBits(pooled[at % channels])).isZero();
                    a[at] = Float.POSITIVE_INFINITY;
                    kernels.maximum(a, pooled, 10, shape);
                    assertThat(pooled[at % channels]).isEqualTo(Float.POSITIVE_INFINITY);
                }
            }
        }
    }

    /** A gradient of -0 is added to 0. */
    @Test
    void noGradientIsNegativeZero() {
        PoolingShape shape = new PoolingShape(4, 4, 16, 2, 2, 2, 2);
        float[] a = new float[4 * shape.inputSize()];
        float[] pooled = new float[4 * shape.outputSize()];
        float[] dPooled = new float[pooled.length];
        Arrays.fill(dPooled, -0f);
        for (PoolingKernels kernels : IMPLEMENTATIONS) {
            float[] da = canaries(a.length);
            kernels.maximumBackward(a, pooled, dPooled, da, 4, shape);
            for (int i = 0; i < a.length; i++) {
                assertThat(Float.floatToRawIntBits(da[i])).isZero();
            }
        }
    }
}
