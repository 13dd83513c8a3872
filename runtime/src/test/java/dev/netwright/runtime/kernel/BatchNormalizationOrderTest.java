package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.NormalizedBatch.GAINS;
import static dev.netwright.runtime.kernel.NormalizedBatch.UNTOUCHED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.Allocations;
import dev.netwright.runtime.Samples;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Sums in one order, whatever blocks, threads and vectors there are, to the bit; and without garbage. */
class BatchNormalizationOrderTest {
    @Property(tries = 200)
    void blocksAndThreadsLeaveNoTrace(
            @ForAll @IntRange(min = 1, max = 1_100) int rows,
            @ForAll @IntRange(min = 1, max = 150) int columns,
            @ForAll @IntRange(min = 1, max = 5) int blocks,
            @ForAll @IntRange(min = 1, max = 4) int threads,
            @ForAll long seed) {
        NormalizedBatch whole = new NormalizedBatch(rows, columns, 1, seed);
        NormalizedBatch cut = new NormalizedBatch(rows, columns, Math.min(blocks, rows), seed);
        whole.forward(1);
        whole.backward(1);
        cut.forward(threads);
        cut.backward(threads);
        for (int i = 0; i < rows * columns; i++) {
            assertThat(cut.y(i)).isEqualTo(whole.y(i));
            assertThat(cut.dx(i)).isEqualTo(whole.dx(i));
        }
        assertThat(cut.gradients).isEqualTo(whole.gradients);
        assertThat(cut.running).isEqualTo(whole.running);
    }

    @Property(tries = 200)
    void sumsAreInTheOrderOfTheRows(
            @ForAll @IntRange(min = 1, max = 1_100) int rows,
            @ForAll @IntRange(min = 1, max = 150) int columns,
            @ForAll long seed) {
        NormalizedBatch batch = new NormalizedBatch(rows, columns, 1, seed);
        batch.forward(1);
        batch.backward(1);
        for (int column = 0; column < columns; column++) {
            double[] sums = new double[4];
            for (int first = 0; first < rows; first += BatchSums.SEGMENT) {
                float sum = 0f;
                float squares = 0f;
                float gain = 0f;
                float shift = 0f;
                for (int row = first; row < Math.min(rows, first + BatchSums.SEGMENT); row++) {
                    int i = row * columns + column;
                    float away = batch.x[i] - batch.means[column];
                    sum += batch.x[i] - batch.x[column];
                    squares = Math.fma(away, away, squares);
                    gain = Math.fma(batch.dy[i], batch.normalized[0][i], gain);
                    shift += batch.dy[i];
                }
                sums[0] += sum;
                sums[1] += squares;
                sums[2] += gain;
                sums[3] += shift;
            }
            assertThat(batch.means[column]).isEqualTo((float) (batch.x[column] + sums[0] / rows));
            assertThat(batch.squares.get(column)).isEqualTo(sums[1]);
            assertThat(batch.gradients[column]).isEqualTo((float) sums[2]);
            assertThat(batch.gradients[columns + column]).isEqualTo((float) sums[3]);
        }
    }

    @Property(tries = 300)
    void loopsOnVectorsAreThoseOfElements(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 150) int columns,
            @ForAll long seed) {
        float[] x = Samples.random(rows, columns, seed);
        float[] means = Samples.random(1, columns, seed + 1);
        float[] inverse = Samples.random(1, columns, seed + 2);
        float[] parameters = Samples.random(1, 3 + 2 * columns, seed + 3);
        float[] gradients = Samples.random(1, 5 + 2 * columns, seed + 4);
        NormalizedColumns plain = new NormalizedColumns() {};
        float[] normalized = new float[x.length];
        float[] y = new float[x.length];
        plain.normalize(x, means, inverse, parameters, 3, 3 + columns, normalized, y, rows, columns);
        float[] dx = new float[x.length];
        plain.backward(x, normalized, inverse, parameters, 3, gradients, 5, 5 + columns, 7, dx, rows, columns);

        // Into arrays that end with the matrix and into longer ones, which keep what is behind it, and in place.
        for (int behind : new int[] {0, 5}) {
            int length = x.length + behind;
            float[] ofNormalized = NormalizedBatch.filled(length, UNTOUCHED);
            float[] inPlace = Arrays.copyOf(x, length);
            BatchNormalization.normalize(
                    inPlace, means, inverse, parameters, 3, 3 + columns, ofNormalized, inPlace, rows, columns);
            assertThat(Arrays.copyOf(ofNormalized, x.length)).isEqualTo(normalized);
            assertThat(Arrays.copyOf(inPlace, x.length)).isEqualTo(y);
            assertThat(Arrays.copyOfRange(ofNormalized, x.length, length))
                    .isEqualTo(NormalizedBatch.filled(behind, UNTOUCHED));
            assertThat(Arrays.copyOfRange(inPlace, x.length, length)).isEqualTo(new float[behind]);

            float[] back = Arrays.copyOf(x, length);
            BatchNormalizationGradients.backward(
                    back, normalized, inverse, parameters, 3, gradients, 5, 5 + columns, 7, back, rows, columns);
            assertThat(Arrays.copyOf(back, x.length)).isEqualTo(dx);
            assertThat(Arrays.copyOfRange(back, x.length, length)).isEqualTo(new float[behind]);
        }
        float[] both = x.clone();
        float[] separate = new float[x.length];
        BatchNormalization.normalize(both, means, inverse, parameters, 3, 3 + columns, both, separate, rows, columns);
        assertThat(both).isEqualTo(normalized);
        assertThat(separate).isEqualTo(y);
    }

    @Test
    void takesSumsOverOrAddsThem() {
        float[] sums = {9, 1, 2, 3};
        float[] gradients = {7, 10, 20, 30};
        BatchNormalizationGradients.takeOver(sums, 1, gradients, 1, 3, new GradientShare(0, 2, false));
        assertThat(gradients).containsExactly(7, 1, 20, 30);
        BatchNormalizationGradients.takeOver(sums, 1, gradients, 1, 3, new GradientShare(1, 2, true));
        assertThat(gradients).containsExactly(7, 1, 22, 33);
    }

    @Test
    void allocatesNothing() {
        NormalizedBatch batch = new NormalizedBatch(30, 50, 2, 1);
        float[] scales = new float[50];
        float[] gradients = new float[GAINS + 2 * 50];
        Allocations.assertNoneOnceWarm(() -> {
            for (int block = 0; block < 2; block++) {
                batch.addSums(block, 15, GradientShare.ALL);
            }
            BatchNormalization.means(batch.sums, batch.means, 30, 50, GradientShare.ALL);
            for (int block = 0; block < 2; block++) {
                batch.addSquares(block, 15, GradientShare.ALL);
            }
            BatchNormalization.inverseDeviations(
                    batch.squares, batch.inverseDeviations, 30, NormalizedBatch.EPSILON, 50, GradientShare.ALL);
            BatchNormalization.updateRunning(batch.means, batch.squares, 30, batch.running, 1, 51, 50);
            batch.normalize(0, 15);
            batch.addGradientSums(0, 15, GradientShare.ALL);
            BatchNormalizationGradients.gradients(batch.gradientSums, batch.gradients, 50, GradientShare.ALL);
            batch.differentiate(0, 15);
            BatchNormalizationGradients.parameterGradients(
                    batch.blocks[0], batch.normalized[0], gradients, GAINS, GAINS + 50, 15, 50, GradientShare.ALL);
            BatchNormalization.inverseDeviations(batch.running, 51, NormalizedBatch.EPSILON, scales, 50);
            BatchNormalizationGradients.takeOver(scales, 0, gradients, GAINS, 50, GradientShare.ALL_CONTINUED);
        });
    }
}
