package dev.netwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ExamplesTest {
    static Stream<String> examples() {
        return new CommandLine(new Examples()).getSubcommands().keySet().stream();
    }

    @Test
    void helpListsEveryExampleAndSaysHowToBeFaster() {
        ExampleRun run = ExampleRun.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
        assertThat(run.output())
                .startsWith("Usage: netwright-examples [-h] EXAMPLE\n")
                .contains("java --add-modules jdk.incubator.vector -jar netwright-examples.jar EXAMPLE");
        assertThat(examples())
                .isNotEmpty()
                .allSatisfy(
                        example -> assertThat(run.output()).containsPattern("(?m)^  " + example + " +[A-Z][^.]*\\.$"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleExplainsItsOptions(String example) {
        ExampleRun run = ExampleRun.of(example, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
        assertThat(run.output())
                .startsWith("Usage: netwright-examples " + example + " [-h]")
                .contains("--epochs=N", "--seed=N", "--threads=N", "-h, --help");
        assertThat(run.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void anExampleMustBeNamed() {
        assertUsageError(ExampleRun.of(), "error: Name an example.", "netwright-examples");
    }

    @Test
    void anUnknownExampleIsRefused() {
        assertUsageError(ExampleRun.of("zzz"), "error: Unmatched argument at index 0: 'zzz'", "netwright-examples");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anUnknownOptionIsRefused(String example) {
        ExampleRun run = ExampleRun.of(example, "--zzz");

        assertUsageError(run, "error: Unknown option: '--zzz'", "netwright-examples " + example);
    }

    @Test
    void aMisspeltOptionGetsASuggestion() {
        ExampleRun run = ExampleRun.of("xor", "--epoch", "5");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("--epochs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--epochs", "--threads"})
    void countsMustBeAtLeastOne(String option) {
        assertUsageError(
                ExampleRun.of("xor", option, "0"),
                "error: Invalid value for option '" + option + "': 0 is less than 1.",
                "netwright-examples xor");
        assertUsageError(
                ExampleRun.of("xor", option, "-3"),
                "error: Invalid value for option '" + option + "': -3 is less than 1.",
                "netwright-examples xor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--epochs", "--threads", "--seed"})
    void numbersMustBeNumbers(String option) {
        ExampleRun run = ExampleRun.of("xor", option, "many");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("error: Invalid value for option '" + option + "': 'many' is not a");
    }

    @Test
    void everySeedIsTaken() {
        for (String seed : List.of("-9223372036854775808", "0", "9223372036854775807")) {
            assertThat(ExampleRun.of("xor", "--epochs", "1", "--seed", seed).exitCode())
                    .isZero();
        }
    }

    private static void assertUsageError(ExampleRun run, String message, String command) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).isEqualTo(message + "\nSee '" + command + " --help'.\n");
    }
}
