package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.random.SeededRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The activations of this JVM's kernels, called over arrays, against {@link ActivationMath}, to the bit. */
class ActivationKernelsTest {
    private static final int MOST = 70;

    /** Arrays may be this much longer than what is computed: less than a vector, a vector, more. */
    private static final int[] SPARE = {0, 1, 7, 15, 16, 40};

    private static final float[] SPECIAL = {
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        0f,
        -0f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        88.7f,
        88.8f,
        89f,
        -87.3f,
        -88f,
        -100f,
        -103.9f,
        -104f,
        -110f,
        -0.4f,
        20f
    };

    static List<Activation> elementwise() {
        return ActivationCalls.elementwise();
    }

    @ParameterizedTest
    @MethodSource("elementwise")
    void everyCountIsComputedWithTheSameBits(Activation activation) {
        for (int count = 0; count <= MOST; count++) {
            check(activation, normal(count, count));
        }
    }

    @ParameterizedTest
    @MethodSource("elementwise")
    void specialValuesAndFloatsOfEverySizeHaveTheSameBits(Activation activation) {
        check(activation, SPECIAL);
        float[] z = new float[1 << 16];
        for (int i = 0; i < z.length; i++) {
            z[i] = Float.intBitsToFloat(i << 16 | i * 31 & 0xFFFF);
        }
        check(activation, z);
    }

    @ParameterizedTest
    @MethodSource("elementwise")
    void resultsMayBeWrittenOverArguments(Activation activation) {
        float[] z = normal(MOST, 3);
        float[] a = new float[MOST];
        ActivationCalls.forward(activation, z, a, MOST);
        float[] inPlace = z.clone();
        ActivationCalls.forward(activation, inPlace, inPlace, MOST);
        assertThat(inPlace).isEqualTo(a);
        float[] da = normal(MOST, 4);
        float[] dz = new float[MOST];
        ActivationCalls.backward(activation, z, a, da, dz, MOST);
        ActivationCalls.backward(activation, z, a, da, da, MOST);
        assertThat(da).isEqualTo(dz);
    }

    private static void check(Activation activation, float[] z) {
        float[] da = normal(z.length, 5);
        float[] a = new float[z.length];
        float[] dz = new float[z.length];
        for (int i = 0; i < z.length; i++) {
            a[i] = ActivationCalls.function(activation, z[i]);
            dz[i] = da[i] * ActivationCalls.derivative(activation, z[i], a[i]);
        }
        for (int spare : SPARE) {
            int length = z.length + spare;
            float[] found = new float[length];
            ActivationCalls.forward(activation, Arrays.copyOf(z, length), found, z.length);
            assertSame("forward, " + spare + " to spare", z, found, a);
            // Arrays of different lengths: what is beyond the shortest is not there.
            found = new float[length];
            float[] longA = Arrays.copyOf(a, length);
            ActivationCalls.backward(activation, Arrays.copyOf(z, length), longA, da, found, z.length);
            assertSame("backward, " + spare + " to spare", z, found, dz);
        }
    }

    private static void assertSame(String what, float[] z, float[] found, float[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (Float.floatToIntBits(found[i]) != Float.floatToIntBits(wanted[i])) {
                assertThat(found[i])
                        .as("%s, of %s at %d of %d", what, z[i], i, z.length)
                        .isEqualTo(wanted[i]);
            }
        }
    }

    private static float[] normal(int count, long seed) {
        SeededRandom random = new SeededRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (3 * random.nextGaussian());
        }
        return values;
    }
}
