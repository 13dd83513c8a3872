package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.random.SeededRandom;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both implementations of convolutions against their definition, to the bit and within the errors of rounding. */
class ConvolutionsTest {
    private static final List<ConvolutionKernels> IMPLEMENTATIONS =
            List.of(new PlainKernels().convolutions(), KernelChoice.KERNELS.convolutions());

    static List<ConvolutionShape> shapes() {
        return List.of(
                // LeNet-5.
                ConvolutionShape.valid(28, 28, 1, 6, 5, 5, 1, 1),
                ConvolutionShape.valid(12, 12, 6, 16, 5, 5, 1, 1),
                // Around the widths of vectors and tiles.
                ConvolutionShape.same(32, 32, 16, 32, 3, 3, 1, 1),
                ConvolutionShape.same(9, 9, 3, 17, 3, 3, 1, 1),
                ConvolutionShape.same(7, 11, 5, 64, 3, 3, 2, 2),
                ConvolutionShape.valid(8, 8, 33, 70, 2, 3, 1, 2),
                ConvolutionShape.same(10, 10, 4, 8, 4, 4, 3, 3),
                ConvolutionShape.same(13, 14, 1, 1, 3, 3, 1, 1),
                ConvolutionShape.same(6, 5, 2, 15, 5, 5, 1, 1),
                // A pixel, a whole sample, one dimension.
                ConvolutionShape.valid(5, 7, 12, 20, 1, 1, 1, 1),
                ConvolutionShape.valid(5, 7, 12, 20, 1, 1, 2, 2),
                ConvolutionShape.valid(4, 6, 3, 9, 4, 6, 1, 1),
                ConvolutionShape.same(1, 100, 4, 16, 1, 7, 1, 1),
                ConvolutionShape.same(1, 50, 1, 24, 1, 3, 1, 2),
                ConvolutionShape.same(40, 1, 3, 6, 5, 1, 2, 1),
                // Kernels larger than what is left of the sample, and than the sample.
                ConvolutionShape.same(2, 2, 3, 5, 5, 5, 1, 1),
                ConvolutionShape.same(5, 5, 2, 16, 2, 2, 4, 4),
                new ConvolutionShape(4, 5, 2, 7, 3, 4, 2, 3, 2, 0, 1, 3));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void chosenShapes(ConvolutionShape shape) {
        for (int rows : new int[] {1, 3}) {
            for (ConvolutionKernels kernels : IMPLEMENTATIONS) {
                new ConvolutionCase(shape, rows, rows).check(kernels);
            }
        }
    }

    @Property(tries = 500)
    void anyShape(
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 1, max = 6) int channels,
            @ForAll @IntRange(min = 1, max = 36) int filters,
            @ForAll long seed) {
        ConvolutionShape shape = randomShape(channels, filters, new SeededRandom(seed));
        for (ConvolutionKernels kernels : IMPLEMENTATIONS) {
            new ConvolutionCase(shape, rows, seed).check(kernels);
        }
    }

    /** Shares of several threads, and samples in two passes: the bits of one pass on one thread. */
    @Property(tries = 300)
    void gradientsInSharesThatGoOn(
            @ForAll @IntRange(min = 2, max = 6) int rows,
            @ForAll @IntRange(min = 1, max = 5) int parts,
            @ForAll @IntRange(min = 1, max = 6) int channels,
            @ForAll @IntRange(min = 1, max = 36) int filters,
            @ForAll long seed) {
        SeededRandom random = new SeededRandom(seed);
        ConvolutionShape shape = randomShape(channels, filters, random);
        GradientShare[] shares = new GradientShare[parts];
        for (int part = 0; part < parts; part++) {
            shares[parts - 1 - part] = new GradientShare(part, parts, false);
        }
        int firstRows = 1 + random.nextInt(rows - 1);
        for (ConvolutionKernels kernels : IMPLEMENTATIONS) {
            new ConvolutionCase(shape, rows, seed).checkGradients(kernels, shares, firstRows);
        }
    }

    private static ConvolutionShape randomShape(int channels, int filters, SeededRandom random) {
        int kernelHeight = 1 + random.nextInt(5);
        int kernelWidth = 1 + random.nextInt(5);
        int padTop = random.nextInt(kernelHeight);
        int padBottom = random.nextInt(kernelHeight);
        int padLeft = random.nextInt(kernelWidth);
        int padRight = random.nextInt(kernelWidth);
        int leastHeight = Math.max(1, kernelHeight - padTop - padBottom);
        int leastWidth = Math.max(1, kernelWidth - padLeft - padRight);
        return new ConvolutionShape(
                leastHeight + random.nextInt(9),
                leastWidth + random.nextInt(12),
                channels,
                filters,
                kernelHeight,
                kernelWidth,
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                padTop,
                padBottom,
                padLeft,
                padRight);
    }

    /** What generated code calls is the implementation of this JVM. */
    @Test
    void theDoorLeadsToTheKernels() {
        ConvolutionCase viaDoor = new ConvolutionCase(ConvolutionShape.same(5, 6, 2, 7, 3, 3, 1, 1), 3, 1);
        viaDoor.check(new ConvolutionKernels() {
            @Override
            public void forward(
                    float[] x,
                    int xOffset,
                    float[] parameters,
                    int weightsOffset,
                    int biasesOffset,
                    float[] z,
                    int rows,
                    ConvolutionShape shape) {
                if (biasesOffset == MatrixProduct.NO_START) {
                    Convolutions.linear(x, xOffset, parameters, weightsOffset, z, rows, shape);
                } else {
                    Convolutions.forward(x, xOffset, parameters, weightsOffset, biasesOffset, z, rows, shape);
                }
            }

            @Override
            public void weightGradients(
                    float[] x,
                    int xOffset,
                    float[] dz,
                    float[] gradients,
                    int weightsOffset,
                    int rows,
                    ConvolutionShape shape,
                    GradientShare share) {
                Convolutions.weightGradients(x, xOffset, dz, gradients, weightsOffset, rows, shape, share);
            }

            @Override
            public void biasGradients(
                    float[] dz,
                    float[] gradients,
                    int biasesOffset,
                    int rows,
                    ConvolutionShape shape,
                    boolean continues) {
                GradientShare share = continues ? GradientShare.ALL_CONTINUED : GradientShare.ALL;
                Convolutions.biasGradients(dz, gradients, biasesOffset, rows, shape, share);
            }

            @Override
            public void inputGradients(
                    float[] dz, float[] parameters, int weightsOffset, float[] dx, int rows, ConvolutionShape shape) {
                Convolutions.inputGradients(dz, parameters, weightsOffset, dx, rows, shape);
            }
        });
    }

    @Test
    void biasesBelongToTheFirstShareAlone() {
        float[] gradients = {1, 2};
        ConvolutionShape shape = ConvolutionShape.valid(1, 1, 1, 2, 1, 1, 1, 1);
        Convolutions.biasGradients(new float[] {5, 6}, gradients, 0, 1, shape, new GradientShare(1, 2, false));
        assertThat(gradients).containsExactly(1, 2);
    }
}
