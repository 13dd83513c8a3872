package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.random.SeededRandom;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Both implementations against the definition of {@link MatrixProduct}, to the bit, over awkward sizes. */
class MatrixProductTest {
    private static final List<Integer> AWKWARD =
            List.of(1, 2, 3, 5, 6, 7, 8, 9, 12, 13, 15, 16, 17, 31, 33, 63, 64, 65, 70, 100, 207, 512, 513, 1_000);

    private static final MatrixProduct PLAIN = new PlainProduct();
    private static final Optional<MatrixProduct> SIMD =
            Optional.of(KernelChoice.KERNELS.product()).filter(chosen -> !(chosen instanceof PlainProduct));

    static List<Integer> awkward() {
        return AWKWARD;
    }

    @Test
    void simdIsTestedWhereTheModuleIsPresent() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        Assumptions.assumeTrue(System.getProperty(KernelChoice.PROPERTY) == null);
        assertThat(SIMD.isPresent()).isEqualTo(present);
    }

    private static void check(ProductCase product) {
        product.check(PLAIN);
        SIMD.ifPresent(product::check);
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void awkwardColumns(int columns) {
        for (int rows : new int[] {1, 5, 6, 7, 13}) {
            for (int depth : new int[] {1, 7, 8, 9, 33}) {
                check(ProductCase.normal(rows, depth, columns, rows + depth));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void awkwardRows(int rows) {
        for (int columns : new int[] {1, 15, 16, 17, 64, 70}) {
            for (int depth : new int[] {1, 8, 9}) {
                check(ProductCase.normal(rows, depth, columns, columns + depth));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void awkwardDepths(int depth) {
        for (int rows : new int[] {1, 6, 7}) {
            for (int columns : new int[] {1, 17, 64, 70}) {
                check(ProductCase.normal(rows, depth, columns, rows + columns));
            }
        }
    }

    /** Sizes on both sides of where products are cut into blocks of rows, of the depth and of columns. */
    @ParameterizedTest
    @CsvSource({
        "191, 700, 70",
        "192, 700, 64",
        "193, 700, 33",
        "400, 700, 17",
        "200, 1024, 17",
        "49, 1025, 70",
        "7, 2049, 65",
        "13, 4097, 3",
        "9, 5000, 16",
        "385, 130, 129",
        "50, 300, 100",
        "400, 7, 5",
        "7000, 19, 20"
    })
    void largeEnoughToBeCut(int rows, int depth, int columns) {
        for (int seed = 0; seed < 6; seed++) {
            check(ProductCase.normal(rows, depth, columns, seed));
        }
    }

    @Property(tries = 400)
    void anySizes(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 70) int depth,
            @ForAll @IntRange(min = 1, max = 140) int columns,
            @ForAll long seed) {
        check(ProductCase.normal(rows, depth, columns, seed));
    }

    /** Few columns have the most paths. */
    @Property(tries = 1_000)
    void fewColumns(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 24) int depth,
            @ForAll @IntRange(min = 1, max = 33) int columns,
            @ForAll long seed) {
        check(ProductCase.normal(rows, depth, columns, seed));
    }

    @Property(tries = 1_000)
    void sumsInParts(
            @ForAll @IntRange(min = 1, max = 12) int rows,
            @ForAll @IntRange(min = 24, max = 90) int depth,
            @ForAll @IntRange(min = 1, max = 150) int columns,
            @ForAll boolean two,
            @ForAll long seed) {
        PartsCase product = new PartsCase(rows, depth, columns, two ? 2 : 4, seed);
        product.check(PLAIN);
        SIMD.ifPresent(product::check);
    }

    @Property(tries = 200)
    void errorsStayWithinTheBoundOfTheLiterature(
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 300) int depth,
            @ForAll @IntRange(min = 1, max = 70) int columns,
            @ForAll long seed) {
        ProductCase product = ProductCase.normal(rows, depth, columns, seed);
        product.checkError(PLAIN);
        SIMD.ifPresent(product::checkError);
    }

    /** Values where a shortcut would show: zeros of both signs, denormals, overflow, infinities and NaN. */
    @Property(tries = 400)
    void specialValues(
            @ForAll @IntRange(min = 1, max = 14) int rows,
            @ForAll @IntRange(min = 1, max = 20) int depth,
            @ForAll @IntRange(min = 1, max = 70) int columns,
            @ForAll @IntRange(min = 2, max = 11) int kinds,
            @ForAll long seed) {
        double[] values = {
            0.0,
            -0.0,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MIN_NORMAL,
            1e-30,
            1.0,
            -Float.MAX_VALUE,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Double.NaN
        };
        SeededRandom random = new SeededRandom(seed);
        check(new ProductCase(rows, depth, columns, random, () -> values[random.nextInt(kinds)]));
    }

    /** A product that is lost when it is rounded before the addition. */
    @Test
    void everyAdditionIsFused() {
        float x = 1 + 0x1p-12f;
        for (MatrixProduct product : SIMD.map(simd -> List.of(PLAIN, simd)).orElse(List.of(PLAIN))) {
            float[] out = new float[1];
            product.multiply(
                    new float[] {x}, 0, 1, 1, new float[] {x}, 0, new float[] {-1 - 0x1p-11f}, 0, 0, out, 0, 1, 1, 1);
            assertThat(out[0]).isEqualTo(0x1p-24f);
        }
    }
}
