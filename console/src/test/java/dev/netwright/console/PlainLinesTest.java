package dev.netwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.training.EpochResult;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.runtime.training.TrainingProgress;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock goes on by a second at each look: at the start, at the start and end of each epoch and after each batch. */
class PlainLinesTest {
    private static final String LOSS = "loss 0.5000  MAE 0.5000  4 rows";

    private final Recording recording = new Recording();

    @Test
    void eachEpochHasOneLineWithLossMetricsRateAndTimeLeft() {
        Recording.trainer(3).listener(recording.lines()).fit(Recording.data());

        assertThat(recording.text())
                .isEqualTo("epoch 1/3  " + LOSS + "  2 rows/s  0:08 left\n" + "epoch 2/3  " + LOSS
                        + "  2 rows/s  0:04 left\n" + "epoch 3/3  " + LOSS + "  2 rows/s\n");
    }

    @Test
    void theValidationLossStandsBesideTheOther() {
        Recording.trainer(1).listener(recording.lines()).fit(Recording.data(), Recording.data());

        assertThat(recording.text())
                .isEqualTo("epoch 1/1  loss 0.5000  validation 0.5000  MAE 0.5000  4 rows  2 rows/s\n");
    }

    @Test
    void everySoManyEpochsHaveALineAndTheLastInAnyCase() {
        Recording.trainer(7).listener(recording.lines().every(3)).fit(Recording.data());

        assertThat(epochs()).isEqualTo("3/7 6/7 7/7");
    }

    @Test
    void aLastEpochThatHasItsLineDoesNotGetASecond() {
        Recording.trainer(6).listener(recording.lines().every(3)).fit(Recording.data());

        assertThat(epochs()).isEqualTo("3/6 6/6");
    }

    @Test
    void aRunThatAnotherListenerStopsShowsTheLastEpochThatItCompleted() {
        Recording.trainer(9)
                .listener(recording.lines().every(3))
                .listener(new TrainingListener() {
                    @Override
                    public void epochEnded(TrainingProgress progress, EpochResult result) {
                        if (result.epoch() == 4) {
                            progress.stop();
                        }
                    }
                })
                .fit(Recording.data());

        assertThat(epochs()).isEqualTo("3/9 4/9");
    }

    @Test
    void aSecondRunStartsAnew() {
        ConsoleProgress progress = recording.lines();
        Recording.trainer(2).listener(progress.every(3)).fit(Recording.data());
        Recording.trainer(2).listener(progress).fit(Recording.data());

        assertThat(epochs()).isEqualTo("2/2 1/2 2/2");
        assertThat(recording.text()).contains("epoch 1/2  " + LOSS + "  2 rows/s  0:04 left\n");
    }

    /** Epochs of an earlier run took no time here, so they say nothing of the time that is left. */
    @Test
    void aRunThatGoesOnFromACheckpointShowsTheTimeOfWhatIsLeft(@TempDir Path folder) {
        Path file = folder.resolve("run");
        Recording.trainer(2).checkpoint(file).fit(Recording.data());
        Recording.trainer(4).checkpoint(file).listener(recording.lines()).fit(Recording.data());

        assertThat(recording.text())
                .isEqualTo("epoch 3/4  " + LOSS + "  2 rows/s  0:04 left\n" + "epoch 4/4  " + LOSS + "  2 rows/s\n");
    }

    @Test
    void aRunThatFailsLeavesWholeLines() {
        assertThatThrownBy(() -> Recording.trainer(9)
                        .listener(recording.lines())
                        .listener(new FailsInEpoch(3))
                        .fit(Recording.data()))
                .hasMessage("no more");

        assertThat(epochs()).isEqualTo("1/9 2/9");
        assertThat(recording.text()).endsWith("\n");
    }

    @Test
    void nothingButTextAndLineEndsIsWritten() {
        Recording.trainer(20).listener(recording.lines()).fit(Recording.data());

        assertThat(recording.text()).hasLineCount(20).matches("[\\x20-\\x7e\\n]*");
    }

    @Test
    void refusesToShowNoEpochs() {
        assertThatThrownBy(() -> recording.lines().every(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epochs must be at least 1, but is 0.");
    }

    private String epochs() {
        return recording.text().lines().map(line -> line.split(" +")[1]).collect(Collectors.joining(" "));
    }
}
