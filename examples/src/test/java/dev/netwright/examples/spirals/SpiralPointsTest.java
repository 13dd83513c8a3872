package dev.netwright.examples.spirals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.data.Dataset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpiralPointsTest {
    @Test
    void theArmsTakeTurns() {
        assertThat(SpiralPoints.draw(5, 1).targets().values()).containsExactly(0, 1, 0, 1, 0);
    }

    /** The first arm, turned by half a turn, is the second. */
    @Test
    void theSecondArmIsTheFirstTurnedByHalf() {
        Dataset points = SpiralPoints.draw(20_000, 3);

        for (int arm = 0; arm < 2; arm++) {
            int side = arm == 0 ? 1 : -1;
            double nearest = Double.MAX_VALUE;
            for (int row = arm; row < points.rows(); row += 2) {
                double x = points.features()[2 * row] - side * 0.5;
                double y = points.features()[2 * row + 1];
                nearest = Math.min(nearest, Math.hypot(x, y));
            }
            assertThat(nearest).as("from the inner end of arm %d", arm).isLessThan(0.2);
        }
    }

    @Test
    void thePointsStayInThePicture() {
        for (float coordinate : SpiralPoints.draw(10_000, 2).features()) {
            assertThat(coordinate).isBetween(-7.8f, 7.8f);
        }
    }

    @Test
    void theSeedDecidesThemOnEveryJvm() {
        float[] features = SpiralPoints.draw(100, 42).features();

        assertThat(Arrays.hashCode(features)).isEqualTo(-56267191);
        assertThat(SpiralPoints.draw(100, 42).features()).containsExactly(features);
        assertThat(SpiralPoints.draw(100, 43).features()).isNotEqualTo(features);
    }
}
