package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.Samples;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What generated code calls, against the order of every sum that the documentation promises, to the bit. */
class KernelsTest {
    private static final float UNTOUCHED = 12345.678f;

    @Property(tries = 200)
    void preActivations(
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 90) int inputs,
            @ForAll @IntRange(min = 1, max = 80) int units,
            @ForAll @IntRange(max = 3) int offset,
            @ForAll long seed) {
        float[] x = Samples.random(1, offset + rows * inputs, seed);
        float[] parameters = Samples.random(1, offset + inputs * units + units, seed + 1);
        float[] biased = new float[rows * units];
        float[] unbiased = new float[rows * units];
        int biases = offset + inputs * units;
        Kernels.affine(x, offset, parameters, offset, biases, biased, rows, inputs, units);
        Kernels.linear(x, offset, parameters, offset, unbiased, rows, inputs, units);
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < units; j++) {
                int row = offset + r * inputs;
                int column = offset + j;
                float z = preActivation(x, row, parameters, column, inputs, units, parameters[biases + j]);
                float zero = preActivation(x, row, parameters, column, inputs, units, 0f);
                assertThat(biased[r * units + j]).isEqualTo(z);
                assertThat(unbiased[r * units + j]).isEqualTo(zero);
            }
        }
    }

    private static float preActivation(
            float[] x, int row, float[] parameters, int column, int inputs, int units, float start) {
        int parts = inputs < 24 || units > 64 ? 1 : inputs >= 64 && units <= 32 ? 4 : 2;
        float z = 0f;
        for (int part = 0; part < parts; part++) {
            float sum = part == 0 ? start : 0f;
            int to = part == parts - 1 ? inputs : (part + 1) * (inputs / parts);
            for (int i = part * (inputs / parts); i < to; i++) {
                sum = Math.fma(x[row + i], parameters[column + i * units], sum);
            }
            z = part == 0 ? sum : z + sum;
        }
        return z;
    }

    /** A batch that goes on with the sums of another, by two threads: the bits of one batch on one thread. */
    @Property(tries = 200)
    void gradientsInSharesThatGoOn(
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 20) int further,
            @ForAll @IntRange(min = 1, max = 40) int inputs,
            @ForAll @IntRange(min = 1, max = 40) int units,
            @ForAll @IntRange(min = 1, max = 4) int parts,
            @ForAll long seed) {
        float[] x = Samples.random(rows + further, inputs, seed);
        float[] dz = Samples.random(rows + further, units, seed + 1);
        float[] whole = new float[inputs * units + units];
        Kernels.weightGradients(x, 0, dz, whole, 0, rows + further, inputs, units, GradientShare.ALL);
        Kernels.biasGradients(dz, whole, inputs * units, rows + further, units, GradientShare.ALL);

        float[] shared = new float[whole.length];
        Arrays.fill(shared, UNTOUCHED);
        float[] furtherDz = Arrays.copyOfRange(dz, rows * units, dz.length);
        for (int part = parts - 1; part >= 0; part--) {
            GradientShare first = new GradientShare(part, parts, false);
            GradientShare second = new GradientShare(part, parts, true);
            Kernels.weightGradients(x, 0, dz, shared, 0, rows, inputs, units, first);
            Kernels.biasGradients(dz, shared, inputs * units, rows, units, first);
            Kernels.weightGradients(x, rows * inputs, furtherDz, shared, 0, further, inputs, units, second);
            Kernels.biasGradients(furtherDz, shared, inputs * units, further, units, second);
        }
        assertThat(shared).isEqualTo(whole);
    }

    @Property(tries = 200)
    void gradientsOfWeightsAndBiases(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 30) int inputs,
            @ForAll @IntRange(min = 1, max = 80) int units,
            @ForAll @IntRange(max = 3) int offset,
            @ForAll long seed) {
        float[] x = Samples.random(1, offset + rows * inputs, seed);
        float[] dz = Samples.random(rows, units, seed + 1);
        float[] gradients = new float[offset + inputs * units + units + offset];
        Arrays.fill(gradients, UNTOUCHED);
        int biases = offset + inputs * units;
        Kernels.weightGradients(x, offset, dz, gradients, offset, rows, inputs, units, GradientShare.ALL);
        Kernels.biasGradients(dz, gradients, biases, rows, units, GradientShare.ALL);
        for (int j = 0; j < units; j++) {
            for (int i = 0; i < inputs; i++) {
                float sum = 0f;
                for (int r = 0; r < rows; r++) {
                    sum = Math.fma(x[offset + r * inputs + i], dz[r * units + j], sum);
                }
                assertThat(gradients[offset + i * units + j]).isEqualTo(sum);
            }
            float sum = 0f;
            for (int r = 0; r < rows; r++) {
                sum += dz[r * units + j];
            }
            assertThat(gradients[biases + j]).isEqualTo(sum);
        }
        for (int i = 0; i < offset; i++) {
            assertThat(gradients[i]).isEqualTo(UNTOUCHED);
            assertThat(gradients[gradients.length - 1 - i]).isEqualTo(UNTOUCHED);
        }
    }

    @Property(tries = 200)
    void gradientsOfInputs(
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 80) int inputs,
            @ForAll @IntRange(min = 1, max = 40) int units,
            @ForAll @IntRange(max = 3) int offset,
            @ForAll long seed) {
        float[] dz = Samples.random(rows, units, seed);
        float[] parameters = Samples.random(1, offset + inputs * units, seed + 1);
        float[] before = parameters.clone();
        float[] dx = new float[rows * inputs];
        Kernels.inputGradients(dz, parameters, offset, dx, rows, inputs, units);
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < inputs; i++) {
                float sum = 0f;
                for (int j = 0; j < units; j++) {
                    sum = Math.fma(dz[r * units + j], parameters[offset + i * units + j], sum);
                }
                assertThat(dx[r * inputs + i]).isEqualTo(sum);
            }
        }
        assertThat(parameters).isEqualTo(before);
    }

    /** Row r of the sum has one row that is not 0: what is wrong in the blocks of the transpose shows at once. */
    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 33, 207})
    void gradientsOfInputsOfUnitVectorsAreRowsOfTheTranspose(int units) {
        for (int inputs : new int[] {1, 15, 16, 17, 100}) {
            float[] weights = Samples.random(inputs, units, 1);
            float[] dz = new float[units * units];
            for (int j = 0; j < units; j++) {
                dz[j * units + j] = 1;
            }
            float[] dx = new float[units * inputs];
            Kernels.inputGradients(dz, weights, 0, dx, units, inputs, units);
            for (int j = 0; j < units; j++) {
                for (int i = 0; i < inputs; i++) {
                    assertThat(dx[j * inputs + i]).isEqualTo(weights[i * units + j]);
                }
            }
        }
    }
}
