package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.Allocations;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.optimizer.AdamW;
import dev.netwright.runtime.optimizer.Lbfgs;
import dev.netwright.runtime.optimizer.NonFiniteLossException;
import dev.netwright.runtime.optimizer.Optimizer;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.topology.DenseLayer;
import dev.netwright.runtime.topology.LayerTraining;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.LayerWiring;
import dev.netwright.runtime.topology.Topology;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A loop of one's own with the trainer's optimizers. */
class GradientStepsTest {
    private static final int ROWS = 12;

    private final HandWritten network = new HandWritten(4, 3, 1, 5);
    private final Dataset data = Doubles.regression(ROWS, 4, 2);

    @Test
    void stepsGiveTheBitsOfTheTrainer() {
        HandWritten trained = network.copy();
        Optimizer optimizer = new Adam(0.01f).weightDecay(0.1f).clipNorm(0.5f);
        Trainer.of(trained)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(optimizer)
                .batchSize(ROWS)
                .epochs(5)
                .fit(data);
        Pass pass = network.newPass(ROWS);
        float[] outputGradients = new float[ROWS];
        double[] losses = new double[ROWS];
        GradientSteps steps = GradientSteps.of(network, optimizer);
        for (int i = 0; i < 5; i++) {
            pass.forward(data.features(), ROWS);
            Loss.MEAN_SQUARED_ERROR.evaluate(
                    pass.predictions(0), data.targets(), 0, 1.0 / ROWS, outputGradients, losses);
            pass.backwardFromLogits(outputGradients);
            steps.step(pass.gradients());
        }
        assertThat(network.parameters()).isEqualTo(trained.parameters());
    }

    @Test
    void theRateOfAStepMayBeGiven() {
        float[] before = network.parameters().clone();
        float[] gradients = new float[before.length];
        Arrays.fill(gradients, 2f);
        GradientSteps.of(network, new Sgd(0.5f)).step(gradients, 0.25f);
        for (int i = 0; i < before.length; i++) {
            assertThat(network.parameters()[i]).isEqualTo(Math.fma(-0.25f, 2f, before[i]));
        }
    }

    @Test
    void frozenLayersStay() {
        HandWritten half = new HandWritten(topology(false, true), new float[9]);
        Arrays.fill(half.parameters(), 1f);
        GradientSteps.of(half, new AdamW(0.1f).weightDecay(0.5f)).step(new float[9]);
        assertThat(Arrays.copyOf(half.parameters(), 6)).containsOnly(1f);
        assertThat(Arrays.copyOfRange(half.parameters(), 6, 9)).doesNotContain(1f);
    }

    @Test
    void whatNothingIsTrainedOfIsRefused() {
        HandWritten frozen = new HandWritten(topology(false, false), new float[9]);
        String message =
                "Every layer of Frozen that has parameters has trainable = false, so there is nothing to train; remove"
                        + " that from one layer at least.";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradientSteps.of(frozen, new Sgd(1f)))
                .withMessage(message);
        Trainer trainer = Trainer.of(frozen).loss(Loss.MEAN_SQUARED_ERROR).optimizer(new Sgd(1f));
        Dataset pairs = Doubles.regression(3, 2, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.fit(pairs))
                .withMessage(message);
        assertThatIllegalArgumentException().isThrownBy(trainer::stepwise).withMessage(message);
    }

    @Test
    void whatCannotBeAStepChangesNothing() {
        float[] before = network.parameters().clone();
        GradientSteps steps = GradientSteps.of(network, new Adam(0.1f));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> steps.step(new float[3]))
                .withMessage("There are 3 gradients for " + before.length + " parameters; give one for each.");
        assertThatIllegalArgumentException().isThrownBy(() -> steps.step(new float[before.length], -1f));
        float[] wrong = new float[before.length];
        wrong[4] = Float.NaN;
        assertThatExceptionOfType(NonFiniteLossException.class).isThrownBy(() -> steps.step(wrong));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradientSteps.of(network, new Lbfgs().weightDecay(0.1f)))
                .withMessageStartingWith(
                        "L-BFGS compares losses along a line, so gradients alone are not enough for it;");
        assertThat(network.parameters()).isEqualTo(before);
    }

    @Test
    void aStepAllocatesNothing() {
        GradientSteps steps =
                GradientSteps.of(network, new Adam(0.1f).weightDecay(0.1f).clipNorm(1f));
        float[] gradients = new float[network.parameters().length];
        Allocations.assertNoneOnceWarm(() -> steps.step(gradients));
    }

    /** {@code 2 -> 2 -> 1}, each perhaps frozen. */
    private static Topology topology(boolean isFirstTrained, boolean isSecondTrained) {
        return new Topology(
                "Frozen",
                2,
                List.of(layer("hidden", 2, 0, 4, isFirstTrained), layer("output", 1, 6, 8, isSecondTrained)));
    }

    private static DenseLayer layer(String name, int units, int weights, int biases, boolean isTrained) {
        return new DenseLayer(
                name,
                LayerWiring.ABOVE,
                2,
                units,
                Activation.IDENTITY,
                Float.NaN,
                true,
                Initializer.GLOROT_UNIFORM,
                Float.NaN,
                weights,
                biases,
                new LayerTraining(isTrained, 0f, 0f),
                LayerTreatment.NONE);
    }
}
