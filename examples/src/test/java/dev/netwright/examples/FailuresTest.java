package dev.netwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.examples.xor.Xor;
import dev.netwright.examples.xor.XorNetwork;
import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.training.Trainer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {
    @Command(name = "failing")
    private record Failing(Callable<Integer> work) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            return work.call();
        }
    }

    private static String errors(Callable<Integer> work) {
        StringWriter errors = new StringWriter();
        int exitCode = new CommandLine(new Failing(work))
                .setErr(new PrintWriter(errors))
                .setExecutionExceptionHandler(Failures::execution)
                .execute();
        assertThat(exitCode).isEqualTo(1);
        return errors.toString().replace(System.lineSeparator(), "\n");
    }

    private static String errors(Exception failure) {
        return errors(() -> {
            throw failure;
        });
    }

    @Test
    void aFileThatIsNotWhatItShouldBeIsOneLine() {
        assertThat(errors(new DataFormatException("flowers.csv", "line 3", "the cell is empty.")))
                .isEqualTo("error: flowers.csv, line 3: the cell is empty.\n");
    }

    @Test
    void fileSystemErrorsSayMoreThanTheNameOfTheFile() {
        assertThat(errors(new NoSuchFileException("a/b"))).isEqualTo("error: a/b: there is no such file.\n");
        assertThat(errors(new AccessDeniedException("a/b"))).isEqualTo("error: a/b: access is denied.\n");
        assertThat(errors(new FileSystemLoopException("a/b"))).isEqualTo("error: a/b: FileSystemLoopException.\n");
        assertThat(errors(new NoSuchFileException("a", null, "nothing in it.")))
                .isEqualTo("error: a: nothing in it.\n");
        assertThat(errors(new IOException("No space left on device"))).isEqualTo("error: No space left on device\n");
    }

    @Test
    void trainingThatDivergesIsOneLineThatSaysWhatToTry() {
        Xor net = XorNetwork.create(1);
        Dataset data = Dataset.of(new float[] {0, 1}, 2, new float[] {1e30f}, 1);

        String errors = errors(() -> {
            Trainer.of(net)
                    .loss(Loss.MEAN_SQUARED_ERROR)
                    .optimizer(new Sgd(1e30f))
                    .epochs(3)
                    .fit(data);
            return 0;
        });

        assertThat(errors)
                .startsWith("error: Training diverged in epoch 1, batch 1 of 1: ")
                .hasLineCount(1);
    }

    @Test
    void aBugShowsWhereItIsAndAsksForAReport() {
        assertThat(errors(new IllegalStateException("unforeseen")))
                .startsWith("java.lang.IllegalStateException: unforeseen\n\tat " + FailuresTest.class.getName())
                .endsWith("\nThis is a bug of the examples."
                        + " Please report it in the project's issues, with the lines above.\n");
    }
}
