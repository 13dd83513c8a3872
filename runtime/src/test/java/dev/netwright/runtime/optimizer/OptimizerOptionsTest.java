package dev.netwright.runtime.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerOptionsTest {
    @Test
    void theOrderOfTheCallsDoesNotMatter() {
        Optimizer sgd = new Sgd(0.5f);
        float[] expected = stepped(sgd.clipValue(2f).clipNorm(1.5f).weightDecay(0.1f));
        assertThat(stepped(sgd.weightDecay(0.1f).clipNorm(1.5f).clipValue(2f))).isEqualTo(expected);
        assertThat(stepped(sgd.clipNorm(1.5f).weightDecay(0.1f).clipValue(2f))).isEqualTo(expected);
        // Gradients (3, -1, 0.5) become (2, -1, 0.5), whose norm is √5.25.
        float factor = (float) (1.5 / Math.sqrt(5.25));
        assertThat(expected[0]).isCloseTo(1f - 0.5f * (2 * factor + 0.1f), within(1e-6f));
        assertThat(expected[1]).isCloseTo(-2f - 0.5f * (-factor - 0.2f), within(1e-6f));
        assertThat(expected[2]).isCloseTo(3f - 0.5f * (0.5f * factor + 0.3f), within(1e-6f));
    }

    @Test
    void ofTwoCallsTheLastCounts() {
        Optimizer sgd = new Sgd(0.5f);
        assertThat(stepped(sgd.weightDecay(0.7f)
                        .clipValue(9f)
                        .clipNorm(0.1f)
                        .weightDecay(0.1f)
                        .clipValue(2f)
                        .clipNorm(1.5f)))
                .isEqualTo(stepped(sgd.weightDecay(0.1f).clipValue(2f).clipNorm(1.5f)));
        assertThat(stepped(sgd.weightDecay(0.7f).weightDecay(0f))).isEqualTo(stepped(sgd));
    }

    @Test
    void anOptimizerIsNotChangedByItsOptions() {
        Optimizer sgd = new Sgd(0.5f);
        float[] before = stepped(sgd);
        sgd.weightDecay(0.1f);
        sgd.clipNorm(0.01f);
        assertThat(stepped(sgd)).isEqualTo(before);
    }

    @Test
    void limitsThatNothingReachesChangeNoBit() {
        Optimizer adam = new Adam(0.5f);
        assertThat(stepped(adam.clipValue(3f).clipNorm(4f))).isEqualTo(stepped(adam));
    }

    @Test
    void adamWAndLionKeepTheirDecayApartFromTheGradient() {
        assertThat(stepped(new AdamW(0.5f, 0.3f, 0.9f, 0.999f, 1e-8f).clipNorm(1f)))
                .isEqualTo(stepped(new AdamW(0.5f).clipNorm(1f).weightDecay(0.3f)))
                .isEqualTo(stepped(new AdamW(0.5f).weightDecay(0.3f).clipNorm(1f)))
                .isNotEqualTo(stepped(new AdamW(0.5f).clipNorm(1f)));
        assertThat(stepped(new AdamW(0.5f).weightDecay(0f))).isEqualTo(stepped(new Adam(0.5f)));
        assertThat(stepped(new Lion(0.5f, 0.3f, 0.9f, 0.99f)))
                .isEqualTo(stepped(new Lion(0.5f).weightDecay(0.3f)))
                .containsExactly(new float[] {0.35f, -1.2f, 2.05f}, within(1e-6f));
    }

    @Test
    void aNormIsClippedEvenWhereItsSquareOverflowsAFloat() {
        GivenGradients objective = new GivenGradients(0f, 0f).then(1, 3e30f, -4e30f);
        new Sgd(1f).clipNorm(5f).start(2).step(objective, 1f);
        assertThat(objective.parameters()).containsExactly(-3f, 4f);
    }

    @ParameterizedTest
    @MethodSource("dev.netwright.runtime.optimizer.EveryOptimizer#all")
    void optionsKeepNameRateAndNeedOfFullBatches(Optimizer optimizer) {
        Optimizer decayed = optimizer.weightDecay(0.25f);
        assertThat(decayed.name()).isEqualTo(optimizer.name());
        assertThat(decayed.learningRate()).isEqualTo(optimizer.learningRate());
        assertThat(decayed.needsFullBatch())
                .isEqualTo(optimizer.needsFullBatch())
                .isEqualTo(optimizer.name().matches("RPROP|L-BFGS"));
    }

    @Test
    void aDescriptionSaysWhatIsDone() {
        assertThat(new Adam(1e-3f)).hasToString("Adam (learning rate 0.001)");
        assertThat(new Sgd(0.5f).clipNorm(2f).weightDecay(0.01f).clipValue(3f))
                .hasToString(
                        "SGD (learning rate 0.5), clipped by value to 3.0, clipped by norm to 2.0, weight decay 0.01");
        assertThat(new AdamW(0.5f).clipNorm(2f).weightDecay(0.125f))
                .hasToString("AdamW (learning rate 0.5, weight decay 0.125), clipped by norm to 2.0");
        assertThat(new Lion(0.5f)).hasToString("Lion (learning rate 0.5, weight decay 0.0)");
    }

    @Test
    void clippingIsRefusedWhereGradientsMustBeTrue() {
        for (Optimizer lbfgs : new Optimizer[] {new Lbfgs(), new Lbfgs().weightDecay(0.1f)}) {
            assertThatThrownBy(() -> lbfgs.clipNorm(1f))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageStartingWith("L-BFGS compares gradients with losses along a line");
            assertThatThrownBy(() -> lbfgs.clipValue(1f)).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    private static float[] stepped(Optimizer optimizer) {
        GivenGradients objective = new GivenGradients(1f, -2f, 3f).then(1, 3f, -1f, 0.5f);
        optimizer.start(3).step(objective, optimizer.learningRate());
        return objective.parameters();
    }
}
