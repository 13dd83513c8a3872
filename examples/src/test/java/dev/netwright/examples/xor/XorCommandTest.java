package dev.netwright.examples.xor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.examples.ExampleRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XorCommandTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 42, -1})
    void learnsAllFourCases(long seed) {
        ExampleRun run = ExampleRun.of("xor", "--seed", Long.toString(seed));

        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
        assertThat(run.number("0 xor 0 = (\\S+)")).isLessThan(0.1);
        assertThat(run.number("0 xor 1 = (\\S+)")).isGreaterThan(0.9);
        assertThat(run.number("1 xor 0 = (\\S+)")).isGreaterThan(0.9);
        assertThat(run.number("1 xor 1 = (\\S+)")).isLessThan(0.1);
        assertThat(run.lines()).last().isEqualTo("4 of 4 right");
    }

    @Test
    void oneEpochIsNotEnough() {
        ExampleRun run = ExampleRun.of("xor", "--epochs", "1");

        assertThat(run.number("(\\d) of 4 right")).isLessThan(4);
        assertThat(run.lines()).hasSize(6).first().asString().startsWith("epoch 1/1  loss 0.");
    }

    @Test
    void theSeedDecidesEverythingAndTheThreadsNothing() {
        String first = ExampleRun.of("xor", "--seed", "7").steadyOutput();

        assertThat(ExampleRun.of("xor", "--seed", "7").steadyOutput()).isEqualTo(first);
        assertThat(ExampleRun.of("xor", "--seed", "7", "--threads", "2").steadyOutput())
                .isEqualTo(first);
        assertThat(ExampleRun.of("xor", "--seed", "8").steadyOutput()).isNotEqualTo(first);
    }

    @Test
    void showsTwentyLinesHoweverManyTheEpochs() {
        assertThat(ExampleRun.of("xor").lines())
                .filteredOn(line -> line.startsWith("epoch "))
                .hasSize(20);
    }
}
