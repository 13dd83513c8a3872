package dev.netwright.runtime.optimizer;

/**
 * Adam with the largest mean of squares so far in the place of the last: {@code w = max(w, v), p -= rate·m̂ / (√ŵ + ε)}
 * with {@code ŵ = w / (1 - β₂ᵗ)} in step t (Reddi et al. 2018). Three floats of state a parameter.
 *
 * <p>The paper corrects no bias. Here, as in PyTorch and Keras, it is corrected as in {@link Adam}, after the maximum is
 * taken of the means as they are.
 */
public final class AmsGrad extends Optimizer {
    private final MomentNumbers numbers;

    /**
     * With {@code β₁ = 0.9, β₂ = 0.999} and {@code ε = 1e-8}, as in PyTorch.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public AmsGrad(float learningRate) {
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
    public AmsGrad(float learningRate, float beta1, float beta2, float epsilon) {
        this(learningRate, new MomentNumbers(beta1, beta2, epsilon));
    }

    private AmsGrad(float learningRate, MomentNumbers numbers) {
        super(learningRate);
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "AMSGrad";
    }

    @Override
    public Run start(int parameterCount) {
        return new MomentsRun(parameterCount, numbers) {
            private final float[] largest = new float[parameterCount];

            @Override
            public void exchange(RunState state) {
                super.exchange(state);
                state.floats("largest", largest);
            }

            @Override
            void update(float[] parameters, float[] gradients, float rate, int from, int to) {
                for (int i = from; i < to; i++) {
                    float g = gradients[i];
                    float m = beta1 * means[i] + (1f - beta1) * g;
                    float v = beta2 * squares[i] + (1f - beta2) * g * g;
                    float w = Math.max(largest[i], v);
                    means[i] = m;
                    squares[i] = v;
                    largest[i] = w;
                    parameters[i] -= meanRate * m / (rootScale * (float) Math.sqrt(w) + epsilon);
                }
            }
        };
    }
}
