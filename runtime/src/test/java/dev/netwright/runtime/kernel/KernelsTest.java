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
            @ForAll @IntRange(min = 1, max = 40) int inputs,
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
                float z = parameters[biases + j];
                float zero = 0f;
                for (int i = 0; i < inputs; i++) {
                    z = Math.fma(x[offset + r * inputs + i], parameters[offset + i * units + j], z);
                    zero = Math.fma(x[offset + r * inputs + i], parameters[offset + i * units + j], zero);
                }
                assertThat(biased[r * units + j]).isEqualTo(z);
                assertThat(unbiased[r * units + j]).isEqualTo(zero);
            }
        }
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
