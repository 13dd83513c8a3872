package dev.netwright.runtime.optimizer;

/**
 * The sign of a momentum: {@code p -= rate·(sign(β₁·m + (1 - β₁)·g) + decay·p), m = β₂·m + (1 - β₂)·g} (Chen et al. 2023).
 * Its learning rate is 3 to 10 times smaller than Adam's. One float of state a parameter.
 */
public final class Lion extends Optimizer implements DecoupledDecay {
    private final float decay;
    private final float beta1;
    private final float beta2;

    /**
     * With weight decay 0, share of the mean of gradients that remains 0.9, share of the mean of gradients that is kept for the next step 0.99.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public Lion(float learningRate) {
        this(learningRate, 0f, 0.9f, 0.99f);
    }

    /**
     * With every number given.
     *
     * @param decay weight decay; weight decay
     * @param beta1 share of the mean of gradients that remains; beta 1
     * @param beta2 share of the mean of gradients that is kept for the next step; beta 2
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Lion(float learningRate, float decay, float beta1, float beta2) {
        super(learningRate);
        this.decay = Hyperparameters.notNegative("Weight decay", decay);
        this.beta1 = Hyperparameters.share("Beta 1", beta1);
        this.beta2 = Hyperparameters.share("Beta 2", beta2);
    }

    @Override
    public String name() {
        return "Lion";
    }

    @Override
    public Optimizer weightDecay(float newDecay) {
        return withDecay(newDecay);
    }

    @Override
    public Optimizer withDecay(float newDecay) {
        return new Lion(learningRate(), newDecay, beta1, beta2);
    }

    @Override
    public Run start(int parameterCount) {
        return new FirstOrderRun() {
            private final float[] means = new float[parameterCount];

            @Override
            void update(float[] parameters, float[] gradients, float rate) {
                float shrink = 1f - rate * decay;
                for (int i = 0; i < parameters.length; i++) {
                    float g = gradients[i];
                    float direction = beta1 * means[i] + (1f - beta1) * g;
                    means[i] = beta2 * means[i] + (1f - beta2) * g;
                    parameters[i] = shrink * parameters[i] - rate * Math.signum(direction);
                }
            }
        };
    }
}
