package dev.netwright.runtime.optimizer;

/** A run that evaluates once and moves every parameter by a rule of its own. */
abstract class FirstOrderRun implements Optimizer.Run {
    /** Moves the parameters; the gradients are finite. */
    abstract void update(float[] parameters, float[] gradients, float rate);

    @Override
    public final double step(Objective objective, float learningRate) {
        double loss = objective.evaluate();
        FiniteCheck.check(loss, objective.gradients());
        update(objective.parameters(), objective.gradients(), learningRate);
        return loss;
    }
}
