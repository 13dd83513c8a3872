package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.Allocations;
import dev.netwright.runtime.Samples;
import dev.netwright.runtime.random.SeededRandom;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Against products with one-hot rows, to the bit. */
class EmbeddingsTest {
    private static final float UNTOUCHED = 12345.678f;
    private static final int TABLE = 3;
    private static final int X = 2;
    private static final int INDICES = 3;

    @Property(tries = 200)
    void picksRows(
            @ForAll @IntRange(min = 1, max = 8) int rows,
            @ForAll @IntRange(min = 1, max = 9) int vocabulary,
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll long seed) {
        float[] x = indices(rows, vocabulary, seed);
        float[] parameters = Samples.random(1, TABLE + vocabulary * width, seed + 1);
        float[] out = new float[rows * INDICES * width + 1];
        out[out.length - 1] = UNTOUCHED;
        Embeddings.forward(x, X, parameters, TABLE, out, rows, INDICES, width);
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < INDICES; i++) {
                for (int column = 0; column < width; column++) {
                    float wanted = 0;
                    for (int v = 0; v < vocabulary; v++) {
                        float hot = x[X + row * INDICES + i] == v ? 1 : 0;
                        wanted += hot * parameters[TABLE + v * width + column];
                    }
                    assertThat(out[(row * INDICES + i) * width + column]).isEqualTo(wanted);
                }
            }
        }
        assertThat(out[out.length - 1]).isEqualTo(UNTOUCHED);
    }

    @Property(tries = 200)
    void gradientsInSharesThatGoOn(
            @ForAll @IntRange(min = 1, max = 8) int rows,
            @ForAll @IntRange(min = 1, max = 8) int further,
            @ForAll @IntRange(min = 1, max = 9) int vocabulary,
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 4) int parts,
            @ForAll long seed) {
        int all = rows + further;
        float[] x = indices(all, vocabulary, seed);
        float[] dOut = Samples.random(all, INDICES * width, seed + 1);
        float[] furtherDOut = Arrays.copyOfRange(dOut, rows * INDICES * width, dOut.length);
        float[] gradients = new float[TABLE + vocabulary * width + 1];
        Arrays.fill(gradients, UNTOUCHED);
        for (int part = parts - 1; part >= 0; part--) {
            GradientShare first = new GradientShare(part, parts, false);
            GradientShare second = new GradientShare(part, parts, true);
            Embeddings.tableGradients(x, X, dOut, gradients, TABLE, rows, INDICES, vocabulary, width, first);
            Embeddings.tableGradients(
                    x, X + rows * INDICES, furtherDOut, gradients, TABLE, further, INDICES, vocabulary, width, second);
        }
        for (int v = 0; v < vocabulary; v++) {
            for (int column = 0; column < width; column++) {
                float wanted = 0f;
                for (int i = 0; i < all * INDICES; i++) {
                    if (x[X + i] == v) {
                        wanted += dOut[i * width + column];
                    }
                }
                assertThat(gradients[TABLE + v * width + column]).isEqualTo(wanted);
            }
        }
        assertThat(gradients[TABLE - 1]).isEqualTo(UNTOUCHED);
        assertThat(gradients[gradients.length - 1]).isEqualTo(UNTOUCHED);
    }

    @Test
    void rowsThatNobodyPicksStayAsTheyAreWhereSumsGoOn() {
        float[] gradients = {1, 1, UNTOUCHED, UNTOUCHED};
        Embeddings.tableGradients(
                new float[] {0}, 0, new float[] {3, 4}, gradients, 0, 1, 1, 2, 2, GradientShare.ALL_CONTINUED);
        assertThat(gradients).containsExactly(4, 5, UNTOUCHED, UNTOUCHED);
    }

    @Test
    void rowsThatNobodyPicksStayAsTheyAreWhereZerosAreKept() {
        float[] gradients = {1, 1, UNTOUCHED, UNTOUCHED};
        GradientShare share = new GradientShare(0, 1, /* continues= */ false, /* keepsZeros= */ true);
        Embeddings.tableGradients(new float[] {0}, 0, new float[] {3, 4}, gradients, 0, 1, 1, 2, 2, share);
        Kernels.noGradients(gradients, 3, 1, share);
        assertThat(gradients).containsExactly(4, 5, UNTOUCHED, UNTOUCHED);
        Kernels.noGradients(gradients, 3, 1, GradientShare.ALL);
        assertThat(gradients).containsExactly(4, 5, UNTOUCHED, 0);
    }

    @Test
    void allocatesNothing() {
        float[] x = indices(8, 9, 1);
        float[] table = Samples.random(9, 20, 2);
        float[] out = new float[8 * INDICES * 20];
        Allocations.assertNoneOnceWarm(() -> {
            Embeddings.forward(x, X, table, 0, out, 8, INDICES, 20);
            Embeddings.tableGradients(x, X, out, table, 0, 8, INDICES, 9, 20, GradientShare.ALL);
        });
    }

    /** Behind what is none. */
    private static float[] indices(int rows, int vocabulary, long seed) {
        SeededRandom random = new SeededRandom(seed);
        float[] x = new float[X + rows * INDICES];
        Arrays.fill(x, 0, X, -7.5f);
        for (int i = X; i < x.length; i++) {
            x[i] = random.nextInt(vocabulary);
        }
        return x;
    }
}
