package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.optimizer.Momentum;
import dev.netwright.runtime.optimizer.Sgd;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Training step by step that is kept and gone on with. */
class SavedStepsTest extends CheckpointRuns {
    @Test
    void stepsGoOnWithTheSameBits() throws IOException {
        HandWritten undisturbed = network();
        HandWritten first = network();
        HandWritten second = network();
        second.parameters()[0] = 100;
        try (StepwiseTraining straight = steps(undisturbed);
                StepwiseTraining before = steps(first);
                StepwiseTraining after = steps(second)) {
            after.step(validation);
            for (int step = 0; step < 8; step++) {
                straight.step(training);
                if (step < 5) {
                    before.step(training);
                }
            }
            before.save(file());
            after.resume(file());
            for (int step = 5; step < 8; step++) {
                after.step(training);
            }
        }
        assertThat(second.parameters()).isEqualTo(undisturbed.parameters());
    }

    private static StepwiseTraining steps(HandWritten network) {
        return Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Adam(0.01f))
                .stepwise();
    }

    @Test
    void stepsOfAnotherLossOrSeedAreRefused() throws IOException {
        try (StepwiseTraining training = steps(network())) {
            training.save(file());
        }
        Trainer other = Trainer.of(network()).loss(Loss.LOG_COSH).seed(3).optimizer(new Adam(0.01f));
        try (StepwiseTraining training = other.stepwise()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> training.resume(file()))
                    .withMessageContaining("\n  losses  output: mean squared error  #  output: log-cosh\n")
                    .withMessageContaining("\n  seed    0                           #  3\n");
        }
    }

    @Test
    void gradientStepsGoOnWithTheSameBits() throws IOException {
        HandWritten undisturbed = network();
        GradientSteps straight = GradientSteps.of(undisturbed, new Momentum(0.1f));
        HandWritten first = network();
        GradientSteps before = GradientSteps.of(first, new Momentum(0.1f));
        for (int step = 0; step < 6; step++) {
            straight.step(Doubles.random(undisturbed.parameters().length, step));
            if (step < 4) {
                before.step(Doubles.random(undisturbed.parameters().length, step));
            }
        }
        before.save(file());
        HandWritten second = network();
        GradientSteps after = GradientSteps.of(second, new Momentum(0.1f));
        after.resume(file());
        assertThat(after.steps()).isEqualTo(4);
        for (int step = 4; step < 6; step++) {
            after.step(Doubles.random(undisturbed.parameters().length, step));
        }
        assertThat(second.parameters()).isEqualTo(undisturbed.parameters());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradientSteps.of(second, new Sgd(0.1f)).resume(file()))
                .withMessageContaining("momentum (learning rate 0.1), momentum 0.9  #  SGD (learning rate 0.1)");
    }

    @Test
    void damagedStepsChangeNothing() throws IOException {
        HandWritten network = network();
        GradientSteps steps = GradientSteps.of(network, new Momentum(0.1f));
        steps.step(Doubles.random(network.parameters().length, 1));
        steps.save(file());
        float[] saved = network.parameters().clone();
        steps.step(Doubles.random(network.parameters().length, 2));
        float[] before = network.parameters().clone();
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length - 3] ^= 16;
        Files.write(file(), bytes);
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> steps.resume(file()))
                .withMessageContaining("the file is damaged");
        assertThat(network.parameters()).isEqualTo(before).isNotEqualTo(saved);
        assertThat(steps.steps()).isEqualTo(2);
    }
}
