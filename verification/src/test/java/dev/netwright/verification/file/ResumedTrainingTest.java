package dev.netwright.verification.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.Adadelta;
import dev.netwright.runtime.optimizer.Adagrad;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.optimizer.AdamW;
import dev.netwright.runtime.optimizer.AmsGrad;
import dev.netwright.runtime.optimizer.Lbfgs;
import dev.netwright.runtime.optimizer.Lion;
import dev.netwright.runtime.optimizer.Momentum;
import dev.netwright.runtime.optimizer.NAdam;
import dev.netwright.runtime.optimizer.Nesterov;
import dev.netwright.runtime.optimizer.Optimizer;
import dev.netwright.runtime.optimizer.RProp;
import dev.netwright.runtime.optimizer.RmsProp;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.random.SeededRandom;
import dev.netwright.runtime.schedule.Schedule;
import dev.netwright.runtime.training.EarlyStopping;
import dev.netwright.runtime.training.EpochResult;
import dev.netwright.runtime.training.Trainer;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.runtime.training.TrainingProgress;
import dev.netwright.runtime.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Training that is killed in any epoch and begun again, with every optimizer and every kind of schedule, ends with the bits of one that is not. */
class ResumedTrainingTest {
    private static final int EPOCHS = 4;
    private static final int ROWS = 200;
    private static final int BATCH = 128;

    /** Each run that goes on says so. */
    private static final Logger LOG = Logger.getLogger("dev.netwright");

    @TempDir
    private Path folder;

    @BeforeAll
    static void keepSilent() {
        LOG.setUseParentHandlers(false);
    }

    @AfterAll
    static void speakAgain() {
        LOG.setUseParentHandlers(true);
    }

    static Stream<Optimizer> optimizers() {
        return Stream.of(
                new Sgd(0.05f),
                new Sgd(0.05f).clipValue(0.01f),
                new Momentum(0.01f),
                new Nesterov(0.01f).clipNorm(0.1f),
                new Adagrad(0.05f),
                new RmsProp(0.003f),
                new Adadelta(),
                new Adam(0.01f),
                new Adam(0.01f).weightDecay(0.01f),
                new AmsGrad(0.01f),
                new AdamW(0.01f),
                new NAdam(0.01f),
                new Lion(0.001f),
                new RProp(),
                new Lbfgs(3),
                new Lbfgs().weightDecay(0.001f));
    }

    private static List<Schedule> schedules() {
        return List.of(
                Schedule.constant(),
                Schedule.oneCycle(),
                Schedule.reduceOnPlateau(0.5f, 1).afterWarmUp(1),
                Schedule.step(1, 0.7f));
    }

    /** What the trainer is told beside optimizer and schedule. */
    private enum Options {
        TRAINING_ALONE,
        VALIDATED,
        EARLY_STOPPING,
        STOPPED_EARLY
    }

    /**
     * One run.
     *
     * @param isTreated whether of the network whose layers have treatments, or of that with several outputs
     */
    private record Run(Optimizer optimizer, Schedule schedule, boolean isTreated, Options options, int threads) {
        Network network() {
            if (!isTreated) {
                return ResumedNetworks_HeadedNetwork.create(5);
            }
            Network network = ResumedNetworks_TreatedNetwork.create(5);
            network.standardize(Standardizer.fit(data(isTreated, ROWS, 1)));
            return network;
        }

        TrainingResult fit(Network network, Optional<Path> file, Optional<TrainingListener> listener) {
            Trainer trainer = Trainer.of(network)
                    .optimizer(optimizer)
                    .schedule(schedule)
                    .epochs(EPOCHS)
                    .seed(3)
                    .threads(threads);
            if (!optimizer.needsFullBatch()) {
                trainer.batchSize(BATCH);
            }
            if (isTreated) {
                trainer.loss(Loss.CROSS_ENTROPY.labelSmoothing(0.1f)).metrics(Metric.ACCURACY);
            } else {
                trainer.loss("policy", Loss.CROSS_ENTROPY)
                        .loss("value", Loss.HUBER, 0.5f)
                        .metrics("value", Metric.R_SQUARED);
            }
            switch (options) {
                case TRAINING_ALONE, VALIDATED -> {}
                case EARLY_STOPPING -> trainer.earlyStopping(3);
                case STOPPED_EARLY ->
                    trainer.earlyStopping(EarlyStopping.onLoss(2).minimumImprovement(1e9));
            }
            file.ifPresent(trainer::checkpoint);
            listener.ifPresent(trainer::listener);
            Dataset training = data(isTreated, ROWS, 1);
            return options == Options.TRAINING_ALONE
                    ? trainer.fit(training)
                    : trainer.fit(training, data(isTreated, ROWS / 2, 2));
        }
    }

    private static Dataset data(boolean isTreated, int rows, long seed) {
        SeededRandom random = new SeededRandom(seed);
        int inputs = isTreated ? 12 : 13;
        float[] features = new float[rows * inputs];
        int[] labels = new int[rows];
        float[] values = new float[rows];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < inputs; i++) {
                features[row * inputs + i] =
                        inputs == 13 && i == 0 ? random.nextInt(500) : (float) random.nextDouble(-1, 3);
            }
            labels[row] = random.nextInt(5);
            values[row] = labels[row] + features[row * inputs + 3];
        }
        return isTreated
                ? Dataset.of(features, inputs, Targets.ofLabels(labels, 5))
                : Dataset.ofHeads(features, inputs, Targets.ofLabels(labels, 5), Targets.ofValues(values, 1));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void endsWithTheSameBits(Optimizer optimizer) throws IOException {
        int kills = 0;
        // Whatever goes together is drawn, and the same in every run of this test.
        SeededRandom random = new SeededRandom(optimizer.toString().hashCode());
        for (Schedule schedule : schedules()) {
            boolean isTreated = random.nextInt(2) == 0;
            Options options = Options.values()[random.nextInt(Options.values().length)];
            int threads = random.nextInt(2) == 0 ? 1 : 3;
            kills += check(new Run(optimizer, schedule, isTreated, options, threads));
        }
        assertThat(kills).isGreaterThanOrEqualTo(4 * 2 * 3);
    }

    /** @return how often it was killed */
    private int check(Run run) throws IOException {
        Network undisturbed = run.network();
        TrainingResult expected = run.fit(undisturbed, Optional.empty(), Optional.empty());
        int epochs = expected.epochs().size();
        assertThat(epochs).isEqualTo(run.options == Options.STOPPED_EARLY ? 3 : epochs);
        Path file = folder.resolve("run");
        int kills = 0;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            Files.deleteIfExists(file);
            kill(run, file, epoch, (epoch + run.threads) % 2 == 0);
            kills++;
            assertEnds(run, file, undisturbed, expected);
        }
        // There is nothing left to train.
        assertEnds(run, file, undisturbed, expected);
        Files.delete(file);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            kill(run, file, epoch, epoch % 2 == 0);
            kills++;
        }
        assertEnds(run, file, undisturbed, expected);
        return kills;
    }

    private static void kill(Run run, Path file, int epoch, boolean isWithin) {
        assertThatThrownBy(() -> run.fit(run.network(), Optional.of(file), Optional.of(killer(epoch, isWithin))))
                .isInstanceOf(Killed.class);
    }

    private static void assertEnds(Run run, Path file, Network undisturbed, TrainingResult expected) {
        Network resumed = run.network();
        TrainingResult result = run.fit(resumed, Optional.of(file), Optional.empty());
        assertThat(resumed.parameters()).as(run.toString()).isEqualTo(undisturbed.parameters());
        assertThat(resumed.statistics()).as(run.toString()).isEqualTo(undisturbed.statistics());
        assertThat(texts(result)).as(run.toString()).isEqualTo(texts(expected));
    }

    /** Everything but the time that it took. */
    private static List<String> texts(TrainingResult result) {
        List<String> texts = new ArrayList<>();
        for (EpochResult epoch : result.epochs()) {
            texts.add(epoch.toString().replaceAll("seconds=.*", ""));
        }
        texts.add(result.bestEpoch() + " " + result.stopReason() + " " + result.restored());
        return texts;
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static TrainingListener killer(int epoch, boolean isWithin) {
        return new TrainingListener() {
            @Override
            public void batchEnded(TrainingProgress progress) {
                if (isWithin && progress.epoch() == epoch) {
                    throw new Killed();
                }
            }

            @Override
            public void epochEnded(TrainingProgress progress, EpochResult result) {
                if (progress.epoch() == epoch) {
                    throw new Killed();
                }
            }
        };
    }
}
