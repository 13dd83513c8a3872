package dev.netwright.examples.cartpole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.examples.ExampleRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent learns to balance. */
class CartPoleCommandTest {
    private static final String STEPS = "other episodes: ([0-9.]+) of 500 steps";

    @ParameterizedTest
    @ValueSource(strings = {"42", "1", "2", "3"})
    void thePoleStandsAtLeast475StepsOnAverage(String seed) {
        ExampleRun run = ExampleRun.of("cartpole", "--seed", seed);
        assertThat(run.exitCode()).isZero();
        assertThat(run.number(STEPS)).isBetween(475.0, 500.0);
        assertThat(run.output()).endsWith("solved (475)\n").doesNotContain("not solved");
    }

    @Test
    void theSameSeedGivesTheSameOutputOnAnyNumberOfThreads() {
        ExampleRun run = ExampleRun.of("cartpole", "--epochs", "7");
        assertThat(run.lines()).hasSize(3);
        assertThat(ExampleRun.of("cartpole", "--epochs", "7").output()).isEqualTo(run.output());
        assertThat(ExampleRun.of("cartpole", "--epochs", "7", "--threads", "3").output())
                .isEqualTo(run.output());
        assertThat(ExampleRun.of("cartpole", "--epochs", "7", "--seed", "43").output())
                .isNotEqualTo(run.output());
    }

    @Test
    void oneEpochIsNotEnoughAndItSaysSo() {
        ExampleRun run = ExampleRun.of("cartpole", "--epochs", "1");
        assertThat(run.lines().get(0)).startsWith("epoch   1, episode   10:");
        assertThat(run.number(STEPS)).isLessThan(475);
        assertThat(run.output()).endsWith("not solved (475)\n");
    }
}
