package dev.netwright.runtime.loss;

import static dev.netwright.annotations.Activation.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.data.Targets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HingeTest {
    @Test
    void theRightClassMustLeadItsLargestRivalByOne() {
        assertClasses(2, new float[] {1, 2, 0.5f}, 1 + 2 - 0.5, 0, 1, -1);
        assertClasses(1, new float[] {1, 1.75f, 0.5f}, 1 + 1 - 1.75, 1, -1, 0);
        assertClasses(0, new float[] {3, 1.5f, 2}, 0, 0, 0, 0);
    }

    @Test
    void atTheMarginItselfNothingIsLostAndNothingPulls() {
        assertClasses(0, new float[] {3, 2, 1}, 0, 0, 0, 0);
        Targets signs = Targets.ofValues(new float[] {1, -1}, 2);
        Measured measured = Measured.of(Loss.HINGE, IDENTITY, signs, 1, -1);
        assertThat(measured.sum()).isZero();
        assertThat(measured.gradients()).containsExactly(0, 0);
    }

    @Test
    void ofEqualRivalsTheFirstIsPushed() {
        assertClasses(2, new float[] {1, 1, 1}, 1, 1, 0, -1);
        assertClasses(0, new float[] {1, 1, 1}, 1, -1, 1, 0);
        assertClasses(1, new float[] {-4, -4, -4, -4}, 1, 1, -1, 0, 0);
    }

    @Test
    void anOutputThatIsNotANumberIsSeenWhereverItStands() {
        for (int place = 0; place < 4; place++) {
            for (int label = 0; label < 4; label++) {
                float[] outputs = {1, 9, -2, 3};
                outputs[place] = Float.NaN;
                Targets targets = Targets.ofLabels(new int[] {label}, 4);
                assertThat(Measured.of(Loss.HINGE, IDENTITY, targets, outputs).sum())
                        .as("NaN at %d, label %d", place, label)
                        .isNaN();
            }
        }
    }

    /** Small whole numbers, so that ties are frequent and sums exact. */
    @Property(tries = 500)
    void isItsDefinition(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(min = -3, max = 3) Integer> numbers,
            @ForAll @IntRange(min = 0, max = 5) int choice) {
        int label = choice % numbers.size();
        float[] outputs = new float[numbers.size()];
        int largest = Integer.MIN_VALUE;
        for (int j = 0; j < outputs.length; j++) {
            outputs[j] = numbers.get(j);
            largest = j == label ? largest : Math.max(largest, numbers.get(j));
        }
        Targets targets = Targets.ofLabels(new int[] {label}, outputs.length);
        Measured measured = Measured.of(Loss.HINGE, IDENTITY, targets, outputs);
        assertThat(measured.sum()).isEqualTo(Math.max(0, 1 + largest - numbers.get(label)));
        float pushed = 0;
        for (int j = 0; j < outputs.length; j++) {
            pushed += j != label && numbers.get(j) == largest ? measured.gradients()[j] : 0;
        }
        assertThat(pushed).isEqualTo(measured.sum() > 0 ? 1 : 0);
        assertThat(measured.gradients()[label]).isEqualTo(measured.sum() > 0 ? -1 : 0);
    }

    private static void assertClasses(int label, float[] outputs, double loss, float... gradients) {
        Targets targets = Targets.ofLabels(new int[] {label}, outputs.length).weighted(new float[] {2});
        Measured measured = Measured.of(Loss.HINGE, IDENTITY, targets, outputs);
        assertThat(measured.mean()).isEqualTo(loss);
        for (int j = 0; j < gradients.length; j++) {
            assertThat(measured.gradients()[j]).as("output %d", j).isEqualTo(2 * gradients[j]);
        }
    }
}
