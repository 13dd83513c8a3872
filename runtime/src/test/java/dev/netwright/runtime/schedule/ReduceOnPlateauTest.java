package dev.netwright.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReduceOnPlateauTest {
    @Test
    void patienceIsCountedFromTheLastImprovement() {
        Schedule.Run run = Schedule.reduceOnPlateau(0.5f, 2).start(1, 10, 100);
        assertThat(rateAfter(run, 4)).isEqualTo(1);
        assertThat(rateAfter(run, 3)).isEqualTo(1);
        assertThat(rateAfter(run, 3.5)).isEqualTo(1);
        assertThat(rateAfter(run, 2.5)).isEqualTo(1); // better than 3: from here on
        assertThat(rateAfter(run, 2.6)).isEqualTo(1);
        assertThat(rateAfter(run, 2.7)).isEqualTo(0.5f);
        assertThat(rateAfter(run, 2.7)).isEqualTo(0.5f);
        assertThat(rateAfter(run, 2.6)).isEqualTo(0.25f); // still not better than 2.5
    }

    @Test
    void aTenThousandthOfTheBestIsEnoughAndLessIsNot() {
        Schedule.Run run = Schedule.reduceOnPlateau(0.5f, 1).start(1, 10, 100);
        assertThat(rateAfter(run, 2)).isEqualTo(1);
        assertThat(rateAfter(run, 2 * (1 - 1.01e-4))).isEqualTo(1);
        assertThat(rateAfter(run, 2 * (1 - 1.9e-4))).isEqualTo(0.5f);
    }

    @Test
    void lossesBelowZeroImproveDownwardsToo() {
        Schedule.Run run = Schedule.reduceOnPlateau(0.5f, 1).start(1, 10, 100);
        assertThat(rateAfter(run, -2)).isEqualTo(1);
        assertThat(rateAfter(run, -2.1)).isEqualTo(1);
        assertThat(rateAfter(run, -2.1)).isEqualTo(0.5f);
    }

    @Test
    void theRateStopsAtTheLeast() {
        Schedule.Run run = Schedule.reduceOnPlateau(0.1f, 1, 0.05f).start(1, 10, 100);
        rateAfter(run, 1);
        assertThat(rateAfter(run, 1)).isEqualTo(0.1f);
        assertThat(rateAfter(run, 1)).isEqualTo(0.05f);
        assertThat(rateAfter(run, 1)).isEqualTo(0.05f);
        Schedule.Run byDefault = Schedule.reduceOnPlateau(0.1f, 1).start(1, 10, 100);
        for (int epoch = 0; epoch < 10; epoch++) {
            byDefault.epochEnded(1);
        }
        assertThat(byDefault.rate(0)).isEqualTo(1e-3f);
    }

    @Test
    void lossesThatAreNotFiniteNeitherImproveNorSpoilWhatFollows() {
        Schedule.Run run = Schedule.reduceOnPlateau(0.5f, 2).start(1, 10, 100);
        assertThat(rateAfter(run, Double.NaN)).isEqualTo(1);
        assertThat(rateAfter(run, Double.POSITIVE_INFINITY)).isEqualTo(0.5f);
        assertThat(rateAfter(run, 3)).isEqualTo(0.5f);
        assertThat(rateAfter(run, Double.NaN)).isEqualTo(0.5f);
        assertThat(rateAfter(run, 2)).isEqualTo(0.5f);
        assertThat(rateAfter(run, 2)).isEqualTo(0.5f);
        assertThat(rateAfter(run, 2)).isEqualTo(0.25f);
    }

    @Test
    void epochsOfAWarmUpAreNotCounted() {
        Schedule.Run run = Schedule.reduceOnPlateau(0.5f, 1).afterWarmUp(3).start(1, 2, 10);
        run.epochEnded(0.1);
        run.epochEnded(5);
        assertThat(run.rate(4)).isEqualTo(5 / 6f);
        run.epochEnded(5);
        assertThat(run.rate(6)).isEqualTo(1);
        run.epochEnded(4);
        assertThat(run.rate(8)).isEqualTo(1);
        run.epochEnded(4);
        assertThat(run.rate(10)).isEqualTo(0.5f);
    }

    private static float rateAfter(Schedule.Run run, double loss) {
        run.epochEnded(loss);
        return run.rate(0);
    }
}
