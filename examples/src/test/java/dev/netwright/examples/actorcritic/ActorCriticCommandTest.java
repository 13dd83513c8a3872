package dev.netwright.examples.actorcritic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.examples.ExampleRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The robots find the exit. */
class ActorCriticCommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"42", "1", "2", "3"})
    void theShortestWayIsFoundFromEverywhereAndTheCriticKnowsHowFarItIs(String seed) {
        ExampleRun run = ExampleRun.of("actorcritic", "--seed", seed);
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).hasSize(8 + 1 + 2 * 7);
        String last = run.lines().get(7);
        assertThat(last).startsWith("epoch  40, 128,000 moves: the shortest way from 22 of 22 cells;");
        String error = last.replaceAll(".*off by ([0-9.]+) moves", "$1");
        assertThat(Double.parseDouble(error)).isLessThan(1.5);
        assertThat(run.output()).contains("## > > v## > > v##\n## ^## v## ^## v##\n");
    }

    @Test
    void theSameSeedGivesTheSameOutput() {
        ExampleRun run = ExampleRun.of("actorcritic", "--epochs", "3");
        assertThat(ExampleRun.of("actorcritic", "--epochs", "3", "--threads", "3")
                        .output())
                .isEqualTo(run.output());
        assertThat(ExampleRun.of("actorcritic", "--epochs", "3", "--seed", "43").output())
                .isNotEqualTo(run.output());
    }

    @Test
    void oneEpochIsNotEnough() {
        assertThat(ExampleRun.of("actorcritic", "--epochs", "1").output()).doesNotContain("22 of 22");
    }
}
