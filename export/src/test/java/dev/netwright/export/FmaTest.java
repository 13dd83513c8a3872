package dev.netwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.export.testing.ExportedClasses;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fused multiply-add of exported files against that of the JDK, bit by bit. */
class FmaTest {
    private static final int TRIPLES = 4_000_000;

    private static final float[] SPECIAL = {
        0f,
        -0f,
        1f,
        -1f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        3 * Float.MIN_VALUE,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        Math.nextDown(Float.MIN_NORMAL),
        Math.nextUp(1f),
        Math.nextDown(1f),
        0.5f,
        0x1p-24f,
        0x1p-25f,
        -0x1p-24f,
        0x1p-63f,
        0x1p-74f,
        0x1p-75f,
        0x1p-76f,
        0x1p24f,
        0x1p63f,
        0x1p64f,
        3f,
        1f / 3f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Math.nextDown(Float.MAX_VALUE),
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN
    };

    @TempDir
    static Path folder;

    private static ExportedClasses classes;
    private static MethodHandle fma;

    @BeforeAll
    static void export() throws IOException, ReflectiveOperationException {
        JavaFile.of(Networks_ActorCriticNetwork.create(1), "Robot").writeTo(folder);
        classes = ExportedClasses.compile(folder);
        Method method = classes.type("Robot$Fma").getDeclaredMethod("fma", float.class, float.class, float.class);
        method.setAccessible(true);
        fma = MethodHandles.lookup().unreflect(method);
    }

    @AfterAll
    static void close() throws IOException {
        classes.close();
    }

    private static void check(float a, float b, float c) throws Throwable {
        float found = (float) fma.invokeExact(a, b, c);
        float expected = Math.fma(a, b, c);
        if (Float.floatToIntBits(found) != Float.floatToIntBits(expected)) {
            assertThat(found).as("fma(%s, %s, %s)", a, b, c).isEqualTo(expected);
        }
    }

    @Test
    void ofSpecialNumbers() throws Throwable {
        for (float a : SPECIAL) {
            for (float b : SPECIAL) {
                for (float c : SPECIAL) {
                    check(a, b, c);
                }
            }
        }
    }

    @Test
    void ofAnyBits() throws Throwable {
        Random random = new Random(1);
        for (int i = 0; i < TRIPLES; i++) {
            check(any(random), any(random), any(random));
        }
    }

    private static float any(Random random) {
        return Float.intBitsToFloat(random.nextInt());
    }

    @Test
    void ofNumbersAsTheyAreInNetworks() throws Throwable {
        Random random = new Random(2);
        for (int i = 0; i < TRIPLES; i++) {
            check((float) random.nextGaussian(), (float) random.nextGaussian(), (float) random.nextGaussian());
        }
    }

    /** Sums whose nearest double is halfway from one float to the next, or almost so: that is where rounding twice goes wrong. */
    @Test
    void ofSumsThatAreHalfwayAndAlmost() throws Throwable {
        Random random = new Random(3);
        int wrongWhenRoundedTwice = 0;
        for (int i = 0; i < TRIPLES; i++) {
            // c has a whole last place; the product is half of one, and a little more or less, or nothing.
            float c = (1 << 23) + random.nextInt(1 << 23);
            float little = random.nextInt(3) * 0x1p-23f - 0x1p-23f;
            float a = 0.5f + little * random.nextInt(3);
            float b = random.nextInt(4) == 0 ? 1f : 1f + (random.nextInt(5) - 2) * 0x1p-23f;
            int scale = random.nextInt(4) == 0 ? -149 - random.nextInt(25) : random.nextInt(200) - 100;
            int half = scale / 2;
            float sign = random.nextBoolean() ? 1f : -1f;
            float x = Math.scalb(sign * a, half);
            float y = Math.scalb(b, scale - half);
            float z = Math.scalb(random.nextBoolean() ? c : -c, scale);
            check(x, y, z);
            wrongWhenRoundedTwice += (float) ((double) x * y + z) == Math.fma(x, y, z) ? 0 : 1;
        }
        assertThat(wrongWhenRoundedTwice).isGreaterThan(1_000);
    }

    /** Results below the smallest normal float, whose last places are at other bits of a double. */
    @Test
    void ofSumsThatAreTiny() throws Throwable {
        Random random = new Random(4);
        int wrongWhenRoundedTwice = 0;
        for (int i = 0; i < TRIPLES; i++) {
            float c = Float.intBitsToFloat(random.nextInt(1 << 24)) * (random.nextBoolean() ? 1 : -1);
            // Half of the smallest float, and a little less than a double beside c can show.
            float difference = random.nextInt(9) * 0x1p-23f;
            float a = Math.scalb(1f + difference, -75 + random.nextInt(2));
            float b = Math.scalb(1f - difference, -75);
            check(random.nextBoolean() ? a : -a, b, c);
            wrongWhenRoundedTwice += (float) ((double) a * b + c) == Math.fma(a, b, c) ? 0 : 1;
        }
        assertThat(wrongWhenRoundedTwice).isGreaterThan(1_000);
    }

    /** Where the largest float ends and infinity begins. */
    @Test
    void ofSumsThatAreHuge() throws Throwable {
        Random random = new Random(5);
        for (int i = 0; i < TRIPLES / 4; i++) {
            float c = Float.intBitsToFloat(Float.floatToIntBits(Float.MAX_VALUE) - random.nextInt(3));
            float a = Math.scalb(1f + (random.nextInt(5) - 2) * 0x1p-23f, 51 + random.nextInt(3));
            check(random.nextBoolean() ? a : -a, 0x1p51f, random.nextBoolean() ? c : -c);
        }
    }
}
