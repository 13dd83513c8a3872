package dev.netwright.examples.iris;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.examples.ExampleRun;
import org.junit.jupiter.api.Test;

/** What PyTorch has trained tells irises apart, before it learns further and behind. */
class PyTorchIrisCommandTest {
    @Test
    void tellsIrisesApartAsItComesAndAfterMoreTraining() {
        ExampleRun run = ExampleRun.of("iris-pytorch", "--epochs", "5");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("hidden", "gelu", "softmax");
        assertThat(run.number("As PyTorch has trained it: ([0-9.]+) %")).isGreaterThan(93);
        assertThat(run.number("Trained further: ([0-9.]+) %")).isGreaterThan(93);
        assertThat(run.output())
                .containsPattern("A flower with .* is taken for (setosa|versicolor|virginica) \\([0-9.]+ %\\)");
    }
}
