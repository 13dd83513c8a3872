package dev.netwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.training.HandWritten;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictAllocationTest {
    private final HandWritten network = new HandWritten(12, 40, 5, 1);

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 64, 300})
    void predictionsIntoTheCallersArray(int rows) {
        float[] inputs = Samples.random(rows, 12, 1);
        float[] outputs = new float[rows * 5];
        Allocations.assertNoneOnceWarm(() -> network.predict(inputs, rows, outputs));
    }

    @Test
    void forwardAndBackward() {
        Pass pass = network.newPass(20);
        float[] inputs = Samples.random(20, 12, 1);
        float[] outputGradients = Samples.random(20, 5, 2);
        Allocations.assertNoneOnceWarm(() -> {
            pass.forward(inputs, 20);
            pass.backward(outputGradients);
            pass.backwardFromLogits(outputGradients);
        });
    }

    /** This test of the tests: what allocates is found. */
    @Test
    void anAllocationIsNoticed() {
        float[] sample = new float[12];
        assertThatThrownBy(() -> Allocations.assertNoneOnceWarm(
                        () -> assertThat(network.predict(sample)).hasSize(5)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("still allocate");
    }
}
