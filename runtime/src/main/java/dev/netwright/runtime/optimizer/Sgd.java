package dev.netwright.runtime.optimizer;

/**
 * Gradient descent on batches: {@code p -= rate·g} (Robbins and Monro 1951). No state. {@link Momentum} and {@link
 * Nesterov} are its forms with momentum.
 *
 * <p>A gradient of 0 moves nothing. So of an embedding's table a step goes through those rows alone that the batch picked.
 */
public final class Sgd extends Optimizer {
    /**
     * With this learning rate.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public Sgd(float learningRate) {
        super(learningRate);
    }

    @Override
    public String name() {
        return "SGD";
    }

    @Override
    public Run start(int parameterCount) {
        return new FirstOrderRun(parameterCount, FiniteCheck.ANY_FINITE) {
            @Override
            public void exchange(RunState state) {}

            @Override
            boolean restsAtZero() {
                return true;
            }

            @Override
            void update(float[] parameters, float[] gradients, float rate, int from, int to) {
                for (int i = from; i < to; i++) {
                    parameters[i] -= rate * gradients[i];
                }
            }
        };
    }
}
