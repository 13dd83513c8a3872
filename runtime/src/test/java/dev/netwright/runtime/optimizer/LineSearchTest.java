package dev.netwright.runtime.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LineSearchTest {
    private static final double DECREASE = 1e-4;
    private static final double FLATTENING = 0.9;

    /** Polynomials with several valleys, from any place and with any first length. */
    @Property(tries = 2000)
    void stepsMeetTheStrongWolfeConditions(@ForAll long seed) {
        Random random = new Random(seed);
        double[] waves = random.doubles(4, -1, 1).toArray();
        TestFunction.Formula formula = (x, gradient) -> {
            double t = x[0];
            gradient[0] = 0.2 * t;
            double value = 0.1 * t * t;
            for (int k = 0; k < waves.length; k++) {
                value += waves[k] * Math.sin((k + 1) * t);
                gradient[0] += waves[k] * (k + 1) * Math.cos((k + 1) * t);
            }
            return value;
        };
        TestFunction function = new TestFunction(formula, (float) random.nextDouble(-6, 6));
        double firstLength = Math.pow(10, random.nextDouble(-3, 2));

        double[] gradient = new double[1];
        double start = function.parameters()[0];
        double startLoss = formula.evaluate(new double[] {start}, gradient);
        double direction = -gradient[0];
        double startSlope = -gradient[0] * gradient[0];
        if (startSlope > -1e-3) {
            return;
        }
        function.evaluate();
        boolean isFound = new LineSearch(function.parameters().clone(), new double[] {direction})
                .search(function, startLoss, startSlope, firstLength);

        assertThat(isFound).isTrue();
        double end = function.parameters()[0];
        double endLoss = formula.evaluate(new double[] {end}, gradient);
        double length = (end - start) / direction;
        assertThat(length).isPositive();
        assertThat(endLoss).isLessThanOrEqualTo(startLoss + DECREASE * length * startSlope + 1e-6);
        assertThat(Math.abs(gradient[0] * direction)).isLessThanOrEqualTo(FLATTENING * -startSlope + 1e-4);
        assertThat(function.gradients()[0]).as("gradient left at the step").isEqualTo((float) gradient[0]);
    }

    @Test
    void aLossThatFallsForeverIsFollowedAsFarAsProbesReach() {
        TestFunction slope = new TestFunction(
                (x, gradient) -> {
                    gradient[0] = -1;
                    return -x[0];
                },
                0f);
        boolean isFound = new LineSearch(new float[1], new double[] {1}).search(slope, 0, -1, 1);
        assertThat(isFound).isTrue();
        assertThat(slope.evaluations()).isEqualTo(25);
        assertThat(slope.parameters()[0]).isEqualTo(1 << 24);
    }

    @Test
    void aStepOfTooLittleFlatteningIsLeftFromBothSides() {
        // Lowest at 3; a first length of 1e-3 is hardly down the slope, one of 5.9 far up the other side.
        for (double firstLength : new double[] {1e-3, 5.9}) {
            TestFunction bowl = new TestFunction(
                    (x, gradient) -> {
                        gradient[0] = x[0] - 3;
                        return 0.5 * (x[0] - 3) * (x[0] - 3);
                    },
                    0f);
            boolean isFound = new LineSearch(new float[1], new double[] {1}).search(bowl, 4.5, -3, firstLength);
            assertThat(isFound).isTrue();
            assertThat(bowl.parameters()[0]).isBetween(0.3f, 5.7f);
        }
    }
}
