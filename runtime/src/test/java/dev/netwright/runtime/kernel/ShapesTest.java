package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Shapes of convolutions and of pooling: their sizes, and what they refuse. */
class ShapesTest {
    @Test
    void sizesWithoutPadding() {
        ConvolutionShape shape = ConvolutionShape.valid(28, 30, 3, 6, 5, 4, 1, 2);
        assertThat(shape.outputHeight()).isEqualTo(24);
        assertThat(shape.outputWidth()).isEqualTo(14);
        assertThat(shape.inputSize()).isEqualTo(28 * 30 * 3);
        assertThat(shape.outputPixels()).isEqualTo(24 * 14);
        assertThat(shape.outputSize()).isEqualTo(24 * 14 * 6);
        assertThat(shape.patchSize()).isEqualTo(60);
        assertThat(shape.weightCount()).isEqualTo(360);
    }

    /** Of three zeros one stands above and to the left, two below and to the right. */
    @Test
    void paddingThatCanNotBeHalvedIsBelowAndToTheRight() {
        ConvolutionShape shape = ConvolutionShape.same(10, 11, 1, 1, 4, 4, 1, 1);
        assertThat(shape).isEqualTo(new ConvolutionShape(10, 11, 1, 1, 4, 4, 1, 1, 1, 2, 1, 2));
    }

    @Property
    void sameGivesAsManyPixelsAsStridesBeginInTheSample(
            @ForAll @IntRange(min = 1, max = 40) int input,
            @ForAll @IntRange(min = 1, max = 9) int kernel,
            @ForAll @IntRange(min = 1, max = 5) int stride) {
        ConvolutionShape shape = ConvolutionShape.same(input, input + 1, 1, 1, kernel, kernel, stride, stride);
        assertThat(shape.outputHeight()).isEqualTo((input + stride - 1) / stride);
        assertThat(shape.outputWidth()).isEqualTo((input + stride) / stride);
        assertThat(shape.padBottom() - shape.padTop()).isBetween(0, 1);
        assertThat(shape.padRight() - shape.padLeft()).isBetween(0, 1);
    }

    @Test
    void refusesSizesThatAreNotPositive() {
        refused(() -> ConvolutionShape.valid(0, 3, 1, 1, 1, 1, 1, 1), "The input height is 0, but must be 1 at least.");
        refused(() -> ConvolutionShape.same(3, 3, 1, 1, 1, 1, 1, -1), "The stride is -1, but must be 1 at least.");
        refused(() -> new PoolingShape(4, 4, 0, 2, 2, 2, 2), "The number of channels is 0, but must be 1 at least.");
    }

    @Test
    void refusesWindowsThatDoNotFit() {
        refused(
                () -> ConvolutionShape.valid(4, 6, 1, 1, 5, 5, 1, 1),
                "The kernel is 5 high and does not fit the sample, which is 4 high.");
        refused(
                () -> new PoolingShape(4, 4, 1, 2, 5, 2, 2),
                "The window is 5 wide and does not fit the sample, which is 4 wide.");
    }

    @Test
    void refusesPaddingThatAKernelWouldSeeAlone() {
        refused(
                () -> new ConvolutionShape(4, 4, 1, 1, 3, 3, 1, 1, 0, 0, 3, 0),
                "Padding of 3 to the left does not fit a kernel that is 3 wide: it must be from 0 to 2.");
        refused(
                () -> new ConvolutionShape(4, 4, 1, 1, 3, 3, 1, 1, -1, 0, 0, 0),
                "Padding of -1 above does not fit a kernel that is 3 high: it must be from 0 to 2.");
    }

    @Test
    void refusesWhatNoArrayHolds() {
        refused(
                () -> ConvolutionShape.valid(65_536, 65_536, 1, 1, 1, 1, 1, 1),
                "A sample would have 65536 x 65536 elements, more than an array can have.");
        refused(
                () -> ConvolutionShape.same(2_000, 2_000, 1, 1_000, 1, 1, 1, 1),
                "The result of a sample would have 2000 x 2000 x 1000 elements, more than an array can have.");
        refused(
                () -> ConvolutionShape.valid(2_000, 2_000, 2, 1_000, 2_000, 2_000, 1, 1),
                "The weights would have 8000000 x 1000 elements, more than an array can have.");
        int most = Integer.MAX_VALUE;
        refused(
                () -> new ConvolutionShape(1, 1, 1, 1, most, most, 1, 1, most - 1, most - 1, most - 1, most - 1),
                "The result of a sample would have 2147483647 x 2147483647 elements, more than an array can have.");
        refused(
                () -> new PoolingShape(most, most, most, 1, 1, 1, 1),
                "A sample would have 2147483647 x 2147483647 x 2147483647 elements, more than an array can have.");
    }

    private static void refused(ThrowingCallable shape, String message) {
        assertThatIllegalArgumentException().isThrownBy(shape).withMessage(message);
    }

    @Test
    void incompleteWindowsAreLeftOut() {
        PoolingShape shape = new PoolingShape(7, 8, 3, 2, 3, 2, 3);
        assertThat(shape.outputHeight()).isEqualTo(3);
        assertThat(shape.outputWidth()).isEqualTo(2);
        assertThat(shape.inputSize()).isEqualTo(168);
        assertThat(shape.outputSize()).isEqualTo(18);
    }

    @Test
    void globalPoolingHasOneWindow() {
        PoolingShape shape = PoolingShape.global(7, 8, 3);
        assertThat(shape.poolHeight()).isEqualTo(7);
        assertThat(shape.poolWidth()).isEqualTo(8);
        assertThat(shape.outputSize()).isEqualTo(3);
    }
}
