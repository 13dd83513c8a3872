package dev.netwright.runtime.optimizer;

/**
 * Gradients divided by their running size: {@code s = ρ·s + (1 - ρ)·g², p -= rate·g / (√s + ε)} (Tieleman and Hinton 2012,
 * lecture 6e). One float of state a parameter.
 *
 * <p>ε is added to the root, as in PyTorch; Keras adds it under the root. No momentum and no centring, which are off by
 * default in both.
 */
public final class RmsProp extends Optimizer {
    private final float rho;
    private final float epsilon;

    /**
     * With {@code ρ = 0.9}, as in the lecture and in Keras (PyTorch has 0.99), and {@code ε = 1e-8}.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public RmsProp(float learningRate) {
        this(learningRate, 0.9f, 1e-8f);
    }

    /**
     * With every number given.
     *
     * @param rho     ρ, the share of the mean of squares that a step keeps
     * @param epsilon ε, which keeps the quotient finite
     * @throws IllegalArgumentException if the learning rate or ε is not positive and finite, or ρ not at least 0 and less
     *                                  than 1
     */
    public RmsProp(float learningRate, float rho, float epsilon) {
        super(learningRate);
        this.rho = Hyperparameters.share("Rho", rho);
        this.epsilon = Hyperparameters.positive("Epsilon", epsilon);
    }

    @Override
    public String name() {
        return "RMSProp";
    }

    @Override
    public Run start(int parameterCount) {
        return new FirstOrderRun(parameterCount, FiniteCheck.SQUARES_ADD_UP) {
            private final float[] squares = new float[parameterCount];

            @Override
            public void exchange(RunState state) {
                state.setting("rho", rho);
                state.setting("epsilon", epsilon);
                state.floats("squares", squares);
            }

            @Override
            void update(float[] parameters, float[] gradients, float rate, int from, int to) {
                for (int i = from; i < to; i++) {
                    float g = gradients[i];
                    float s = rho * squares[i] + (1f - rho) * g * g;
                    squares[i] = s;
                    parameters[i] -= rate * g / ((float) Math.sqrt(s) + epsilon);
                }
            }
        };
    }
}
