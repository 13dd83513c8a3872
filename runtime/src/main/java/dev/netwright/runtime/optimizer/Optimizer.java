package dev.netwright.runtime.optimizer;

/**
 * How parameters follow their gradients. An optimizer is an immutable description; {@link #start} gives the state of one
 * training run, so one optimizer may serve several.
 *
 * <p>{@link #clipValue}, {@link #clipNorm} and {@link #weightDecay} may be called in any order: gradients are always
 * clipped by value first, then by norm, and the decay is added last, as by PyTorch's and Keras's usual training loops. Of
 * two calls of one, the last counts.
 *
 * <p>Where a batch picks few rows of an embedding's large table, a step of {@link Sgd} or {@link Adagrad} costs what these rows cost,
 * clipped or not. With every other optimizer, and with any weight decay or a penalty on the table, it goes through the whole table,
 * because parameters move there, or means, whose gradients are 0.
 *
 * <p>In the formulas, p is a parameter, g its gradient, and "rate" the learning rate as a schedule gives it for the step.
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

    /** Whether a step compares losses along a line, which must then be those that the gradients belong to, as {@link Lbfgs} does. */
    public boolean searchesAlongLine() {
        return false;
    }

    /**
     * The same optimizer with an L2 penalty: {@code decay·p} is added to the gradient of every parameter p, biases
     * included, before anything else is done with it. {@link AdamW} and {@link Lion} decay weights apart from the gradient
     * instead, as their papers say; there this replaces the decay they have. {@link Lbfgs}, which searches for a smaller
     * loss, sees the penalty {@code decay/2·Σ p²} in it. 0 is no decay.
     *
     * @throws IllegalArgumentException if {@code decay} is negative or not finite
     */
    public Optimizer weightDecay(float decay) {
        return GradientOptions.of(this).weightDecay(decay);
    }

    /**
     * The same optimizer with every gradient clipped to {@code -limit ... limit}.
     *
     * @throws IllegalArgumentException      if {@code limit} is not positive and finite
     * @throws UnsupportedOperationException for {@link Lbfgs}, which needs true gradients
     */
    public Optimizer clipValue(float limit) {
        return GradientOptions.of(this).clipValue(limit);
    }

    /**
     * The same optimizer with all gradients scaled down together where their Euclidean norm, over all parameters of the
     * network, exceeds {@code limit} (Pascanu et al. 2013).
     *
     * @throws IllegalArgumentException      if {@code limit} is not positive and finite
     * @throws UnsupportedOperationException for {@link Lbfgs}, which needs true gradients
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
         * moves the parameters. The step of a huge rate may still overflow a parameter; {@code Trainer} looks for that.
         *
         * @param learningRate the rate of this step, as a schedule gives it
         * @return the loss before the step, without penalties
         * @throws IllegalArgumentException if the rate is negative or not finite, or if the objective has another number of
         *                                  parameters than the run was started for; nothing has been evaluated then
         * @throws NonFiniteLossException   if the loss or a gradient is not finite, or a gradient so large that sums of its
         *                                  squares could overflow; parameters and state are as they were before the step
         */
        double step(Objective objective, float learningRate);

        /**
         * Names all that this run remembers between two steps, so that a checkpoint can keep it and a later run go on from it with the
         * same bits.
         *
         * @throws UnsupportedOperationException if the run does not say what it remembers, as one of a class of the user's that does not
         *                                       override this
         */
        default void exchange(RunState state) {
            throw new UnsupportedOperationException(getClass().getName()
                    + " does not say what it remembers from one step to the next, so no checkpoint can keep it; override"
                    + " Optimizer.Run.exchange(RunState).");
        }
    }
}
