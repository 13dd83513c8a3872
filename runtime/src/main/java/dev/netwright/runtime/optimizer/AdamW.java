package dev.netwright.runtime.optimizer;

/**
 * Adam with weights decayed apart from the gradient: {@code p -= rate·(m̂ / (√v̂ + ε) + decay·p)} (Loshchilov and Hutter
 * 2019). Two floats of state a parameter.
 */
public final class AdamW extends Optimizer implements DecoupledDecay {
    private final float decay;
    private final float beta1;
    private final float beta2;
    private final float epsilon;

    /**
     * With weight decay 0.01, share of the mean of gradients that remains 0.9, share of the mean of squares that remains 0.999, added to the denominator 1e-8.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public AdamW(float learningRate) {
        this(learningRate, 0.01f, 0.9f, 0.999f, 1e-8f);
    }

    /**
     * With every number given.
     *
     * @param decay weight decay; weight decay
     * @param beta1 share of the mean of gradients that remains; beta 1
     * @param beta2 share of the mean of squares that remains; beta 2
     * @param epsilon added to the denominator; epsilon
     * @throws IllegalArgumentException if a number is out of its range
     */
    public AdamW(float learningRate, float decay, float beta1, float beta2, float epsilon) {
        super(learningRate);
        this.decay = Hyperparameters.notNegative("Weight decay", decay);
        this.beta1 = Hyperparameters.share("Beta 1", beta1);
        this.beta2 = Hyperparameters.share("Beta 2", beta2);
        this.epsilon = Hyperparameters.positive("Epsilon", epsilon);
    }

    @Override
    public String name() {
        return "AdamW";
    }

    @Override
    public Optimizer weightDecay(float newDecay) {
        return withDecay(newDecay);
    }

    @Override
    public Optimizer withDecay(float newDecay) {
        return new AdamW(learningRate(), newDecay, beta1, beta2, epsilon);
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
                float meanRate = rate * correction.ofMean();
                float rootScale = correction.ofRoot();
                float shrink = 1f - rate * decay;
                for (int i = 0; i < parameters.length; i++) {
                    float g = gradients[i];
                    float m = beta1 * means[i] + (1f - beta1) * g;
                    float v = beta2 * squares[i] + (1f - beta2) * g * g;
                    means[i] = m;
                    squares[i] = v;
                    parameters[i] =
                            shrink * parameters[i] - meanRate * m / (rootScale * (float) Math.sqrt(v) + epsilon);
                }
            }
        };
    }
}
