package dev.netwright.runtime.optimizer;

/**
 * How parameters follow their gradients. An optimizer is an immutable description; {@link #start} gives the state of one
 * training run, so one optimizer may serve several.
 */
public abstract class Optimizer {
    /** Anybody may write a kind of their own. */
    protected Optimizer() {}

    /** The name in the field's words, for logs. */
    public abstract String name();

    /** The learning rate before a schedule changes it. */
    public abstract float learningRate();

    /** Whether every step must see the whole training set, as RPROP and L-BFGS need. */
    public boolean needsFullBatch() {
        return false;
    }

    /** The state of one training run over this many parameters. */
    public abstract Run start(int parameterCount);

    /** The state of one training run. For one thread. */
    public interface Run {
        /**
         * Evaluates the objective, once for most optimizers and several times for those that search along a line, and
         * moves the parameters.
         *
         * @param learningRate the rate of this step, as a schedule gives it
         * @return the loss before the step
         * @throws NonFiniteLossException if the loss or a gradient is not finite; the parameters are then unchanged
         */
        double step(Objective objective, float learningRate);
    }
}
