package dev.netwright.runtime.optimizer;

/**
 * Gradients divided by their running size: {@code s = ρ·s + (1 - ρ)·g², p -= rate·g / (√s + ε)} (Hinton 2012, lecture 6e).
 * One float of state a parameter.
 */
public final class RmsProp extends Optimizer {
    private final float rho;
    private final float epsilon;

    /**
     * With share of the mean of squares that remains 0.9, added to the denominator 1e-8.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public RmsProp(float learningRate) {
        this(learningRate, 0.9f, 1e-8f);
    }

    /**
     * With every number given.
     *
     * @param rho share of the mean of squares that remains; rho
     * @param epsilon added to the denominator; epsilon
     * @throws IllegalArgumentException if a number is out of its range
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
        return new FirstOrderRun() {
            private final float[] squares = new float[parameterCount];

            @Override
            void update(float[] parameters, float[] gradients, float rate) {
                for (int i = 0; i < parameters.length; i++) {
                    float g = gradients[i];
                    float s = rho * squares[i] + (1f - rho) * g * g;
                    squares[i] = s;
                    parameters[i] -= rate * g / ((float) Math.sqrt(s) + epsilon);
                }
            }
        };
    }
}
