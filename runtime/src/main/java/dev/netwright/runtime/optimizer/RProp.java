package dev.netwright.runtime.optimizer;

import java.util.Arrays;

/**
 * Resilient propagation: every parameter has a step of its own, which grows to 1.2 times while its gradient keeps its sign
 * and shrinks to half when the sign changes; the size of the gradient does not matter (Riedmiller and Braun 1993). For full
 * batches, since the signs of small ones are noise. Two floats of state a parameter.
 *
 * <p>This is iRprop⁻ (Igel and Hüsken 2000), as in PyTorch: a parameter whose gradient changed its sign stays where it is
 * for a step. Steps are kept from 1e-6 to 50, as in the papers. The learning rate is the first step; a schedule scales all of
 * them. Clipping has no effect, because it keeps the signs.
 */
public final class RProp extends Optimizer {
    private static final float GROWTH = 1.2f;
    private static final float SHRINKAGE = 0.5f;
    private static final float LEAST_STEP = 1e-6f;
    private static final float LARGEST_STEP = 50f;

    /** With a first step of 0.01, as in PyTorch. */
    public RProp() {
        this(0.01f);
    }

    /**
     * With the first step given.
     *
     * @throws IllegalArgumentException if it is not from 1e-6 to 50
     */
    public RProp(float firstStep) {
        super(firstStep);
        if (firstStep < LEAST_STEP || firstStep > LARGEST_STEP) {
            throw new IllegalArgumentException("The first step of RPROP must be from " + LEAST_STEP + " to "
                    + LARGEST_STEP + ", but is " + firstStep + ".");
        }
    }

    @Override
    public String name() {
        return "RPROP";
    }

    @Override
    public boolean needsFullBatch() {
        return true;
    }

    @Override
    public Run start(int parameterCount) {
        float[] steps = new float[parameterCount];
        Arrays.fill(steps, learningRate());
        return new FirstOrderRun(parameterCount, FiniteCheck.ANY_FINITE) {
            private final float[] previous = new float[parameterCount];

            @Override
            public void exchange(RunState state) {
                state.floats("steps", steps);
                state.floats("previous", previous);
            }

            @Override
            void update(float[] parameters, float[] gradients, float rate, int from, int to) {
                float scale = rate / learningRate();
                for (int i = from; i < to; i++) {
                    float g = gradients[i];
                    float agreement = Math.signum(g) * Math.signum(previous[i]);
                    if (agreement > 0f) {
                        steps[i] = Math.min(steps[i] * GROWTH, LARGEST_STEP);
                    } else if (agreement < 0f) {
                        steps[i] = Math.max(steps[i] * SHRINKAGE, LEAST_STEP);
                        g = 0f;
                    }
                    parameters[i] -= scale * steps[i] * Math.signum(g);
                    previous[i] = g;
                }
            }
        };
    }
}
