package dev.netwright.runtime.optimizer;

/**
 * Gradient descent with momentum: {@code v = momentum·v + g, p -= rate·v} (Polyak 1964). One float of state a parameter.
 */
public final class Momentum extends Optimizer {
    private final float momentum;

    /**
     * With share of the velocity that remains 0.9.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public Momentum(float learningRate) {
        this(learningRate, 0.9f);
    }

    /**
     * With every number given.
     *
     * @param momentum share of the velocity that remains; momentum
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Momentum(float learningRate, float momentum) {
        super(learningRate);
        this.momentum = Hyperparameters.share("Momentum", momentum);
    }

    @Override
    public String name() {
        return "momentum";
    }

    @Override
    public Run start(int parameterCount) {
        return new FirstOrderRun() {
            private final float[] velocity = new float[parameterCount];

            @Override
            void update(float[] parameters, float[] gradients, float rate) {
                for (int i = 0; i < parameters.length; i++) {
                    float v = momentum * velocity[i] + gradients[i];
                    velocity[i] = v;
                    parameters[i] -= rate * v;
                }
            }
        };
    }
}
