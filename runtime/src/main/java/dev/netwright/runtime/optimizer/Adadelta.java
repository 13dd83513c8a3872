package dev.netwright.runtime.optimizer;

/**
 * Steps in the units of the parameters: {@code s = ρ·s + (1 - ρ)·g², d = √(u + ε) / √(s + ε)·g, u = ρ·u + (1 - ρ)·d²,
 * p -= rate·d} (Zeiler 2012, where the rate is 1). Two floats of state a parameter.
 */
public final class Adadelta extends Optimizer {
    private final float rho;
    private final float epsilon;

    /**
     * With share of both means of squares that remains 0.95, added to the denominator 1e-6.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public Adadelta(float learningRate) {
        this(learningRate, 0.95f, 1e-6f);
    }

    /**
     * With every number given.
     *
     * @param rho share of both means of squares that remains; rho
     * @param epsilon added to the denominator; epsilon
     * @throws IllegalArgumentException if a number is out of its range
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
        return new FirstOrderRun() {
            private final float[] squares = new float[parameterCount];
            private final float[] updates = new float[parameterCount];

            @Override
            void update(float[] parameters, float[] gradients, float rate) {
                for (int i = 0; i < parameters.length; i++) {
                    float g = gradients[i];
                    float s = rho * squares[i] + (1f - rho) * g * g;
                    float d = (float) Math.sqrt(updates[i] + epsilon) / (float) Math.sqrt(s + epsilon) * g;
                    squares[i] = s;
                    updates[i] = rho * updates[i] + (1f - rho) * d * d;
                    parameters[i] -= rate * d;
                }
            }
        };
    }
}
