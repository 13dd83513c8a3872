package dev.netwright.runtime.optimizer;

/**
 * How parameters follow their gradients. An optimizer is an immutable description; {@link #start} gives the state of one
 * training run, so one optimizer may serve several.
 */
public abstract class Optimizer {
    private final float learningRate;

    /**
     * For subclasses.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    protected Optimizer(float learningRate) {
        this.learningRate = Hyperparameters.positive("The learning rate", learningRate);
    }

    /** The name in the field's words, for logs. */
    public abstract String name();

    /** The state of one training run over this many parameters. */
    public abstract Run start(int parameterCount);

    /** The learning rate before a schedule changes it. */
    public final float learningRate() {
        return learningRate;
    }

    /** Whether every step must see the whole training set, as RPROP and L-BFGS need. */
    public boolean needsFullBatch() {
        return false;
    }

    /**
     * The same optimizer with an L2 penalty: {@code decay·p} is added to the gradient of every parameter p before
     * anything else is done with it. {@link AdamW} and {@link Lion} decay weights apart from the gradient instead, as
     * their papers say. An optimizer that searches for a smaller loss sees the penalty {@code decay/2·Σ p²} in it.
     *
     * @throws IllegalArgumentException if {@code decay} is negative or not finite
     */
    public Optimizer weightDecay(float decay) {
        return GradientOptions.of(this).weightDecay(decay);
    }

    /**
     * The same optimizer with every gradient clipped to {@code -limit ... limit}, after a weight decay.
     *
     * @throws IllegalArgumentException      if {@code limit} is not positive and finite
     * @throws UnsupportedOperationException for an optimizer that needs true gradients
     */
    public Optimizer clipValue(float limit) {
        return GradientOptions.of(this).clipValue(limit);
    }

    /**
     * The same optimizer with all gradients scaled down together where their Euclidean norm exceeds {@code limit}
     * (Pascanu et al. 2013), after a weight decay and a clipping by value.
     *
     * @throws IllegalArgumentException      if {@code limit} is not positive and finite
     * @throws UnsupportedOperationException for an optimizer that needs true gradients
     */
    public Optimizer clipNorm(float limit) {
        return GradientOptions.of(this).clipNorm(limit);
    }

    @Override
    public String toString() {
        return name() + " (learning rate " + learningRate + ")";
    }

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
