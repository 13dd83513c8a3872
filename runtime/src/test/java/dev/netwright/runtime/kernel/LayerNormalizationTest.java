package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.Allocations;
import dev.netwright.runtime.Samples;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Against loops in double precision and central differences of these; the order of every sum to the bit. */
class LayerNormalizationTest {
    private static final float UNTOUCHED = 12345.678f;
    /** Another than layers have that do not say. */
    private static final float EPSILON = 1e-3f;

    private static final int GAINS = 2;

    @Property(tries = 200)
    void normalizesEveryRow(
            @ForAll @IntRange(min = 1, max = 9) int rows,
            @ForAll @IntRange(min = 1, max = 90) int columns,
            @ForAll long seed) {
        Case c = new Case(rows, columns, seed);
        c.forward();
        double[] wanted = forward(doubles(c.x), c.parameters, rows, columns);
        for (int i = 0; i < wanted.length; i++) {
            assertThat((double) c.y[i]).isCloseTo(wanted[i], within(1e-4));
        }
        assertThat(c.y[rows * columns]).isEqualTo(UNTOUCHED);
        assertThat(c.normalized[rows * columns]).isEqualTo(UNTOUCHED);
        assertThat(c.inverseDeviations[rows]).isEqualTo(UNTOUCHED);

        float[] inPlace = c.x.clone();
        LayerNormalization.forward(
                inPlace,
                c.parameters,
                GAINS,
                GAINS + columns,
                EPSILON,
                c.normalized,
                c.inverseDeviations,
                inPlace,
                rows,
                columns);
        assertThat(Arrays.copyOf(inPlace, rows * columns)).isEqualTo(Arrays.copyOf(c.y, rows * columns));
    }

    /** Where both are plain this says nothing. */
    @Property(tries = 300)
    void vectorsGiveTheBitsOfPlainLoops(
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 1, max = 150) int columns,
            @ForAll long seed) {
        Case here = new Case(rows, columns, seed);
        here.forward();
        here.backward();
        Case plain = new Case(rows, columns, seed);
        NormalizedRows loops = new PlainKernels().normalizedRows();
        loops.forward(
                plain.x,
                plain.parameters,
                GAINS,
                GAINS + columns,
                EPSILON,
                plain.normalized,
                plain.inverseDeviations,
                plain.y,
                rows,
                columns);
        loops.backward(
                plain.dy, plain.normalized, plain.inverseDeviations, plain.parameters, GAINS, plain.dx, rows, columns);

        assertThat(here.y).isEqualTo(plain.y);
        assertThat(here.normalized).isEqualTo(plain.normalized);
        assertThat(here.inverseDeviations).isEqualTo(plain.inverseDeviations);
        assertThat(here.dx).isEqualTo(plain.dx);
    }

    @Property(tries = 100)
    void gradientsAreThoseOfCentralDifferences(
            @ForAll @IntRange(min = 1, max = 4) int rows,
            @ForAll @IntRange(min = 2, max = 40) int columns,
            @ForAll long seed) {
        Case c = new Case(rows, columns, seed);
        c.forward();
        c.backward();
        double[] x = doubles(c.x);
        for (int i = 0; i < x.length; i++) {
            double step = 1e-5;
            double before = x[i];
            x[i] = before + step;
            double above = loss(forward(x, c.parameters, rows, columns), c.dy);
            x[i] = before - step;
            double below = loss(forward(x, c.parameters, rows, columns), c.dy);
            x[i] = before;
            double deviation = 1 / c.inverseDeviations[i / columns];
            assertThat(c.dx[i] * deviation).isCloseTo((above - below) / (2 * step) * deviation, within(1e-4));
        }
        assertThat(c.dx[rows * columns]).isEqualTo(UNTOUCHED);

        float[] inPlace = c.dy.clone();
        LayerNormalization.backward(
                inPlace, c.normalized, c.inverseDeviations, c.parameters, GAINS, inPlace, rows, columns);
        assertThat(inPlace).isEqualTo(Arrays.copyOf(c.dx, rows * columns));
    }

    @Property(tries = 200)
    void gradientsOfGainsAndShiftsInSharesThatGoOn(
            @ForAll @IntRange(min = 1, max = 9) int rows,
            @ForAll @IntRange(min = 1, max = 9) int further,
            @ForAll @IntRange(min = 1, max = 70) int columns,
            @ForAll long seed) {
        float[] dy = Samples.random(rows + further, columns, seed);
        float[] normalized = Samples.random(rows + further, columns, seed + 1);
        float[] gradients = new float[GAINS + 2 * columns + 1];
        Arrays.fill(gradients, UNTOUCHED);
        addGradients(dy, normalized, gradients, rows, columns, false);
        int whole = dy.length;
        int done = rows * columns;
        addGradients(
                Arrays.copyOfRange(dy, done, whole),
                Arrays.copyOfRange(normalized, done, whole),
                gradients,
                further,
                columns,
                true);
        for (int column = 0; column < columns; column++) {
            float gain = 0f;
            float shift = 0f;
            for (int row = 0; row < rows + further; row++) {
                gain = Math.fma(dy[row * columns + column], normalized[row * columns + column], gain);
                shift += dy[row * columns + column];
            }
            assertThat(gradients[GAINS + column]).isEqualTo(gain);
            assertThat(gradients[GAINS + columns + column]).isEqualTo(shift);
        }
        assertThat(gradients[GAINS - 1]).isEqualTo(UNTOUCHED);
        assertThat(gradients[GAINS + 2 * columns]).isEqualTo(UNTOUCHED);
    }

    private static void addGradients(
            float[] dy, float[] normalized, float[] gradients, int rows, int columns, boolean continues) {
        for (int part = 2; part >= 0; part--) {
            GradientShare share = new GradientShare(part, 3, continues);
            LayerNormalization.gainGradients(dy, normalized, gradients, GAINS, rows, columns, share);
            LayerNormalization.shiftGradients(dy, gradients, GAINS + columns, rows, columns, share);
        }
    }

    @Test
    void aRowOfEqualValuesBecomesTheShifts() {
        float[] y = new float[3];
        float[] parameters = {2, 2, 2, 0.5f, -1, 0};
        LayerNormalization.forward(
                new float[] {7, 7, 7}, parameters, 0, 3, EPSILON, new float[3], new float[1], y, 1, 3);
        assertThat(y).containsExactly(0.5f, -1, 0);
    }

    /** Where the mean is a thousand times the deviation, it is taken away before anything is squared. */
    @Test
    void aLargeMeanCostsNoAccuracy() {
        float[] x = Samples.random(1, 64, 3);
        float[] far = new float[64];
        for (int i = 0; i < 64; i++) {
            far[i] = x[i] + 1024f;
            x[i] = far[i] - 1024f;
        }
        float[] parameters = new float[128];
        Arrays.fill(parameters, 0, 64, 1f);
        float[] near = new float[64];
        LayerNormalization.forward(x, parameters, 0, 64, EPSILON, new float[64], new float[1], near, 1, 64);
        LayerNormalization.forward(far, parameters, 0, 64, EPSILON, new float[64], new float[1], far, 1, 64);
        for (int i = 0; i < 64; i++) {
            assertThat(far[i]).isCloseTo(near[i], within(1e-3f));
        }
    }

    @Test
    void allocatesNothing() {
        Case c = new Case(9, 70, 1);
        float[] gradients = new float[140];
        Allocations.assertNoneOnceWarm(() -> {
            c.forward();
            c.backward();
            LayerNormalization.gainGradients(c.dy, c.normalized, gradients, 0, 9, 70, GradientShare.ALL);
            LayerNormalization.shiftGradients(c.dy, gradients, 70, 9, 70, GradientShare.ALL);
        });
    }

    private static double[] doubles(float[] x) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = x[i];
        }
        return result;
    }

    private static double loss(double[] y, float[] dy) {
        double sum = 0;
        for (int i = 0; i < dy.length; i++) {
            sum += y[i] * dy[i];
        }
        return sum;
    }

    private static double[] forward(double[] x, float[] parameters, int rows, int columns) {
        double[] y = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            double[] of = Arrays.copyOfRange(x, row * columns, (row + 1) * columns);
            double mean = Arrays.stream(of).sum() / columns;
            double variance =
                    Arrays.stream(of).map(v -> (v - mean) * (v - mean)).sum() / columns;
            for (int column = 0; column < columns; column++) {
                y[row * columns + column] =
                        parameters[GAINS + column] * (of[column] - mean) / Math.sqrt(variance + EPSILON)
                                + parameters[GAINS + columns + column];
            }
        }
        return y;
    }

    /** Random inputs, and arrays with one element more than is needed. */
    private static final class Case {
        final int rows;
        final int columns;
        final float[] x;
        final float[] dy;
        final float[] parameters;
        final float[] normalized;
        final float[] inverseDeviations;
        final float[] y;
        final float[] dx;

        Case(int rows, int columns, long seed) {
            this.rows = rows;
            this.columns = columns;
            x = Samples.random(rows, columns, seed);
            dy = Samples.random(rows, columns, seed + 1);
            parameters = Samples.random(1, GAINS + 2 * columns, seed + 2);
            normalized = untouched(rows * columns + 1);
            inverseDeviations = untouched(rows + 1);
            y = untouched(rows * columns + 1);
            dx = untouched(rows * columns + 1);
        }

        private static float[] untouched(int size) {
            float[] array = new float[size];
            Arrays.fill(array, UNTOUCHED);
            return array;
        }

        void forward() {
            LayerNormalization.forward(
                    x, parameters, GAINS, GAINS + columns, EPSILON, normalized, inverseDeviations, y, rows, columns);
        }

        void backward() {
            LayerNormalization.backward(dy, normalized, inverseDeviations, parameters, GAINS, dx, rows, columns);
        }
    }
}
