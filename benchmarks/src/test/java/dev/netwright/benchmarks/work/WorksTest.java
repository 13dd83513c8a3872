package dev.netwright.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WorksTest {
    @Test
    void everyIdNamesOneWork() {
        assertThat(Works.all()).extracting(Work::id).doesNotHaveDuplicates();
        assertThat(Works.all())
                .allSatisfy(work -> assertThat(Works.byId(work.id())).isEqualTo(work));
    }

    @Test
    void aStepHasThreeProductsOfEachLayerButTheFirst() {
        Work step = new Work(Kind.TRAINING, Works.DIGITS, 32, Rule.SGD, 1);

        assertThat(step.id()).isEqualTo("training/784-128-10@32/sgd/1");
        assertThat(step.flops()).isCloseTo(2.0 * 32 * (2 * 784 * 128 + 3 * 128 * 10), within(1e-9));
    }

    @Test
    void parametersLieLayerAfterLayer() {
        Shape shape = Works.TINY;

        assertThat(shape.weightsOffset(1)).isEqualTo(4 * 16 + 16);
        assertThat(shape.biasesOffset(1)).isEqualTo(4 * 16 + 16 + 16 * 3);
        assertThat(shape.parameterCount()).isEqualTo(5 * 16 + 17 * 3);
    }

    @Test
    void convolutionsHaveTheirFiltersAsColumns() {
        Shape shape = Works.LENET_5;
        Work step = new Work(Kind.TRAINING, shape, 32, Rule.SGD, 1);
        long first = 24 * 24 * 25 * 6;
        long second = 8 * 8 * 150 * 16;
        long dense = 256 * 120 + 120 * 84 + 84 * 10;

        assertThat(step.id()).isEqualTo("training/LeNet-5@32/sgd/1");
        assertThat(shape.weightsOffset(1)).isEqualTo(25 * 6 + 6);
        assertThat(shape.weightsOffset(2)).isEqualTo(156 + 150 * 16 + 16);
        assertThat(shape.parameterCount()).isEqualTo(44_426);
        assertThat(step.flops()).isCloseTo(2.0 * 32 * (2 * first + 3 * second + 3 * dense), within(1e-9));
    }

    @Test
    void networksThatNoShapeDescribesHaveANameAndNoShape() {
        Work step = Works.byId("training/rents@128/adam/1");
        long products = 14 * 32 + 2 * (32 * 64 + 64 * 32) + 32;

        assertThat(step.flops()).isCloseTo(2.0 * 128 * (3 * products - 8 * 32), within(1e-9));
        assertThatIllegalStateException()
                .isThrownBy(step::shape)
                .withMessage("rents has layers that no shape describes.");
    }

    @Test
    void anIndexPicksARowOfItsTable() {
        float[] inputs = Task.of(Works.byId("training/rents@128/adam/1")).inputs();

        assertThat(inputs).hasSize(128 * 9);
        for (int row = 0; row < 128; row++) {
            float index = inputs[row * 9 + 8];
            assertThat(index).isBetween(0f, 299f).isEqualTo((float) Math.rint(index));
        }
    }

    @Test
    void everybodyGetsTheSameTask() {
        Work work = Works.byId("training/4-16-3@16/sgd/1");

        assertThat(Task.of(work).parameters()).isEqualTo(Task.of(work).parameters());
        assertThat(Task.of(work).inputs()).hasSize(64);
        assertThat(Task.of(work).targets()).hasSize(48);
    }
}
