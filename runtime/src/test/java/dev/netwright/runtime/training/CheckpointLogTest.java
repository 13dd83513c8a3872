package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** A run that goes on says so in one line, for someone may have forgotten the file. */
class CheckpointLogTest extends CheckpointRuns {
    private static final String NAME = "dev.netwright";

    private static final class Lines extends Handler {
        private final List<String> lines = new ArrayList<>();
        private final Thread thread = Thread.currentThread();

        @Override
        public void publish(LogRecord line) {
            if (Thread.currentThread() == thread && line.getMessage().startsWith("Netwright training")) {
                lines.add(line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static List<String> logged(Runnable work) {
        Logger logger = Logger.getLogger(NAME);
        Lines lines = new Lines();
        logger.addHandler(lines);
        try {
            work.run();
        } finally {
            logger.removeHandler(lines);
        }
        return lines.lines;
    }

    @Test
    void aRunThatBeginsSaysNothing() {
        for (int i = 0; i < 2; i++) {
            Trainer killed = trainer(network()).checkpoint(file()).listener(killIn(1, 1));
            assertThat(logged(
                            () -> assertThatThrownBy(() -> killed.fit(training)).isInstanceOf(Killed.class)))
                    .isEmpty();
        }
        assertThat(file()).exists();
    }

    @Test
    void aRunThatGoesOnSaysFromWhere() {
        assertThat(logged(() -> trainer(network())
                        .checkpoint(file())
                        .listener(stopAfter(3))
                        .fit(training)))
                .isEmpty();
        assertThat(logged(() -> trainer(network()).checkpoint(file()).fit(training)))
                .containsExactly("Netwright training: goes on from " + file() + ", where 3 of 5 epochs are done.");
        assertThat(logged(() -> trainer(network()).checkpoint(file()).fit(training)))
                .containsExactly("Netwright training: " + file()
                        + " has a run that is over, 5 of 5 epochs are done; nothing is trained.");
    }

    @Test
    void earlyStoppingIsAnEndToo() {
        EarlyStopping patience = EarlyStopping.onLoss(2).minimumImprovement(1e6);
        for (int i = 0; i < 2; i++) {
            List<String> lines = logged(() -> trainer(network())
                    .earlyStopping(patience)
                    .checkpoint(file())
                    .fit(training, validation));
            assertThat(lines).hasSize(i);
            lines.forEach(line -> assertThat(line).endsWith("is over, 3 of 5 epochs are done; nothing is trained."));
        }
    }
}
