package dev.netwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.training.EpochResult;
import dev.netwright.runtime.training.StopReason;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.runtime.training.TrainingProgress;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.junit.jupiter.api.Test;

/** The bar is drawn by another thread too, so these tests read the screen, and not when what was drawn. */
class ProgressBarTest {
    private static final String LOSS = "loss 0.5000  MAE 0.5000  2 rows/s";

    private final Recording recording = new Recording();

    @Test
    void leavesALineForEachEpochAndAnEmptyOneWhereTheBarWas() {
        Recording.trainer(3).listener(recording.bar()).fit(Recording.data());

        Screen screen = Screen.showing(recording.text());
        assertThat(screen.rows()).containsExactly("epoch 1/3  " + LOSS, "epoch 2/3  " + LOSS, "epoch 3/3  " + LOSS, "");
        assertThat(screen.column()).isZero();
    }

    @Test
    void drawsTheRowsOfEveryEpochBelowTheLineOfTheOneBefore() {
        Recording.trainer(2).listener(recording.bar()).fit(Recording.data());

        assertThat(Screen.showing(recording.text()).drawn())
                .anyMatch(row -> row.matches("epoch 1/2 \\[=+> +] 2/4 rows  loss 0\\.5000 +2 rows/s +0:0\\d left *"))
                .anyMatch(row -> row.matches("epoch 2/2 \\[=+> +] 2/4 rows  loss 0\\.5000 +2 rows/s +0:0\\d left *"));
    }

    @Test
    void neverReachesTheLastColumnWhileItDraws() {
        Recording.trainer(3).listener(recording.bar()).fit(Recording.data());

        assertThat(Screen.showing(recording.text()).drawn())
                .allSatisfy(row -> assertThat(row).hasSizeLessThan(Recording.COLUMNS));
    }

    @Test
    void fillsTheBarFromOneLineToTheNextWhereEpochsShareALine() {
        Recording.trainer(4).listener(recording.bar().every(4)).fit(Recording.data());

        Screen screen = Screen.showing(recording.text());
        assertThat(screen.rows()).containsExactly("epoch 4/4  " + LOSS, "");
        // An eighth of the way: the bar has 19 columns.
        assertThat(screen.drawn()).anyMatch(row -> row.startsWith("epoch 1/4 [==>                ] 2/4 rows"));
    }

    @Test
    void aRunThatFailsLeavesNoBrokenLine() {
        assertThatThrownBy(() -> Recording.trainer(9)
                        .listener(recording.bar())
                        .listener(new FailsInEpoch(2))
                        .fit(Recording.data()))
                .hasMessage("no more");

        Screen screen = Screen.showing(recording.text());
        assertThat(screen.rows()).containsExactly("epoch 1/9  " + LOSS, "");
        assertThat(screen.column()).isZero();
    }

    /** The drawing thread is kept busy by another bar until the run waits for it to let go. */
    @Test
    void aRunThatFailsBeforeItsBarWasDrawnLeavesNoBrokenLine() throws Exception {
        CountDownLatch drawing = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        PrintStream slow = new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void print(String text) {
                if (Thread.currentThread().getName().equals("ProgressBar")) {
                    drawing.countDown();
                    awaitUninterrupted(released);
                }
            }
        };
        TerminalLine line = new TerminalLine(slow, Recording.COLUMNS);
        line.show();
        ProgressBar busy = new ProgressBarBuilder()
                .setRenderer((state, columns) -> "busy")
                .setConsumer(line)
                .build();
        drawing.await();
        Thread run = new Thread(() -> assertThatThrownBy(() -> Recording.trainer(9)
                        .listener(recording.bar())
                        .listener(new FailsInEpoch(1))
                        .fit(Recording.data()))
                .hasMessage("no more"));
        run.start();
        while (run.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        // The run waits for a thread that closes the bar, and that one for the drawing thread.
        Thread.sleep(100);
        released.countDown();
        run.join();
        busy.close();

        assertThat(Screen.showing(recording.text()).rows()).containsExactly("");
    }

    @Test
    void aRunThatFailsBeforeItsFirstBatchWritesNothing() {
        assertThatThrownBy(() -> Recording.trainer(9)
                        .listener(recording.bar())
                        .listener(new TrainingListener() {
                            @Override
                            public void epochStarted(TrainingProgress progress) {
                                throw new IllegalStateException("no more");
                            }
                        })
                        .fit(Recording.data()))
                .hasMessage("no more");

        assertThat(recording.text()).isEmpty();
    }

    @Test
    void whatOtherListenersPrintAfterAnEpochStandsOnALineOfItsOwn() {
        Recording.trainer(2)
                .listener(recording.bar())
                .listener(new TrainingListener() {
                    @Override
                    public void epochEnded(TrainingProgress progress, EpochResult result) {
                        recording.out.print("saved " + result.epoch() + "\n");
                    }
                })
                .fit(Recording.data());

        assertThat(Screen.showing(recording.text()).rows())
                .containsExactly("epoch 1/2  " + LOSS, "saved 1", "epoch 2/2  " + LOSS, "saved 2", "");
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anInterruptStaysSetWhenTheRunEnds() {
        var result = Recording.trainer(9)
                .listener(recording.bar())
                .listener(new TrainingListener() {
                    @Override
                    public void epochEnded(TrainingProgress progress, EpochResult result) {
                        Thread.currentThread().interrupt();
                    }
                })
                .fit(Recording.data());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.stopReason()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(Screen.showing(recording.text()).rows()).containsExactly("epoch 1/9  " + LOSS, "");
    }

    @Test
    void oneThreadDrawsForAllRunsAndDoesNotKeepTheProgramAlive() {
        Recording.trainer(2).listener(recording.bar()).fit(Recording.data());
        Recording.trainer(2).listener(recording.bar()).fit(Recording.data());

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().equals("ProgressBar"))
                .singleElement()
                .matches(Thread::isDaemon);
    }

    @Test
    void refusesATerminalWithoutColumns() {
        assertThatThrownBy(() -> ConsoleProgress.bar(recording.out, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns must be at least 2, but is 1.");
    }
}
