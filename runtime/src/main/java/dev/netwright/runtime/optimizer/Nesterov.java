package dev.netwright.runtime.optimizer;

/**
 * Nesterov's accelerated gradient: {@code v = momentum·v + g, p -= rate·(g + momentum·v)} (Nesterov 1983, in the form of
 * Sutskever et al. 2013). One float of state a parameter.
 */
public final class Nesterov extends Optimizer {
    private final float momentum;

    /**
     * With share of the velocity that remains 0.9.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public Nesterov(float learningRate) {
        this(learningRate, 0.9f);
    }

    /**
     * With every number given.
     *
     * @param momentum share of the velocity that remains; momentum
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Nesterov(float learningRate, float momentum) {
        super(learningRate);
        this.momentum = Hyperparameters.share("Momentum", momentum);
    }

    @Override
    public String name() {
        return "Nesterov momentum";
    }

    @Override
    public Run start(int parameterCount) {
        return new FirstOrderRun() {
            private final float[] velocity = new float[parameterCount];

            @Override
            void update(float[] parameters, float[] gradients, float rate) {
                for (int i = 0; i < parameters.length; i++) {
                    float g = gradients[i];
                    float v = momentum * velocity[i] + g;
                    velocity[i] = v;
                    parameters[i] -= rate * (g + momentum * v);
                }
            }
        };
    }
}
