package dev.netwright.runtime.optimizer;

/**
 * Nesterov's accelerated gradient: {@code v = momentum·v + g, p -= rate·(g + momentum·v)} (Nesterov 1983). One float of
 * state a parameter.
 *
 * <p>Sutskever et al. 2013 look ahead by the momentum and take the gradient there; here, as in PyTorch and Keras, the
 * parameters are those that were looked at (Bengio et al. 2013), so that every gradient is taken where the network is. The rate
 * stands outside the velocity, as with {@link Momentum}.
 */
public final class Nesterov extends Optimizer {
    private final float momentum;

    /**
     * With a momentum of 0.9.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public Nesterov(float learningRate) {
        this(learningRate, 0.9f);
    }

    /**
     * With every number given.
     *
     * @param momentum the share of the velocity that a step keeps
     * @throws IllegalArgumentException if the learning rate is not positive and finite, or the momentum not at least 0 and
     *                                  less than 1
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
        return new FirstOrderRun(parameterCount, FiniteCheck.ANY_FINITE) {
            private final float[] velocity = new float[parameterCount];

            @Override
            public void exchange(RunState state) {
                state.setting("momentum", momentum);
                state.floats("velocity", velocity);
            }

            @Override
            void update(float[] parameters, float[] gradients, float rate, int from, int to) {
                for (int i = from; i < to; i++) {
                    float g = gradients[i];
                    float v = momentum * velocity[i] + g;
                    velocity[i] = v;
                    parameters[i] -= rate * (g + momentum * v);
                }
            }
        };
    }
}
