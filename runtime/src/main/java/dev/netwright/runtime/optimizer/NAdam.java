package dev.netwright.runtime.optimizer;

/**
 * Adam with Nesterov's momentum: {@code p -= rate·(β₁·m / (1 - β₁ᵗ⁺¹) + (1 - β₁)·g / (1 - β₁ᵗ)) / (√v̂ + ε)} (Dozat 2016,
 * with a constant β₁). Two floats of state a parameter.
 */
public final class NAdam extends Optimizer {
    private final float beta1;
    private final float beta2;
    private final float epsilon;

    /**
     * With share of the mean of gradients that remains 0.9, share of the mean of squares that remains 0.999, added to the denominator 1e-8.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public NAdam(float learningRate) {
        this(learningRate, 0.9f, 0.999f, 1e-8f);
    }

    /**
     * With every number given.
     *
     * @param beta1 share of the mean of gradients that remains; beta 1
     * @param beta2 share of the mean of squares that remains; beta 2
     * @param epsilon added to the denominator; epsilon
     * @throws IllegalArgumentException if a number is out of its range
     */
    public NAdam(float learningRate, float beta1, float beta2, float epsilon) {
        super(learningRate);
        this.beta1 = Hyperparameters.share("Beta 1", beta1);
        this.beta2 = Hyperparameters.share("Beta 2", beta2);
        this.epsilon = Hyperparameters.positive("Epsilon", epsilon);
    }

    @Override
    public String name() {
        return "NAdam";
    }

    @Override
    public Run start(int parameterCount) {
        return new FirstOrderRun() {
            private final float[] means = new float[parameterCount];
            private final float[] squares = new float[parameterCount];
            private final BiasCorrection correction = new BiasCorrection(beta1, beta2);

            @Override
            void update(float[] parameters, float[] gradients, float rate) {
                correction.nextStep();
                float meanRate = rate * beta1 * correction.ofNextMean();
                float gradientRate = rate * (1f - beta1) * correction.ofMean();
                float rootScale = correction.ofRoot();
                for (int i = 0; i < parameters.length; i++) {
                    float g = gradients[i];
                    float m = beta1 * means[i] + (1f - beta1) * g;
                    float v = beta2 * squares[i] + (1f - beta2) * g * g;
                    means[i] = m;
                    squares[i] = v;
                    parameters[i] -= (meanRate * m + gradientRate * g) / (rootScale * (float) Math.sqrt(v) + epsilon);
                }
            }
        };
    }
}
