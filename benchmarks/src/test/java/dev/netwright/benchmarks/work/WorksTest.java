package dev.netwright.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;
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
    void everybodyGetsTheSameTask() {
        Work work = Works.byId("training/4-16-3@16/sgd/1");

        assertThat(Task.of(work).parameters()).isEqualTo(Task.of(work).parameters());
        assertThat(Task.of(work).inputs()).hasSize(64);
        assertThat(Task.of(work).targets()).hasSize(48);
    }
}
