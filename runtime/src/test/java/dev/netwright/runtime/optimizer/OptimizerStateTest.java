package dev.netwright.runtime.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that is given what another remembered goes on as that one would have done. */
class OptimizerStateTest {
    private static final float[] START = {-1.2f, 1f, 0.5f, -0.3f, 2f};
    private static final int STEPS = 14;

    static Stream<Optimizer> optimizers() {
        return EveryOptimizer.all();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void goesOnWithTheSameBitsAfterAnyStep(Optimizer optimizer) {
        float[] undisturbed = START.clone();
        steps(optimizer.start(START.length), undisturbed, STEPS);
        for (int before = 0; before < STEPS; before++) {
            float[] parameters = START.clone();
            Optimizer.Run first = optimizer.start(START.length);
            steps(first, parameters, before);
            RememberedState state = new RememberedState();
            first.exchange(state);
            Optimizer.Run second = optimizer.start(START.length);
            second.exchange(state.giving());
            steps(second, parameters, STEPS - before);
            assertThat(parameters).as("after %d steps", before).isEqualTo(undisturbed);
        }
    }

    /** Else the test above would say nothing. */
    @Test
    void whatIsRememberedMatters() {
        EveryOptimizer.all()
                .filter(optimizer -> !optimizer.name().equals("SGD"))
                .forEach(optimizer -> {
                    float[] undisturbed = START.clone();
                    steps(optimizer.start(START.length), undisturbed, STEPS);
                    float[] forgetful = START.clone();
                    steps(optimizer.start(START.length), forgetful, STEPS / 2);
                    steps(optimizer.start(START.length), forgetful, STEPS - STEPS / 2);
                    assertThat(forgetful).as(optimizer.toString()).isNotEqualTo(undisturbed);
                });
    }

    private static void steps(Optimizer.Run run, float[] parameters, int count) {
        TestFunction function = new TestFunction(OptimizerBitsTest.BOWL, parameters);
        for (int step = 0; step < count; step++) {
            run.step(function, 0.1f);
        }
        System.arraycopy(function.parameters(), 0, parameters, 0, parameters.length);
    }

    @Test
    void aRunOfAnotherClassIsRefusedUnlessItSaysWhatItRemembers() {
        Optimizer.Run run = (objective, rate) -> 0;
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> run.exchange(new RememberedState()))
                .withMessageContaining("does not say what it remembers")
                .withMessageContaining("override Optimizer.Run.exchange(RunState)");
    }
}
