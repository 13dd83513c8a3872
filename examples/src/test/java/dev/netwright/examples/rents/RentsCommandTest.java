package dev.netwright.examples.rents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.examples.ExampleRun;
import org.junit.jupiter.api.Test;

/** Streets and floors multiply, which residual blocks learn and a linear regression cannot. */
class RentsCommandTest {
    @Test
    void residualBlocksAreFarBetterThanALinearRegression() {
        ExampleRun run = ExampleRun.of("rents");
        assertThat(run.exitCode()).isZero();
        double blocks = run.number("Residual blocks: .*\\(([0-9.]+) %\\)");
        double linear = run.number("Linear regression: .*\\(([0-9.]+) %\\)");
        // Landlords are off by 3 % themselves.
        assertThat(blocks).isBetween(0.3, 4.0);
        assertThat(linear).isBetween(6.0, 30.0);
        assertThat(blocks).isLessThan(linear / 3);
    }

    @Test
    void theSameSeedGivesTheSameOutputOnAnyNumberOfThreads() {
        ExampleRun run = ExampleRun.of("rents", "--epochs", "1");
        assertThat(run.exitCode()).isZero();
        assertThat(ExampleRun.of("rents", "--epochs", "1", "--threads", "2").steadyOutput())
                .isEqualTo(run.steadyOutput());
        assertThat(ExampleRun.of("rents", "--epochs", "1", "--seed", "1").steadyOutput())
                .isNotEqualTo(run.steadyOutput());
    }
}
