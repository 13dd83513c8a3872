package dev.netwright.runtime.training;

import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are kept, on a new network and by a new trainer each time, as in a program that is started again. */
abstract class CheckpointRuns {
    static final int EPOCHS = 5;

    final Dataset training = Doubles.regression(50, 4, 3);
    final Dataset validation = Doubles.regression(20, 4, 4);

    @TempDir
    Path folder;

    /** A new network and trainer each time, as a program has that is started again. */
    static HandWritten network() {
        return new HandWritten(4, 6, 1, 11);
    }

    static Trainer trainer(HandWritten network) {
        return Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Adam(0.01f))
                .epochs(EPOCHS)
                .batchSize(16)
                .seed(7);
    }

    Path file() {
        return folder.resolve("run.checkpoint");
    }

    /** Results without the time they took. */
    static List<String> texts(TrainingResult result) {
        return result.epochs().stream()
                .map(epoch -> epoch.toString().replaceAll("seconds=.*", ""))
                .toList();
    }

    static TrainingListener stopAfter(int epochs) {
        return new TrainingListener() {
            @Override
            public void epochEnded(TrainingProgress progress, EpochResult result) {
                if (result.epoch() == epochs) {
                    progress.stop();
                }
            }
        };
    }

    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static TrainingListener killIn(int epoch, int batch) {
        return new TrainingListener() {
            @Override
            public void batchEnded(TrainingProgress progress) {
                if (progress.epoch() == epoch && progress.batch() == batch) {
                    throw new Killed();
                }
            }
        };
    }

    static int epochsIn(Path file) {
        try {
            return ModelFile.read(file)
                    .tensors()
                    .tensor("netwright.training.epochs")
                    .shape()
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
