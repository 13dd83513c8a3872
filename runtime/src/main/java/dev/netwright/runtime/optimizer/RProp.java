package dev.netwright.runtime.optimizer;

import java.util.Arrays;

/**
 * Resilient propagation: every parameter has a step of its own, which grows while its gradient keeps its sign and shrinks
 * when the sign changes; the size of the gradient does not matter (Riedmiller and Braun 1993, in the form iRprop⁻ of Igel
 * and Hüsken 2000). For full batches. The learning rate is the first step; a schedule scales all of them. Two floats of
 * state a parameter.
 */
public final class RProp extends Optimizer {
    private static final float GROWTH = 1.2f;
    private static final float SHRINKAGE = 0.5f;
    private static final float LEAST_STEP = 1e-6f;
    private static final float LARGEST_STEP = 50f;

    /** With a first step of 0.01. */
    public RProp() {
        this(0.01f);
    }

    /**
     * With the first step given.
     *
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public RProp(float firstStep) {
        super(firstStep);
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
        return new FirstOrderRun() {
            private final float[] previous = new float[parameterCount];

            @Override
            void update(float[] parameters, float[] gradients, float rate) {
                float scale = rate / learningRate();
                for (int i = 0; i < parameters.length; i++) {
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
