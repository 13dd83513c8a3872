package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.random.SeededRandom;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Softmax and log-softmax against their formulas in double precision, with what stands around the row untouched. */
class SoftmaxTest {
    private static final int OFFSET = 3;
    private static final float CANARY = 12345.678f;

    @Property(tries = 300)
    void outputsAreTheFormula(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 50) int units,
            @ForAll @FloatRange(min = 0.01f, max = 50f) float scale) {
        float[] z = row(seed, units, scale);
        double[] p = probabilities(z, units);
        float[] a = canaries(units);
        Softmax.forward(z, a, OFFSET, units);
        float[] logs = canaries(units);
        LogSoftmax.forward(z, logs, OFFSET, units);
        double sum = 0;
        for (int i = 0; i < units; i++) {
            assertThat((double) a[OFFSET + i]).isCloseTo(p[i], within(2e-7 * p[i] + 1e-30));
            double log = StrictMath.log(p[i]);
            assertThat((double) logs[OFFSET + i]).isCloseTo(log, within(2e-7 * Math.abs(log) + 1e-10));
            sum += a[OFFSET + i];
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
        assertUntouched(a, units);
        assertUntouched(logs, units);
    }

    @Property(tries = 300)
    void gradientsAreTheFullJacobian(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int units,
            @ForAll @FloatRange(min = 0.01f, max = 10f) float scale) {
        float[] z = row(seed, units, scale);
        float[] da = row(seed + 1, units, 1f);
        double[] p = probabilities(z, units);
        float[] a = canaries(units);
        float[] dz = canaries(units);
        float[] logs = canaries(units);
        float[] logDz = canaries(units);
        Softmax.forward(z, a, OFFSET, units);
        Softmax.backward(a, da, dz, OFFSET, units);
        LogSoftmax.forward(z, logs, OFFSET, units);
        LogSoftmax.backward(logs, da, logDz, OFFSET, units);
        for (int j = 0; j < units; j++) {
            double softmax = 0;
            double logSoftmax = 0;
            for (int i = 0; i < units; i++) {
                double delta = i == j ? 1 : 0;
                softmax += da[OFFSET + i] * p[i] * (delta - p[j]);
                logSoftmax += da[OFFSET + i] * (delta - p[j]);
            }
            assertThat((double) dz[OFFSET + j]).isCloseTo(softmax, within(2e-6));
            assertThat((double) logDz[OFFSET + j]).isCloseTo(logSoftmax, within(2e-5));
        }
        assertUntouched(dz, units);
        assertUntouched(logDz, units);
    }

    @ParameterizedTest
    @ValueSource(floats = {1e4f, 1e30f, Float.MAX_VALUE})
    void hugeLogitsStayFinite(float huge) {
        float[] z = {huge, 0, -huge};
        float[] a = new float[3];
        Softmax.forward(new float[] {-huge, 0, huge}, a, 0, 3);
        assertThat(a).containsExactly(0, 0, 1);
        Softmax.forward(z, a, 0, 3);
        assertThat(a).containsExactly(1, 0, 0);
        LogSoftmax.forward(z, a, 0, 3);
        assertThat(a[0]).isZero();
        assertThat(a[1]).isEqualTo(-huge);
        assertThat(LogSoftmax.logSum(z, 0, 3, huge)).isZero();
        float[] equal = {-huge, -huge, -huge, -huge};
        float[] quarters = new float[4];
        Softmax.forward(equal, quarters, 0, 4);
        assertThat(quarters).containsOnly(0.25f);
        LogSoftmax.forward(equal, quarters, 0, 4);
        assertThat(quarters).containsOnly((float) -Math.log(4));
    }

    @Test
    void addingAConstantToAllLogitsChangesNothing() {
        float[] a = new float[3];
        float[] shifted = new float[3];
        Softmax.forward(new float[] {1, 2, 4}, a, 0, 3);
        Softmax.forward(new float[] {1001, 1002, 1004}, shifted, 0, 3);
        assertThat(shifted).isEqualTo(a);
    }

    @Test
    void oneUnitIsCertain() {
        float[] a = new float[1];
        Softmax.forward(new float[] {-7}, a, 0, 1);
        assertThat(a).containsExactly(1);
        LogSoftmax.forward(new float[] {-7}, a, 0, 1);
        assertThat(a).containsExactly(0);
    }

    @Test
    void notANumberIsNotHidden() {
        float[] a = new float[3];
        Softmax.forward(new float[] {1, Float.NaN, 2}, a, 0, 3);
        assertThat(a).containsOnly(Float.NaN);
        LogSoftmax.forward(new float[] {1, 2, Float.NaN}, a, 0, 3);
        assertThat(a).containsOnly(Float.NaN);
    }

    private static double[] probabilities(float[] z, int units) {
        double[] p = new double[units];
        double sum = 0;
        for (int i = 0; i < units; i++) {
            p[i] = StrictMath.exp(z[OFFSET + i]);
            sum += p[i];
        }
        for (int i = 0; i < units; i++) {
            p[i] /= sum;
        }
        return p;
    }

    private static float[] row(long seed, int units, float scale) {
        SeededRandom random = new SeededRandom(seed);
        float[] row = canaries(units);
        for (int i = 0; i < units; i++) {
            row[OFFSET + i] = (float) (scale * random.nextGaussian());
        }
        return row;
    }

    private static float[] canaries(int units) {
        float[] row = new float[OFFSET + units + OFFSET];
        Arrays.fill(row, CANARY);
        return row;
    }

    private static void assertUntouched(float[] row, int units) {
        for (int i = 0; i < OFFSET; i++) {
            assertThat(row[i]).isEqualTo(CANARY);
            assertThat(row[OFFSET + units + i]).isEqualTo(CANARY);
        }
    }
}
