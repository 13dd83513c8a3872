package dev.netwright.runtime.optimizer;

import java.util.Optional;

/** An optimizer whose gradients are clipped and decayed before it sees them. */
final class GradientOptions extends Optimizer {
    private final Optimizer inner;
    private final float decay;
    private final float valueLimit;
    private final float normLimit;

    private GradientOptions(Optimizer inner, float decay, float valueLimit, float normLimit) {
        super(inner.learningRate());
        this.inner = inner;
        this.decay = decay;
        this.valueLimit = valueLimit;
        this.normLimit = normLimit;
    }

    static GradientOptions of(Optimizer optimizer) {
        return new GradientOptions(optimizer, 0f, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY);
    }

    @Override
    public Optimizer weightDecay(float newDecay) {
        Hyperparameters.notNegative("Weight decay", newDecay);
        // An optimizer with a decay of its own keeps it apart from the gradient.
        return inner instanceof DecoupledDecay decoupled
                ? new GradientOptions(decoupled.weightDecay(newDecay), decay, valueLimit, normLimit)
                : new GradientOptions(inner, newDecay, valueLimit, normLimit);
    }

    @Override
    public Optimizer clipValue(float limit) {
        checkClipping();
        float positive = Hyperparameters.positive("The limit of a gradient", limit);
        return new GradientOptions(inner, decay, positive, normLimit);
    }

    @Override
    public Optimizer clipNorm(float limit) {
        checkClipping();
        float positive = Hyperparameters.positive("The limit of the gradients' norm", limit);
        return new GradientOptions(inner, decay, valueLimit, positive);
    }

    private void checkClipping() {
        if (inner.searchesAlongLine()) {
            throw new UnsupportedOperationException(
                    inner.name()
                            + " compares gradients with losses along a line, so they can not be clipped; leave the clipping out.");
        }
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public boolean needsFullBatch() {
        return inner.needsFullBatch();
    }

    @Override
    public boolean searchesAlongLine() {
        return inner.searchesAlongLine();
    }

    @Override
    public Run start(int parameterCount) {
        return new PreparingRun(inner.start(parameterCount));
    }

    @Override
    public String toString() {
        return inner
                + (valueLimit < Float.POSITIVE_INFINITY ? ", clipped by value to " + valueLimit : "")
                + (normLimit < Float.POSITIVE_INFINITY ? ", clipped by norm to " + normLimit : "")
                + (decay > 0f ? ", weight decay " + decay : "");
    }

    /** The inner optimizer's run over objectives whose gradients are prepared. */
    private final class PreparingRun implements Run {
        private final Run run;
        private final SumOfSquares squares = new SumOfSquares();
        private Optional<PreparedObjective> last = Optional.empty();

        PreparingRun(Run run) {
            this.run = run;
        }

        @Override
        public double step(Objective objective, float rate) {
            // A training run has one objective, so its steps allocate nothing.
            if (last.isEmpty() || last.get().objective != objective) {
                last = Optional.of(new PreparedObjective(objective));
            }
            double penalty = penalty(squares, objective.parameters());
            return run.step(last.get(), rate) - penalty;
        }

        @Override
        public void exchange(RunState state) {
            run.exchange(state);
        }
    }

    private final class PreparedObjective implements Objective {
        private final Objective objective;
        private final FiniteCheck check = new FiniteCheck(FiniteCheck.ANY_FINITE);
        private final SumOfSquares squares = new SumOfSquares();
        private final RangeWork clip = this::clip;
        private final RangeWork scale = this::scale;
        private float factor;

        /** To what is trained alone: others would begin to move. */
        private final RangeWork addDecay = this::addDecay;

        PreparedObjective(Objective objective) {
            this.objective = objective;
        }

        @Override
        public float[] parameters() {
            return objective.parameters();
        }

        @Override
        public float[] gradients() {
            return objective.gradients();
        }

        @Override
        public void forRanges(RangeWork work) {
            objective.forRanges(work);
        }

        /** A decay leaves no gradient at 0. */
        @Override
        public void forNonZeroRanges(RangeWork work) {
            if (decay > 0f) {
                objective.forRanges(work);
            } else {
                objective.forNonZeroRanges(work);
            }
        }

        @Override
        public void forNonZeroRangesInOrder(RangeWork work) {
            if (decay > 0f) {
                work.accept(0, gradients().length);
            } else {
                objective.forNonZeroRangesInOrder(work);
            }
        }

        @Override
        public void zerosAreKept() {
            if (decay == 0f) {
                objective.zerosAreKept();
            }
        }

        @Override
        public void stepRefused() {
            objective.stepRefused();
        }

        @Override
        public double evaluate() {
            double loss = objective.evaluate();
            if (valueLimit < Float.POSITIVE_INFINITY || normLimit < Float.POSITIVE_INFINITY) {
                // An infinite gradient must be found, and not clipped away.
                check.check(loss, objective);
            }
            if (valueLimit < Float.POSITIVE_INFINITY) {
                objective.forNonZeroRangesInOrder(clip);
            }
            if (normLimit < Float.POSITIVE_INFINITY) {
                clipTogether();
            }
            if (decay > 0f) {
                objective.forRanges(addDecay);
            }
            return loss + penalty(squares, parameters());
        }

        private void clip(int from, int to) {
            float[] gradients = gradients();
            for (int i = from; i < to; i++) {
                gradients[i] = Math.max(-valueLimit, Math.min(valueLimit, gradients[i]));
            }
        }

        private void clipTogether() {
            double norm = Math.sqrt(squares.ofGradients(objective));
            if (norm > normLimit) {
                factor = (float) (normLimit / norm);
                objective.forNonZeroRangesInOrder(scale);
            }
        }

        private void scale(int from, int to) {
            float[] gradients = gradients();
            for (int i = from; i < to; i++) {
                gradients[i] *= factor;
            }
        }

        private void addDecay(int from, int to) {
            float[] gradients = gradients();
            float[] parameters = parameters();
            for (int i = from; i < to; i++) {
                gradients[i] += decay * parameters[i];
            }
        }
    }

    /** What the decay adds to the loss, for an optimizer that would miss it there. */
    private double penalty(SumOfSquares squares, float[] parameters) {
        return searchesAlongLine() && decay > 0f ? 0.5 * decay * squares.of(parameters) : 0.0;
    }
}
