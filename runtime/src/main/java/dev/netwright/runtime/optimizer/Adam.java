package dev.netwright.runtime.optimizer;

/**
 * Adaptive moments: {@code m = β₁·m + (1 - β₁)·g, v = β₂·v + (1 - β₂)·g², p -= rate·m̂ / (√v̂ + ε)} with
 * {@code m̂ = m / (1 - β₁ᵗ), v̂ = v / (1 - β₂ᵗ)} in step t (Kingma and Ba 2015). Two floats of state a parameter.
 *
 * <p>ε is added to the root of v̂, as in the paper's algorithm 1 and in PyTorch. Keras adds it before the bias is corrected.
 */
public final class Adam extends Optimizer {
    private final MomentNumbers numbers;

    /**
     * With {@code β₁ = 0.9, β₂ = 0.999} and {@code ε = 1e-8}, as in PyTorch.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public Adam(float learningRate) {
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
    public Adam(float learningRate, float beta1, float beta2, float epsilon) {
        this(learningRate, new MomentNumbers(beta1, beta2, epsilon));
    }

    private Adam(float learningRate, MomentNumbers numbers) {
        super(learningRate);
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "Adam";
    }

    @Override
    public Run start(int parameterCount) {
        return new MomentsRun(parameterCount, numbers) {
            @Override
            void update(float[] parameters, float[] gradients, float rate, int from, int to) {
                for (int i = from; i < to; i++) {
                    float g = gradients[i];
                    float m = beta1 * means[i] + (1f - beta1) * g;
                    float v = beta2 * squares[i] + (1f - beta2) * g * g;
                    means[i] = m;
                    squares[i] = v;
                    parameters[i] -= meanRate * m / (rootScale * (float) Math.sqrt(v) + epsilon);
                }
            }
        };
    }
}
