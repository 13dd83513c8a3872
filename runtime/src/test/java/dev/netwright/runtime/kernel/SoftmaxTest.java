package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.random.SeededRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Softmax and log-softmax of several rows against their formulas in double precision. */
class SoftmaxTest {
    private static final int ROWS = 3;

    @Property(tries = 300)
    void outputsAreTheFormula(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 50) int units,
            @ForAll @FloatRange(min = 0.01f, max = 50f) float scale) {
        float[] z = rows(seed, units, scale);
        double[] p = probabilities(z, units);
        float[] a = new float[ROWS * units];
        Softmax.forward(z, a, ROWS, units);
        float[] logs = new float[ROWS * units];
        LogSoftmax.forward(z, logs, ROWS, units);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            assertThat((double) a[i]).isCloseTo(p[i], within(3e-7 * p[i] + 1e-30));
            double log = StrictMath.log(p[i]);
            assertThat((double) logs[i]).isCloseTo(log, within(2e-7 * Math.abs(log) + 1e-10));
            sum += a[i];
        }
        assertThat(sum).isCloseTo(ROWS, within(1e-5));
    }

    @Property(tries = 300)
    void gradientsAreTheFullJacobian(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int units,
            @ForAll @FloatRange(min = 0.01f, max = 10f) float scale) {
        float[] z = rows(seed, units, scale);
        float[] da = rows(seed + 1, units, 1f);
        double[] p = probabilities(z, units);
        float[] a = new float[ROWS * units];
        float[] dz = new float[ROWS * units];
        float[] logs = new float[ROWS * units];
        float[] logDz = new float[ROWS * units];
        Softmax.forward(z, a, ROWS, units);
        Softmax.backward(a, da, dz, ROWS, units);
        LogSoftmax.forward(z, logs, ROWS, units);
        LogSoftmax.backward(logs, da, logDz, ROWS, units);
        for (int j = 0; j < dz.length; j++) {
            double softmax = 0;
            double logSoftmax = 0;
            int row = j / units * units;
            for (int i = row; i < row + units; i++) {
                double delta = i == j ? 1 : 0;
                softmax += da[i] * p[i] * (delta - p[j]);
                logSoftmax += da[i] * (delta - p[j]);
            }
            assertThat((double) dz[j]).isCloseTo(softmax, within(2e-6));
            assertThat((double) logDz[j]).isCloseTo(logSoftmax, within(2e-5));
        }
    }

    /** SIMD takes whole vectors, plain Java one element after the other. */
    @Property(tries = 300)
    void numeratorsHaveTheSameBitsEverywhere(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 50) int units,
            @ForAll @FloatRange(min = 0.01f, max = 200f) float scale) {
        float[] z = rows(seed, units, scale);
        float[] chosen = new float[z.length];
        float[] plain = new float[z.length];
        for (int at = 0; at < z.length; at += units) {
            float largest = Softmax.largest(z, at, units);
            KernelChoice.KERNELS.activations().exponentials(z, chosen, at, units, largest);
            new PlainKernels().activations().exponentials(z, plain, at, units, largest);
        }
        assertThat(chosen).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(floats = {1e4f, 1e30f, Float.MAX_VALUE})
    void hugeLogitsStayFinite(float huge) {
        float[] z = {huge, 0, -huge};
        float[] a = new float[3];
        Softmax.forward(new float[] {-huge, 0, huge}, a, 1, 3);
        assertThat(a).containsExactly(0, 0, 1);
        Softmax.forward(z, a, 1, 3);
        assertThat(a).containsExactly(1, 0, 0);
        LogSoftmax.forward(z, a, 1, 3);
        assertThat(a[0]).isZero();
        assertThat(a[1]).isEqualTo(-huge);
        assertThat(LogSoftmax.logSum(z, 0, 3, huge)).isZero();
        float[] equal = {-huge, -huge, -huge, -huge};
        float[] quarters = new float[4];
        Softmax.forward(equal, quarters, 1, 4);
        assertThat(quarters).containsOnly(0.25f);
        LogSoftmax.forward(equal, quarters, 1, 4);
        assertThat(quarters).containsOnly((float) -Math.log(4));
    }

    @Test
    void addingAConstantToAllLogitsChangesNothing() {
        float[] a = new float[3];
        float[] shifted = new float[3];
        Softmax.forward(new float[] {1, 2, 4}, a, 1, 3);
        Softmax.forward(new float[] {1001, 1002, 1004}, shifted, 1, 3);
        assertThat(shifted).isEqualTo(a);
    }

    @Test
    void oneUnitIsCertain() {
        float[] a = new float[1];
        Softmax.forward(new float[] {-7}, a, 1, 1);
        assertThat(a).containsExactly(1);
        LogSoftmax.forward(new float[] {-7}, a, 1, 1);
        assertThat(a).containsExactly(0);
    }

    @Test
    void notANumberIsNotHidden() {
        float[] a = new float[3];
        Softmax.forward(new float[] {1, Float.NaN, 2}, a, 1, 3);
        assertThat(a).containsOnly(Float.NaN);
        LogSoftmax.forward(new float[] {1, 2, Float.NaN}, a, 1, 3);
        assertThat(a).containsOnly(Float.NaN);
    }

    private static double[] probabilities(float[] z, int units) {
        double[] p = new double[z.length];
        for (int row = 0; row < z.length; row += units) {
            double sum = 0;
            for (int i = row; i < row + units; i++) {
                p[i] = StrictMath.exp(z[i]);
                sum += p[i];
            }
            for (int i = row; i < row + units; i++) {
                p[i] /= sum;
            }
        }
        return p;
    }

    private static float[] rows(long seed, int units, float scale) {
        SeededRandom random = new SeededRandom(seed);
        float[] rows = new float[ROWS * units];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) (scale * random.nextGaussian());
        }
        return rows;
    }
}
