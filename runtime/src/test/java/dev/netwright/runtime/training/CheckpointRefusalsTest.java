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
                .withMessageStartingWith(file() + " is of a training ")
                .withMessageContaining(message);
        assertThat(network.parameters()).isEqualTo(network().parameters());
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void otherLearningRatesAreRefused() throws IOException {
        trainer(network()).schedule(Schedule.cosine()).checkpoint(file()).fit(training);
        assertRefused(
                trainer -> trainer.schedule(Schedule.cosine()).epochs(9),
                "with other learning rates: in epoch 1 of 5 those of the schedule cosine(), which are not those of"
                        + " cosine() in 9 epochs.");
        Files.delete(file());
        // These differ within the first epoch alone, and agree in its last step.
        trainer(network()).checkpoint(file()).fit(training);
        assertRefused(trainer -> trainer.schedule(Schedule.constant().afterWarmUp(1)), "with other learning rates");
    }

    @Test
    void fewerEpochsThanThereWereAreRefused() throws IOException {
        trainer(network()).checkpoint(file()).fit(training);
        assertRefused(trainer -> trainer.epochs(4), "that has completed 5 epochs, but epochs is 4;");
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
                .withMessageMatching("(?s).*\n  starting parameters: \\w{16} in the file, \\w{16} here\n.*")
                .withMessageMatching("(?s).*\n  feature scaling: none in the file, \\w{16} here\n.*")
                .withMessageMatching("(?s).*\n  training data: 50 rows, 4 features, \\w{16} in the file, 20 rows, .*")
                .withMessageMatching("(?s).*\n  validation data: none in the file, 50 rows, .*")
                .withMessageContaining("\n  batch size: 16 in the file, 15 here\n")
                .withMessageContaining("\n  seed: 7 in the file, 8 here\n")
                .withMessageContaining("\n  shuffle: true in the file, false here\n")
                .withMessageContaining(
                        "\n  losses: output: mean squared error in the file, output: Huber (delta 2.0) here\n")
                .withMessageContaining("\n  optimizer: Adam (learning rate 0.01), beta1 0.9, beta2 0.999, epsilon"
                        + " 1.0E-8 in the file, Adam (learning rate 0.01), clipped by norm to 1.0, beta1 0.8, beta2"
                        + " 0.999, epsilon 1.0E-8 here\n")
                .withMessageContaining("\n  metrics: none in the file, R² here\n")
                .withMessageContaining("\n  early stopping: none in the file, validation loss, patience 2 here\n")
                .withMessageEndingWith("Nothing has been changed.");
    }

    @Test
    void oneOtherNumberInTheDataIsFound() throws IOException {
        trainer(network()).checkpoint(file()).fit(training);
        training.targets().values()[7] = Math.nextUp(training.targets().values()[7]);
        assertRefused(trainer -> trainer, "\n  training data: 50 rows, 4 features, ");
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
