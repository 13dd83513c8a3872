package dev.netwright.examples.blackscholes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.examples.ExampleRun;
import org.junit.jupiter.api.Test;

/** The network learns the price, and delta with it. */
class BlackScholesCommandTest {
    @Test
    void pricesAndDeltasComeCloseToTheFormulas() {
        ExampleRun run = ExampleRun.of("black-scholes");
        assertThat(run.exitCode()).isZero();
        // Per strike of 100: two cents on average, though the training never saw these calls.
        assertThat(run.number("Price, strike 100: mean error ([0-9.]+)")).isBetween(0.0001, 0.02);
        assertThat(run.number("Price, strike 100: mean error [0-9.]+, max error ([0-9.]+)"))
                .isLessThan(0.6);
        // No delta was in the training data.
        assertThat(run.number("Delta: mean error ([0-9.]+)")).isBetween(0.0001, 0.004);
        assertThat(run.number("Delta: mean error [0-9.]+, max error ([0-9.]+)")).isLessThan(0.1);
        assertThat(run.output())
                .containsPattern(
                        "   100    0\\.5        20 %   3 %  \\|   6\\.37     6\\.\\d\\d  \\|  0\\.570    0\\.5\\d\\d\n");
    }

    @Test
    void theSameSeedGivesTheSameOutputOnAnyNumberOfThreads() {
        ExampleRun run = ExampleRun.of("black-scholes", "--epochs", "1");
        assertThat(run.exitCode()).isZero();
        assertThat(ExampleRun.of("black-scholes", "--epochs", "1", "--threads", "2")
                        .steadyOutput())
                .isEqualTo(run.steadyOutput());
        assertThat(ExampleRun.of("black-scholes", "--epochs", "1", "--seed", "1")
                        .steadyOutput())
                .isNotEqualTo(run.steadyOutput());
    }
}
