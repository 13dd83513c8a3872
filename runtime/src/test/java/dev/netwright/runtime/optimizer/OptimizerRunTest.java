package dev.netwright.runtime.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a run of any optimizer does with good and bad input. */
class OptimizerRunTest {
    private static final String EVERY = "dev.netwright.runtime.optimizer.EveryOptimizer#all";
    private static final String FIRST_ORDER = "dev.netwright.runtime.optimizer.EveryOptimizer#firstOrder";
    private static final String SQUARING = "dev.netwright.runtime.optimizer.EveryOptimizer#squaring";

    @ParameterizedTest
    @MethodSource(EVERY)
    void aNetworkWithoutParametersMovesNothing(Optimizer optimizer) {
        GivenGradients objective = new GivenGradients().then(2.5).then(1.5);
        Optimizer.Run run = optimizer.start(0);
        assertThat(run.step(objective, 1f)).isEqualTo(2.5);
        assertThat(run.step(objective, 1f)).isEqualTo(1.5);
    }

    @ParameterizedTest
    @MethodSource(EVERY)
    void gradientsOfZeroMoveNoParameterOfZero(Optimizer optimizer) {
        GivenGradients objective = new GivenGradients(0f, 0f).then(3, 0f, -0f).then(3, -0f, 0f);
        Optimizer.Run run = optimizer.start(2);
        run.step(objective, 0.1f);
        run.step(objective, 0.1f);
        assertThat(Math.abs(objective.parameters()[0])).isZero();
        assertThat(Math.abs(objective.parameters()[1])).isZero();
    }

    @ParameterizedTest
    @MethodSource(EVERY)
    void aRateOfZeroMovesNothing(Optimizer optimizer) {
        GivenGradients objective =
                new GivenGradients(1f, -2f).then(3, 0.5f, -0.25f).then(2, 1f, -1f);
        Optimizer.Run run = optimizer.start(2);
        assertThat(run.step(objective, 0f)).isEqualTo(3);
        assertThat(run.step(objective, 0f)).isEqualTo(2);
        assertThat(objective.parameters()).containsExactly(1f, -2f);
        assertThat(objective.evaluations()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource(FIRST_ORDER)
    void aStepEvaluatesOnceAndReturnsTheLossBeforeIt(Optimizer optimizer) {
        GivenGradients objective = new GivenGradients(1f, -2f).then(0.75, 0.5f, -0.25f);
        assertThat(optimizer.start(2).step(objective, 0.1f)).isEqualTo(0.75);
        assertThat(objective.evaluations()).isEqualTo(1);
        assertThat(objective.parameters()).doesNotContain(1f, -2f);
    }

    @ParameterizedTest
    @MethodSource(FIRST_ORDER)
    void runsOfOneOptimizerShareNothing(Optimizer optimizer) {
        Optimizer.Run first = optimizer.start(2);
        GivenGradients other = new GivenGradients(5f, 6f).then(1, 3f, 4f).then(1, -3f, 4f);
        Optimizer.Run second = optimizer.start(2);
        first.step(other, 0.1f);
        first.step(other, 0.1f);

        GivenGradients late = threeSteps();
        GivenGradients alone = threeSteps();
        Optimizer.Run anew = optimizer.start(2);
        for (int step = 0; step < 3; step++) {
            second.step(late, 0.1f);
            anew.step(alone, 0.1f);
        }
        assertThat(late.parameters()).containsExactly(alone.parameters());
    }

    @ParameterizedTest
    @MethodSource(FIRST_ORDER)
    void aNonFiniteLossOrGradientChangesNeitherParametersNorState(Optimizer optimizer) {
        Optimizer.Run run = optimizer.start(2);
        GivenGradients disturbed = threeSteps();
        GivenGradients undisturbed = threeSteps();
        Optimizer.Run reference = optimizer.start(2);
        for (int step = 0; step < 3; step++) {
            GivenGradients bad = new GivenGradients(disturbed.parameters())
                    .then(Double.NaN, 1f, 1f)
                    .then(Double.POSITIVE_INFINITY, 1f, 1f)
                    .then(1, 1f, Float.NaN)
                    .then(1, Float.NEGATIVE_INFINITY, 1f)
                    .then(1, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> run.step(bad, 0.1f)).isInstanceOf(NonFiniteLossException.class);
            }
            assertThat(bad.parameters()).containsExactly(disturbed.parameters());
            run.step(disturbed, 0.1f);
            reference.step(undisturbed, 0.1f);
        }
        assertThat(disturbed.parameters()).containsExactly(undisturbed.parameters());
    }

    @ParameterizedTest
    @MethodSource(FIRST_ORDER)
    void theMessageSaysWhatIsNotFinite(Optimizer optimizer) {
        GivenGradients objective = new GivenGradients(1f, 2f, 3f)
                .then(Double.NaN, 1f, 1f, 1f)
                .then(0.25, 1f, Float.NEGATIVE_INFINITY, Float.NaN);
        Optimizer.Run run = optimizer.start(3);
        assertThatThrownBy(() -> run.step(objective, 0.1f))
                .isInstanceOf(NonFiniteLossException.class)
                .hasMessageStartingWith("The loss is NaN. Try a smaller learning rate");
        assertThatThrownBy(() -> run.step(objective, 0.1f))
                .isInstanceOf(NonFiniteLossException.class)
                .hasMessageStartingWith("The gradient of parameter 1 is -Infinity at a loss of 0.25. Try a smaller");
    }

    @ParameterizedTest
    @MethodSource(SQUARING)
    void aGradientWhoseSquaresCouldOverflowIsFoundBeforeItFreezesItsParameter(Optimizer optimizer) {
        GivenGradients objective =
                new GivenGradients(1f, 2f).then(7, -3e19f, 1f).then(7, -1e15f, 1f);
        Optimizer.Run run = optimizer.start(2);
        assertThatThrownBy(() -> run.step(objective, 0.1f))
                .isInstanceOf(NonFiniteLossException.class)
                .hasMessageStartingWith(
                        "The gradient of parameter 0 is -3.0E19, too large for sums of squares, at a loss of 7.0. Try");
        assertThat(objective.parameters()).containsExactly(1f, 2f);
        run.step(objective, 0.1f);
        assertThat(objective.parameters()[0]).isBetween(1f, 1000f).isNotEqualTo(1f);
    }

    @ParameterizedTest
    @MethodSource(EVERY)
    void aBadRateOrAnotherNumberOfParametersIsRefusedBeforeAnythingIsEvaluated(Optimizer optimizer) {
        GivenGradients objective = new GivenGradients(1f, 2f).then(1, 1f, 1f);
        Optimizer.Run run = optimizer.start(2);
        for (float rate : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -0.5f}) {
            assertThatThrownBy(() -> run.step(objective, rate))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The learning rate of a step must be at least 0 and finite, but is " + rate + ".");
        }
        assertThatThrownBy(() -> optimizer.start(3).step(objective, 0.1f))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("started for 3 parameters, but the objective has 2");
        assertThat(objective.evaluations()).isZero();
        assertThat(objective.parameters()).containsExactly(1f, 2f);
    }

    private static GivenGradients threeSteps() {
        return new GivenGradients(1f, -2f)
                .then(1, 0.5f, -0.25f)
                .then(1, -0.5f, -0.125f)
                .then(1, 1.5f, 0.25f);
    }
}
