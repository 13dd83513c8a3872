package dev.netwright.runtime.optimizer;

/**
 * Limited-memory BFGS: a quasi-Newton direction from the last few steps (Nocedal 1980), and along it a step that meets the
 * strong Wolfe conditions (Nocedal and Wright 2006, algorithms 3.5, 3.6 and 7.4). For full batches of small networks. A
 * step evaluates the loss several times; a probe that is infinite or NaN counts as too far. The learning rate is the
 * first step length tried, usually 1. State: {@code 2·history + 3} doubles a parameter.
 */
public final class Lbfgs extends Optimizer {
    private static final int DEFAULT_HISTORY = 10;

    private final int history;

    /** With a history of 10 steps. */
    public Lbfgs() {
        this(DEFAULT_HISTORY);
    }

    /**
     * With the number of steps that the direction is made from.
     *
     * @throws IllegalArgumentException if {@code history} is less than 1
     */
    public Lbfgs(int history) {
        super(1f);
        if (history < 1) {
            throw new IllegalArgumentException(
                    "The history of L-BFGS must be at least 1 step, but is " + history + ".");
        }
        this.history = history;
    }

    @Override
    public String name() {
        return "L-BFGS";
    }

    @Override
    public boolean needsFullBatch() {
        return true;
    }

    @Override
    public Run start(int parameterCount) {
        return new LbfgsRun(parameterCount, history);
    }
}
