package dev.netwright.runtime.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether each optimizer comes down at all, and where a quadratic bowl is ten times as steep one way as the other. */
class OptimizerConvergenceTest {
    @ParameterizedTest
    @MethodSource("dev.netwright.runtime.optimizer.EveryOptimizer#all")
    void theLossOfABowlFallsToAHundredth(Optimizer optimizer) {
        TestFunction bowl = TestFunction.bowl(0.2, 1, 2);
        double start = bowl.evaluate();
        Optimizer.Run run = optimizer.start(3);
        // Zeiler's first steps are tiny: √ε, from nothing else but ε.
        int steps = optimizer instanceof Adadelta ? 5000 : 500;
        for (int step = 0; step < steps; step++) {
            float cooling = optimizer.needsFullBatch() ? 1f : 1f - step / (float) steps;
            run.step(bowl, optimizer.learningRate() * cooling);
        }
        assertThat(bowl.evaluate()).isLessThan(0.01 * start);
    }
}
