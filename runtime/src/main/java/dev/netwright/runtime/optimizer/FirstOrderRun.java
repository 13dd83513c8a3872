package dev.netwright.runtime.optimizer;

/** A run that evaluates once and moves every parameter by a rule of its own. */
abstract class FirstOrderRun implements Optimizer.Run {
    private final int parameterCount;
    private final float largestGradient;

    /**
     * @param largestGradient what the rule can compute with: {@link FiniteCheck#ANY_FINITE}, or {@link
     *                        FiniteCheck#SQUARES_ADD_UP} where it squares
     */
    FirstOrderRun(int parameterCount, float largestGradient) {
        this.parameterCount = parameterCount;
        this.largestGradient = largestGradient;
    }

    /** Moves the parameters; all numbers have been checked. */
    abstract void update(float[] parameters, float[] gradients, float rate);

    @Override
    public final double step(Objective objective, float learningRate) {
        StepCheck.check(objective, parameterCount, learningRate);
        double loss = objective.evaluate();
        FiniteCheck.check(loss, objective.gradients(), largestGradient);
        update(objective.parameters(), objective.gradients(), learningRate);
        return loss;
    }
}
