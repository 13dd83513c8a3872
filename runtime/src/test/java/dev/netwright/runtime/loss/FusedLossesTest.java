package dev.netwright.runtime.loss;

import static dev.netwright.annotations.Activation.EXPONENTIAL;
import static dev.netwright.annotations.Activation.HARD_SIGMOID;
import static dev.netwright.annotations.Activation.IDENTITY;
import static dev.netwright.annotations.Activation.RELU;
import static dev.netwright.annotations.Activation.SIGMOID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.data.Targets;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The same outputs once from an activation that a loss fuses with and once from another: the losses are equal, and the
 * gradients at the logits are those at the outputs times the activation's derivative.
 */
class FusedLossesTest {
    @Property(tries = 200)
    void binaryCrossEntropyAfterASigmoid(@ForAll long seed) {
        Random random = new Random(seed);
        Loss loss = Loss.BINARY_CROSS_ENTROPY.labelSmoothing(0.2f).classWeights(1, 3);
        double output = 0.02 + 0.96 * random.nextDouble();
        compare(
                loss,
                SIGMOID,
                Math.log(output / (1 - output)),
                HARD_SIGMOID,
                6 * (output - 0.5),
                random.nextFloat(),
                o -> o * (1 - o));
    }

    @Property(tries = 200)
    void poissonAfterAnExponential(@ForAll long seed) {
        Random random = new Random(seed);
        double output = 0.02 + 5 * random.nextDouble();
        compare(Loss.POISSON, EXPONENTIAL, Math.log(output), RELU, output, random.nextInt(9), o -> o);
    }

    @Property(tries = 200)
    void errorsAfterTheIdentity(@ForAll long seed) {
        Random random = new Random(seed);
        double output = 5 * random.nextDouble();
        float target = 5 * random.nextFloat();
        for (Loss loss : new Loss[] {Loss.MEAN_SQUARED_ERROR, Loss.MEAN_ABSOLUTE_ERROR, Loss.HUBER, Loss.LOG_COSH}) {
            compare(loss, IDENTITY, output, RELU, output, target, o -> 1);
        }
    }

    private static void compare(
            Loss loss,
            Activation fused,
            double fusedLogit,
            Activation other,
            double otherLogit,
            float target,
            DoubleUnaryOperator derivative) {
        assertThat(loss.fusesWith(fused)).isTrue();
        assertThat(loss.fusesWith(other)).isFalse();
        Targets targets = Targets.ofValues(new float[] {target}, 1);
        Measured atLogits = Measured.of(loss, fused, targets, (float) fusedLogit);
        Measured atOutputs = Measured.of(loss, other, targets, (float) otherLogit);
        double output = GivenLogits.of(other, 1, (float) otherLogit).outputs()[0];
        assertThat(atLogits.sum()).isCloseTo(atOutputs.sum(), within(1e-5 * (1 + Math.abs(atOutputs.sum()))));
        assertThat((double) atLogits.gradients()[0])
                .isCloseTo(atOutputs.gradients()[0] * derivative.applyAsDouble(output), within(2e-5));
    }
}
