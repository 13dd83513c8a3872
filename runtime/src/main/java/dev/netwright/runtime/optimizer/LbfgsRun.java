package dev.netwright.runtime.optimizer;

/** One run of L-BFGS: a direction from the history, and a search along it. */
final class LbfgsRun implements Optimizer.Run {
    private final FiniteCheck check = new FiniteCheck(FiniteCheck.ANY_FINITE);
    private final LbfgsHistory history;
    private final LineSearch search;
    private final double[] direction;
    private final float[] startParameters;
    private final float[] startGradients;

    LbfgsRun(int parameterCount, int history) {
        this.history = new LbfgsHistory(parameterCount, history);
        this.direction = new double[parameterCount];
        this.startParameters = new float[parameterCount];
        this.startGradients = new float[parameterCount];
        this.search = new LineSearch(startParameters, direction);
    }

    @Override
    public double step(Objective objective, float learningRate) {
        StepCheck.check(objective, direction.length, learningRate);
        double loss = objective.evaluate();
        check.check(loss, objective);
        System.arraycopy(objective.parameters(), 0, startParameters, 0, startParameters.length);
        System.arraycopy(objective.gradients(), 0, startGradients, 0, startGradients.length);
        double slope = findDirection();
        if (!(slope < 0.0)) {
            // Rounding has spoilt the history: begin again with the steepest descent.
            history.clear();
            slope = findDirection();
        }
        if (learningRate > 0f && slope < 0.0) {
            double length = history.isEmpty() ? learningRate * Math.min(1.0, 1.0 / Math.sqrt(-slope)) : learningRate;
            move(objective, loss, slope, length);
        }
        return loss;
    }

    @Override
    public void exchange(RunState state) {
        state.setting("history", history.steps());
        history.exchange(state);
    }

    private void move(Objective objective, double loss, double slope, double firstLength) {
        if (search.search(objective, loss, slope, firstLength)) {
            history.add(startParameters, objective.parameters(), startGradients, objective.gradients());
        } else {
            System.arraycopy(startParameters, 0, objective.parameters(), 0, startParameters.length);
            history.clear();
            objective.stepRefused();
        }
    }

    /** The slope of the loss along the direction that the history gives. */
    private double findDirection() {
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -startGradients[i];
        }
        history.multiplyByInverseHessian(direction);
        return LineSearch.slope(direction, startGradients);
    }
}
