package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharingTrialTest {
    private static final int STEPS = 20_000;

    private final SharingTrial trial = new SharingTrial();
    private int sharedSteps;

    @Test
    void theFirstStepIsShared() {
        assertThat(trial.shares()).isTrue();
    }

    @Test
    void theFasterWayIsTaken() {
        runSteps(64, 50, 100);
        assertThat(sharedSteps).isGreaterThan(STEPS * 98 / 100).isLessThan(STEPS);
        sharedSteps = 0;
        runSteps(64, 100, 50);
        assertThat(sharedSteps).isPositive().isLessThan(STEPS * 9 / 100);
    }

    @Test
    void batchesOfAnotherSizeAreNotCompared() {
        for (int i = 0; i < STEPS / 4; i++) {
            runStep(64, 100, 50);
            runStep(64, 100, 50);
            runStep(64, 100, 50);
            runStep(3, 1, 1);
        }
        assertThat(sharedSteps).isPositive().isLessThan(STEPS * 4 / 100);
    }

    @Test
    void anotherUsualSizeBeginsATrial() {
        runStep(64, 100, 50);
        runSteps(32, 100, 50);
        assertThat(sharedSteps).isPositive().isLessThan(STEPS * 4 / 100);
    }

    private void runSteps(int rows, long sharedNanos, long aloneNanos) {
        for (int i = 0; i < STEPS; i++) {
            runStep(rows, sharedNanos, aloneNanos);
        }
    }

    private void runStep(int rows, long sharedNanos, long aloneNanos) {
        boolean isShared = trial.shares();
        sharedSteps += isShared ? 1 : 0;
        trial.ended(rows, isShared ? sharedNanos : aloneNanos);
    }
}
