package dev.netwright.runtime.optimizer;

/** A run that evaluates once and moves every parameter by a rule of its own. */
abstract class FirstOrderRun implements Optimizer.Run {
    private final int parameterCount;
    private final FiniteCheck check;
    private final Objective.RangeWork update = this::update;

    private float[] parameters = {};
    private float[] gradients = {};
    private float rate;

    /**
     * @param largestGradient what the rule can compute with: {@link FiniteCheck#ANY_FINITE}, or {@link
     *                        FiniteCheck#SQUARES_ADD_UP} where it squares
     */
    FirstOrderRun(int parameterCount, float largestGradient) {
        this.parameterCount = parameterCount;
        this.check = new FiniteCheck(largestGradient);
    }

    /** What all parameters have in common in this step, before any of them moves; nothing for most rules. */
    void startStep(float rate) {}

    /**
     * Moves the parameters from {@code from} to {@code to - 1}; all numbers have been checked. Several threads may do
     * several ranges at once, so this changes nothing but what belongs to these parameters.
     */
    abstract void update(float[] parameters, float[] gradients, float rate, int from, int to);

    /** Whether a gradient of 0 moves neither its parameter nor its state, so that only others need be gone through. */
    boolean restsAtZero() {
        return false;
    }

    /** As every rule has other numbers, each says which. */
    @Override
    public abstract void exchange(RunState state);

    private void update(int from, int to) {
        update(parameters, gradients, rate, from, to);
    }

    @Override
    public final double step(Objective objective, float learningRate) {
        StepCheck.check(objective, parameterCount, learningRate);
        double loss = objective.evaluate();
        check.check(loss, objective);
        startStep(learningRate);
        parameters = objective.parameters();
        gradients = objective.gradients();
        rate = learningRate;
        if (restsAtZero()) {
            objective.forNonZeroRanges(update);
        } else {
            objective.forRanges(update);
        }
        objective.zerosAreKept();
        return loss;
    }
}
