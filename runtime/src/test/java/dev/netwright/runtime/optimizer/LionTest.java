package dev.netwright.runtime.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LionTest {
    @ParameterizedTest
    @ValueSource(floats = {Float.MIN_VALUE, 1e-40f, 1e-38f, 1e-20f, 0.1f, 1, 1e20f, Float.MAX_VALUE})
    void everyGradientMovesByTheRateAndOnlyZeroByNothing(float size) {
        GivenGradients objective = new GivenGradients(2f, 2f, 2f, 2f).then(1, size, -size, 0f, -0f);
        new Lion(0.5f, 0f, 0f, 0f).start(4).step(objective, 0.5f);
        assertThat(objective.parameters()).containsExactly(1.5f, 2.5f, 2f, 2f);
    }
}
