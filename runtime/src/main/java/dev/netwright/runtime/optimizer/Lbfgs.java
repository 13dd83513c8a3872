package dev.netwright.runtime.optimizer;

/**
 * Limited-memory BFGS: a quasi-Newton direction from the last few steps (Nocedal 1980), and along it a step that meets the
 * strong Wolfe conditions (Nocedal and Wright 2006, algorithms 3.5, 3.6 and 7.4, with their constants 1e-4 and 0.9). For full
 * batches of small networks. State: {@code 2·history + 1} doubles and two floats a parameter.
 *
 * <p>A step evaluates the loss up to 27 times; a probe whose loss or gradient is not finite counts as too far. Where no
 * smaller loss is found, the parameters stay and the history is forgotten. The learning rate, which is 1 before a schedule
 * changes it, scales the first step length tried.
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
    public boolean searchesAlongLine() {
        return true;
    }

    @Override
    public Run start(int parameterCount) {
        return new LbfgsRun(parameterCount, history);
    }
}
