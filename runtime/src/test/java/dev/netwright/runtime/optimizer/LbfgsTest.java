package dev.netwright.runtime.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LbfgsTest {
    private static final float[] ONES = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 100})
    void reachesTheLowestPointOfTheBananaValley(int history) {
        TestFunction valley = TestFunction.rosenbrock(-1.2f, 1f);
        minimize(new Lbfgs(history), valley, 100);
        assertThat(valley.parameters()).containsExactly(new float[] {1, 1}, within(1e-4f));
    }

    @Test
    void reachesItInTenDimensions() {
        float[] start = new float[10];
        Arrays.fill(start, -1f);
        TestFunction valley = TestFunction.rosenbrock(start);
        minimize(new Lbfgs(), valley, 200);
        assertThat(valley.parameters()).containsExactly(ONES, within(1e-3f));
    }

    @Test
    void solvesBadlyScaledBowls() {
        TestFunction bowl = TestFunction.bowl(1e4, 1e-1, 1e3, 1e1, 1, 1e2);
        minimize(new Lbfgs(), bowl, 40);
        assertThat(bowl.parameters()).containsExactly(new float[] {0, 1, 2, 3, 4, 5}, within(1e-3f));
    }

    /** With exact steps a quadratic in n dimensions takes n; the loose Wolfe conditions cost a few more. */
    @Property(tries = 200)
    void solvesRandomQuadratics(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int dimensions) {
        Random random = new Random(seed);
        double[] curvatures = random.doubles(dimensions, 0.05, 5).toArray();
        TestFunction bowl = TestFunction.bowl(curvatures);
        minimize(new Lbfgs(), bowl, 30);
        for (int i = 0; i < dimensions; i++) {
            assertThat(bowl.parameters()[i]).isCloseTo(i, within(1e-3f));
        }
    }

    @Property(tries = 200)
    void theLossNeverRises(@ForAll long seed) {
        Random random = new Random(seed);
        float[] start = {range(random), range(random), range(random)};
        TestFunction valley = TestFunction.rosenbrock(start);
        Optimizer.Run run = new Lbfgs(4).start(3);
        double last = Double.POSITIVE_INFINITY;
        for (int step = 0; step < 60; step++) {
            double loss = run.step(valley, 1f);
            assertThat(loss).isLessThanOrEqualTo(last);
            last = loss;
        }
        assertThat(last).isLessThan(4.5); // It has a second valley near (-1, 1, 1), where the loss is about 4.
    }

    @Test
    void atTheLowestPointItStaysThere() {
        TestFunction bowl = TestFunction.bowl(1, 2);
        bowl.parameters()[1] = 1;
        minimize(new Lbfgs(), bowl, 3);
        assertThat(bowl.parameters()).containsExactly(0, 1);
        assertThat(bowl.evaluations()).isEqualTo(3);
    }

    @Test
    void whereNothingIsLowerTheParametersStay() {
        // The gradient lies: along it the loss rises both ways.
        TestFunction spike = new TestFunction(
                (x, gradient) -> {
                    gradient[0] = 1;
                    return Math.abs(x[0] - 2);
                },
                2f);
        Optimizer.Run run = new Lbfgs().start(1);
        assertThat(run.step(spike, 1f)).isZero();
        assertThat(spike.parameters()).containsExactly(2f);
        assertThat(spike.evaluations()).isEqualTo(26);
    }

    @Test
    void probesThatAreNotFiniteCountAsTooFar() {
        // -log x - log(1 - x) is NaN outside 0 to 1, and lowest at 1/2.
        TestFunction well = new TestFunction(
                (x, gradient) -> {
                    gradient[0] = 1 / (1 - x[0]) - 1 / x[0];
                    return -Math.log(x[0]) - Math.log(1 - x[0]);
                },
                0.999f);
        minimize(new Lbfgs(), well, 20);
        assertThat(well.parameters()[0]).isCloseTo(0.5f, within(1e-4f));
    }

    @Test
    void aPenaltyIsPartOfTheSearchAndNotOfTheLossReported() {
        // (x - 1)² / 2 + 3·x² / 2 is lowest at 1/4.
        TestFunction bowl = TestFunction.bowl(0, 1);
        Optimizer.Run run = new Lbfgs().weightDecay(3f).start(2);
        assertThat(run.step(bowl, 1f)).isEqualTo(0.5);
        for (int step = 0; step < 10; step++) {
            run.step(bowl, 1f);
        }
        assertThat(bowl.parameters()[1]).isCloseTo(0.25f, within(1e-5f));
        assertThat(run.step(bowl, 1f)).isCloseTo(0.5 * 0.75 * 0.75, within(1e-5));
    }

    @Test
    void runsOfOneDescriptionShareNothing() {
        Lbfgs lbfgs = new Lbfgs();
        TestFunction disturbing = TestFunction.rosenbrock(2f, -1f);
        Optimizer.Run other = lbfgs.start(2);
        Optimizer.Run late = lbfgs.start(2);
        TestFunction first = TestFunction.rosenbrock(-1.2f, 1f);
        TestFunction second = TestFunction.rosenbrock(-1.2f, 1f);
        minimize(lbfgs, first, 10);
        for (int step = 0; step < 10; step++) {
            other.step(disturbing, 1f);
            late.step(second, 1f);
        }
        assertThat(second.parameters()).containsExactly(first.parameters());
    }

    private static void minimize(Optimizer optimizer, TestFunction function, int steps) {
        Optimizer.Run run = optimizer.start(function.parameters().length);
        for (int step = 0; step < steps; step++) {
            run.step(function, 1f);
        }
    }

    private static float range(Random random) {
        return random.nextFloat() * 4 - 2;
    }
}
