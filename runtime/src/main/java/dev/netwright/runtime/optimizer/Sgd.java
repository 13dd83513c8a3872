package dev.netwright.runtime.optimizer;

/**
 * Gradient descent on batches: {@code p -= rate·g} (Robbins and Monro 1951). No state.
 */
public final class Sgd extends Optimizer {
    /**
     * With every number given.
     *
     * @throws IllegalArgumentException if a number is out of its range
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
        return new FirstOrderRun() {
            @Override
            void update(float[] parameters, float[] gradients, float rate) {
                for (int i = 0; i < parameters.length; i++) {
                    parameters[i] -= rate * gradients[i];
                }
            }
        };
    }
}
