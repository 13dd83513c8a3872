package dev.netwright.runtime.optimizer;

/**
 * Adam with Nesterov's momentum: {@code p -= rate·(μₜ₊₁·m / (1 - μ₁···μₜ₊₁) + (1 - μₜ)·g / (1 - μ₁···μₜ)) / (√v̂ + ε)} in
 * step t, with m and v̂ as in {@link Adam} (Dozat 2016, algorithm 2). Two floats of state a parameter.
 *
 * <p>The momentum warms up as the paper proposes and as in PyTorch: {@code μₜ = β₁·(1 - ½·0.96^(t/250))}. In Keras it does so 250
 * times as fast.
 */
public final class NAdam extends Optimizer {
    /** {@code 0.96^(1/250)}. */
    private static final double DECAY_PER_STEP = StrictMath.pow(0.96, 1.0 / 250.0);

    private final MomentNumbers numbers;

    /**
     * With {@code β₁ = 0.9, β₂ = 0.999} and {@code ε = 1e-8}, as in PyTorch.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public NAdam(float learningRate) {
        this(learningRate, MomentNumbers.DEFAULT);
    }

    /**
     * With every number given.
     *
     * @param beta1   β₁, the share of the mean of gradients that a step keeps
     * @param beta2   β₂, the share of the mean of squared gradients that a step keeps
     * @param epsilon ε, which keeps the quotient of the two finite
     * @throws IllegalArgumentException if the learning rate or ε is not positive and finite, or a β not at least 0 and less
     *                                  than 1
     */
    public NAdam(float learningRate, float beta1, float beta2, float epsilon) {
        this(learningRate, new MomentNumbers(beta1, beta2, epsilon));
    }

    private NAdam(float learningRate, MomentNumbers numbers) {
        super(learningRate);
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "NAdam";
    }

    @Override
    public Run start(int parameterCount) {
        return new MomentsRun(parameterCount, numbers) {
            private double decay = DECAY_PER_STEP;
            private double product = 1.0;

            private float gradientRate;

            @Override
            public void exchange(RunState state) {
                super.exchange(state);
                decay = state.number("decay", decay);
                product = state.number("product", product);
            }

            @Override
            void startStep(float rate) {
                super.startStep(rate);
                double momentum = beta1 * (1.0 - 0.5 * decay);
                decay *= DECAY_PER_STEP;
                double nextMomentum = beta1 * (1.0 - 0.5 * decay);
                product *= momentum;
                meanRate = (float) (rate * nextMomentum / (1.0 - product * nextMomentum));
                gradientRate = (float) (rate * (1.0 - momentum) / (1.0 - product));
            }

            @Override
            void update(float[] parameters, float[] gradients, float rate, int from, int to) {
                for (int i = from; i < to; i++) {
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
