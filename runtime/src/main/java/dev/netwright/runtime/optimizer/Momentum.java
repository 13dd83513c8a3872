package dev.netwright.runtime.optimizer;

/**
 * Gradient descent with momentum: {@code v = momentum·v + g, p -= rate·v} (Polyak 1964). One float of state a parameter.
 *
 * <p>The rate stands outside the velocity, as in PyTorch: a schedule that changes it changes the whole next step. Keras has it
 * inside, {@code v = momentum·v - rate·g, p += v}, which is the same while the rate stays.
 */
public final class Momentum extends Optimizer {
    private final float momentum;

    /**
     * With a momentum of 0.9.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public Momentum(float learningRate) {
        this(learningRate, 0.9f);
    }

    /**
     * With every number given.
     *
     * @param momentum the share of the velocity that a step keeps
     * @throws IllegalArgumentException if the learning rate is not positive and finite, or the momentum not at least 0 and
     *                                  less than 1
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
                    float v = momentum * velocity[i] + gradients[i];
                    velocity[i] = v;
                    parameters[i] -= rate * v;
                }
            }
        };
    }
}
