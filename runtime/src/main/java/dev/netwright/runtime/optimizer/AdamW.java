package dev.netwright.runtime.optimizer;

/**
 * Adam with weights decayed apart from the gradient: {@code p -= rate·(m̂ / (√v̂ + ε) + decay·p)}, with m̂ and v̂ as in {@link
 * Adam} (Loshchilov and Hutter 2019). Two floats of state a parameter.
 *
 * <p>The decay is scaled by the rate and its schedule, as in PyTorch and Keras; the paper scales it by the schedule alone.
 */
public final class AdamW extends Optimizer implements DecoupledDecay {
    private final float decay;
    private final MomentNumbers numbers;

    /**
     * With a weight decay of 0.01, {@code β₁ = 0.9, β₂ = 0.999} and {@code ε = 1e-8}, as in PyTorch.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public AdamW(float learningRate) {
        this(learningRate, 0.01f, MomentNumbers.DEFAULT);
    }

    /**
     * With every number given.
     *
     * @param decay   the weight decay
     * @param beta1   β₁, the share of the mean of gradients that a step keeps
     * @param beta2   β₂, the share of the mean of squared gradients that a step keeps
     * @param epsilon ε, which keeps the quotient of the two finite
     * @throws IllegalArgumentException if the learning rate or ε is not positive and finite, the decay not at least 0 and
     *                                  finite, or a β not at least 0 and less than 1
     */
    public AdamW(float learningRate, float decay, float beta1, float beta2, float epsilon) {
        this(learningRate, decay, new MomentNumbers(beta1, beta2, epsilon));
    }

    private AdamW(float learningRate, float decay, MomentNumbers numbers) {
        super(learningRate);
        this.decay = Hyperparameters.notNegative("Weight decay", decay);
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "AdamW";
    }

    /** The same optimizer with this decay in the place of its own. */
    @Override
    public AdamW weightDecay(float newDecay) {
        return new AdamW(learningRate(), newDecay, numbers);
    }

    @Override
    public String toString() {
        return name() + " (learning rate " + learningRate() + ", weight decay " + decay + ")";
    }

    @Override
    public Run start(int parameterCount) {
        return new MomentsRun(parameterCount, numbers) {
            @Override
            void update(float[] parameters, float[] gradients, float rate, int from, int to) {
                float decayRate = rate * decay;
                for (int i = from; i < to; i++) {
                    float g = gradients[i];
                    float m = beta1 * means[i] + (1f - beta1) * g;
                    float v = beta2 * squares[i] + (1f - beta2) * g * g;
                    means[i] = m;
                    squares[i] = v;
                    // One subtraction: 1 - rate·decay would lose most of its digits.
                    float p = parameters[i];
                    parameters[i] = p - (decayRate * p + meanRate * m / (rootScale * (float) Math.sqrt(v) + epsilon));
                }
            }
        };
    }
}
