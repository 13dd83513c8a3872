package dev.netwright.runtime.optimizer;

/**
 * Rates that shrink with all gradients seen: {@code s += g², p -= rate·g / (√s + ε)} (Duchi et al. 2011). One float of
 * state a parameter.
 *
 * <p>The sum starts at 0, as in the paper and in PyTorch; Keras starts it at 0.1.
 *
 * <p>A gradient of 0 moves nothing. So of an embedding's table a step goes through those rows alone that the batch picked, and rows that
 * are seldom picked keep a large rate.
 */
public final class Adagrad extends Optimizer {
    private final float epsilon;

    /**
     * With {@code ε = 1e-10}, as in PyTorch.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public Adagrad(float learningRate) {
        this(learningRate, 1e-10f);
    }

    /**
     * With every number given.
     *
     * @param epsilon ε, which keeps the first quotients finite
     * @throws IllegalArgumentException if the learning rate or ε is not positive and finite
     */
    public Adagrad(float learningRate, float epsilon) {
        super(learningRate);
        this.epsilon = Hyperparameters.positive("Epsilon", epsilon);
    }

    @Override
    public String name() {
        return "Adagrad";
    }

    @Override
    public Run start(int parameterCount) {
        return new FirstOrderRun(parameterCount, FiniteCheck.SQUARES_ADD_UP) {
            private final float[] squares = new float[parameterCount];

            @Override
            public void exchange(RunState state) {
                state.setting("epsilon", epsilon);
                state.floats("squares", squares);
            }

            @Override
            boolean restsAtZero() {
                return true;
            }

            @Override
            void update(float[] parameters, float[] gradients, float rate, int from, int to) {
                for (int i = from; i < to; i++) {
                    float g = gradients[i];
                    float s = squares[i] + g * g;
                    squares[i] = s;
                    parameters[i] -= rate * g / ((float) Math.sqrt(s) + epsilon);
                }
            }
        };
    }
}
