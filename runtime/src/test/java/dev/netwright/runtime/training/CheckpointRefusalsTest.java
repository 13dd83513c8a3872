package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.schedule.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A file of another run is refused, and nothing is changed then. */
class CheckpointRefusalsTest extends CheckpointRuns {
    private void assertRefused(UnaryOperator<Trainer> change, String message) throws IOException {
        byte[] before = Files.readAllBytes(file());
        HandWritten network = network();
        Trainer trainer = change.apply(trainer(network)).checkpoint(file()).listener(killIn(1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.fit(training))
                .withMessageStartingWith(file() + " is of a training with other settings:\n")
                .withMessageContaining(message);
        assertThat(network.parameters()).isEqualTo(network().parameters());
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void otherLearningRatesAreRefused() throws IOException {
        trainer(network()).schedule(Schedule.cosine()).checkpoint(file()).fit(training);
        assertRefused(
                trainer -> trainer.schedule(Schedule.cosine()).epochs(9),
                "            the file              |  here\n"
                        + "  schedule  cosine() in 5 epochs  #  cosine() in 9 epochs: other rates by epoch 1\n");
        Files.delete(file());
        // These differ within the first epoch alone, and agree in its last step.
        trainer(network()).checkpoint(file()).fit(training);
        assertRefused(trainer -> trainer.schedule(Schedule.constant().afterWarmUp(1)), "other rates by epoch 5\n");
    }

    /** Rates of other steps cannot be compared, but what the schedules are, and whether they depend on the epochs. */
    @Test
    void theScheduleIsListedAmongOtherSettings() throws IOException {
        trainer(network()).schedule(Schedule.cosine()).checkpoint(file()).fit(training);
        assertRefused(
                trainer -> trainer.schedule(Schedule.cosine()).epochs(9).batchSize(15),
                "              the file              |  here\n"
                        + "  batch size  16                    #  15\n"
                        + "  schedule    cosine() in 5 epochs  #  cosine() in 9 epochs\n"
                        + "Go on with the settings of the file");
        assertRefused(
                trainer -> trainer.schedule(Schedule.constant()).batchSize(15),
                "\n  schedule    cosine() in 5 epochs  #  constant() in 5 epochs\n");
        Files.delete(file());
        trainer(network()).checkpoint(file()).fit(training);
        assertRefused(trainer -> trainer.epochs(9).batchSize(15), "\n  batch size  16        #  15\nGo on");
    }

    @Test
    void fewerEpochsThanThereWereAreRefused() throws IOException {
        trainer(network()).checkpoint(file()).fit(training);
        assertRefused(trainer -> trainer.epochs(4).seed(3), "\n  epochs  5 are done  #  4\n");
        assertRefused(trainer -> trainer.epochs(4).seed(3), "\n  seed    7           #  3\n");
    }

    @Test
    void aFileOfAnotherNetworkIsRefusedWithBothTables() throws IOException {
        trainer(network()).checkpoint(file()).fit(training);
        HandWritten wider = new HandWritten(4, 7, 1, 11);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer(wider).checkpoint(file()).fit(training))
                .withMessageMatching(
                        "(?s).*\n  network +HandWritten: .* multiply-adds +#  HandWritten: .* multiply-adds\n.*")
                .withMessageMatching("(?s).*\n +hidden +4 -> 6 .*  #    hidden +4 -> 7 .*")
                .withMessageMatching("(?s).*\n  starting parameters +\\w{16} +#  \\w{16}\n.*");
    }

    @Test
    void everySettingThatDiffersIsListed() throws IOException {
        trainer(network()).checkpoint(file()).fit(training);
        HandWritten network = network();
        network.parameters()[3] += 1;
        network.standardize(Standardizer.fit(training));
        Trainer other = Trainer.of(network)
                .loss(Loss.huber(2f))
                .optimizer(new Adam(0.01f, 0.8f, 0.999f, 1e-8f).clipNorm(1f))
                .epochs(EPOCHS)
                .metrics(Metric.R_SQUARED)
                .batchSize(15)
                .shuffle(false)
                .seed(8)
                .earlyStopping(2)
                .checkpoint(file());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> other.fit(validation, training))
                .withMessageMatching("(?s).*\n  starting parameters +\\w{16} +#  \\w{16}\n.*")
                .withMessageMatching("(?s).*\n  feature scaling +none +#  \\w{16}\n.*")
                .withMessageMatching("(?s).*\n  training data +50 rows, 4 features, \\w{16} +#  20 rows, .*")
                .withMessageMatching("(?s).*\n  validation data +none +#  50 rows, .*")
                .withMessageMatching("(?s).*\n  batch size +16 +#  15\n.*")
                .withMessageMatching("(?s).*\n  seed +7 +#  8\n.*")
                .withMessageMatching("(?s).*\n  shuffle +true +#  false\n.*")
                .withMessageMatching(
                        "(?s).*\n  losses +output: mean squared error +#  output: Huber \\(delta 2.0\\)\n.*")
                .withMessageMatching(
                        "(?s).*\n  optimizer +Adam \\(learning rate 0.01\\), beta1 0.9, beta2 0.999, +#  Adam"
                                + " \\(learning rate 0.01\\), clipped by norm to 1.0, beta1 0.8,\n"
                                + " +epsilon 1.0E-8 +#  beta2 0.999, epsilon 1.0E-8\n.*")
                .withMessageMatching("(?s).*\n  metrics +none +#  R²\n.*")
                .withMessageMatching("(?s).*\n  early stopping +none +#  validation loss, patience 2\n.*")
                .withMessageEndingWith("Nothing has been changed.");
    }

    /** Nothing else differs for those who call it a second time, to train on. */
    @Test
    void aNetworkThatHasBeenTrainedHearsWhatToStartFrom() throws IOException {
        HandWritten network = network();
        trainer(network).checkpoint(file()).fit(training);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer(network).epochs(9).checkpoint(file()).fit(training))
                .withMessageMatching("(?s).*\n  starting parameters +\\w{16} +#  \\w{16}\n"
                        + "The run began with other parameters than this network has\\. Where it has been trained since, take a"
                        + " fresh one: create with the same seed, or load of the same file\\.\n"
                        + "Go on with the settings of the file, .*");
        assertThat(trainer(network()).epochs(9).checkpoint(file()).fit(training).epochs())
                .hasSize(9);
    }

    @Test
    void linesOfTablesStayWhole() {
        String line = "    hidden1  28x28x1 -> 14x14x8  batch norm, relu         400         98,304";
        SettingsDifferences differences = new SettingsDifferences();
        differences.addTables("network", "Digits\n" + line, "Digits\n" + line + "0");
        assertThat(differences.toString().lines().skip(1))
                .containsExactly(
                        "  network  Digits" + " ".repeat(line.length() - 6) + "  |  Digits",
                        "           " + line + "  #  " + line + "0");
    }

    @Test
    void oneOtherNumberInTheDataIsFound() throws IOException {
        trainer(network()).checkpoint(file()).fit(training);
        training.targets().values()[7] = Math.nextUp(training.targets().values()[7]);
        assertRefused(trainer -> trainer, "\n  training data  50 rows, 4 features, ");
    }

    @Test
    void anOptimizerThatDoesNotSayWhatItRemembersIsRefused() {
        HandWritten network = network();
        Trainer trainer = trainer(network).optimizer(new Doubles.Descent(0.01f)).checkpoint(file());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> trainer.fit(training))
                .withMessageContaining("override Optimizer.Run.exchange(RunState)");
        assertThat(network.parameters()).isEqualTo(network().parameters());
        assertThat(file()).doesNotExist();
    }

    @Test
    void stepwiseTrainingKnowsNoCheckpoint() {
        assertThatThrownBy(() -> trainer(network()).epochs(1).checkpoint(file()).stepwise())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a checkpoint has no meaning there; keep it with StepwiseTraining.save(...)");
    }
}
