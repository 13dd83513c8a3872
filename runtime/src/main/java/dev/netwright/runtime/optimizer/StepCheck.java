package dev.netwright.runtime.optimizer;

/** What every run refuses before it evaluates anything. */
final class StepCheck {
    private StepCheck() {}

    static void check(Objective objective, int parameterCount, float learningRate) {
        Hyperparameters.notNegative("The learning rate of a step", learningRate);
        int found = objective.parameters().length;
        if (found != parameterCount) {
            throw new IllegalArgumentException("The run was started for " + parameterCount
                    + " parameters, but the objective has " + found + "; start a run for each objective.");
        }
    }
}
