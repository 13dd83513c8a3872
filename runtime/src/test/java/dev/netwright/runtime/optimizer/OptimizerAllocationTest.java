package dev.netwright.runtime.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.Allocations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerAllocationTest {
    private static final int STEPS = 2000;

    /** A bowl that allocates nothing itself and is never done: its lowest point moves. */
    private static final class MovingBowl implements Objective {
        private final float[] parameters = new float[5];
        private final float[] gradients = new float[5];
        private int step;

        @Override
        public float[] parameters() {
            return parameters;
        }

        @Override
        public float[] gradients() {
            return gradients;
        }

        @Override
        public double evaluate() {
            double sum = 0;
            for (int i = 0; i < parameters.length; i++) {
                double off = parameters[i] - (step + i) % 7;
                sum += 0.5 * (i + 1) * off * off;
                gradients[i] = (float) ((i + 1) * off);
            }
            return sum;
        }
    }

    @ParameterizedTest
    @MethodSource("dev.netwright.runtime.optimizer.EveryOptimizer#all")
    void stepsAfterTheFirstAllocateNothing(Optimizer optimizer) {
        MovingBowl bowl = new MovingBowl();
        Optimizer.Run run = optimizer.start(5);
        run.step(bowl, 0.1f);
        long before = Allocations.ofThisThread();
        for (bowl.step = 1; bowl.step <= STEPS; bowl.step++) {
            run.step(bowl, 0.1f);
        }
        long allocated = Allocations.ofThisThread() - before;
        assertThat(allocated).as("bytes in %d steps", STEPS).isLessThan(STEPS);
    }
}
