package dev.netwright.runtime.optimizer;

/**
 * Steps in the units of the parameters: {@code s = ρ·s + (1 - ρ)·g², d = √(u + ε) / √(s + ε)·g, u = ρ·u + (1 - ρ)·d²,
 * p -= rate·d} (Zeiler 2012). ε stands under the roots, as in the paper. Two floats of state a parameter.
 *
 * <p>The paper has no learning rate: 1 is its algorithm, and PyTorch's default.
 */
public final class Adadelta extends Optimizer {
    private final float rho;
    private final float epsilon;

    /** The algorithm of the paper: with a learning rate of 1, {@code ρ = 0.95} and {@code ε = 1e-6}. */
    public Adadelta() {
        this(1f);
    }

    /**
     * With {@code ρ = 0.95} and {@code ε = 1e-6}, as in the paper (PyTorch has {@code ρ = 0.9}).
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public Adadelta(float learningRate) {
        this(learningRate, 0.95f, 1e-6f);
    }

    /**
     * With every number given.
     *
     * @param rho     ρ, the share of both means of squares that a step keeps
     * @param epsilon ε, which sets the size of the first steps
     * @throws IllegalArgumentException if the learning rate or ε is not positive and finite, or ρ not at least 0 and less
     *                                  than 1
     */
    public Adadelta(float learningRate, float rho, float epsilon) {
        super(learningRate);
        this.rho = Hyperparameters.share("Rho", rho);
        this.epsilon = Hyperparameters.positive("Epsilon", epsilon);
    }

    @Override
    public String name() {
        return "Adadelta";
    }

    @Override
    public Run start(int parameterCount) {
        return new FirstOrderRun(parameterCount, FiniteCheck.SQUARES_ADD_UP) {
            private final float[] squares = new float[parameterCount];
            private final float[] updates = new float[parameterCount];

            @Override
            public void exchange(RunState state) {
                state.setting("rho", rho);
                state.setting("epsilon", epsilon);
                state.floats("squares", squares);
                state.floats("updates", updates);
            }

            @Override
            void update(float[] parameters, float[] gradients, float rate, int from, int to) {
                for (int i = from; i < to; i++) {
                    float g = gradients[i];
                    float u = updates[i];
                    float s = rho * squares[i] + (1f - rho) * g * g;
                    float d = (float) Math.sqrt(u + epsilon) / (float) Math.sqrt(s + epsilon) * g;
                    squares[i] = s;
                    updates[i] = rho * u + (1f - rho) * d * d;
                    parameters[i] -= rate * d;
                }
            }
        };
    }
}
