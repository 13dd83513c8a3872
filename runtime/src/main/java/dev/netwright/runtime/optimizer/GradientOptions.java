package dev.netwright.runtime.optimizer;

/** An optimizer whose gradients are decayed and clipped before it sees them. */
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
        return optimizer instanceof GradientOptions options
                ? options
                : new GradientOptions(optimizer, 0f, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY);
    }

    @Override
    public Optimizer weightDecay(float newDecay) {
        Hyperparameters.notNegative("Weight decay", newDecay);
        // An optimizer with a decay of its own keeps it apart from the gradient.
        return inner instanceof DecoupledDecay decoupled
                ? new GradientOptions(decoupled.withDecay(newDecay), decay, valueLimit, normLimit)
                : new GradientOptions(inner, newDecay, valueLimit, normLimit);
    }

    @Override
    public Optimizer clipValue(float limit) {
        checkClipping();
        return new GradientOptions(inner, decay, Hyperparameters.positive("The limit of a gradient", limit), normLimit);
    }

    @Override
    public Optimizer clipNorm(float limit) {
        checkClipping();
        float positive = Hyperparameters.positive("The limit of the gradients' norm", limit);
        return new GradientOptions(inner, decay, valueLimit, positive);
    }

    private void checkClipping() {
        if (inner instanceof Lbfgs) {
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
    public Run start(int parameterCount) {
        Run run = inner.start(parameterCount);
        PreparedObjective prepared = new PreparedObjective();
        return (objective, rate) -> {
            prepared.objective = objective;
            return run.step(prepared, rate);
        };
    }

    /** The objective with its gradients prepared; for optimizers that search for a smaller loss, with the penalty too. */
    private final class PreparedObjective implements Objective {
        private Objective objective = NO_OBJECTIVE;

        @Override
        public float[] parameters() {
            return objective.parameters();
        }

        @Override
        public float[] gradients() {
            return objective.gradients();
        }

        @Override
        public double evaluate() {
            double loss = objective.evaluate();
            float[] gradients = objective.gradients();
            if (decay != 0f) {
                loss += addDecay(objective.parameters(), gradients);
            }
            if (valueLimit != Float.POSITIVE_INFINITY) {
                clipEach(gradients);
            }
            if (normLimit != Float.POSITIVE_INFINITY) {
                clipNorm(gradients);
            }
            return loss;
        }

        private double addDecay(float[] parameters, float[] gradients) {
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] = Math.fma(decay, parameters[i], gradients[i]);
            }
            return inner instanceof Lbfgs ? 0.5 * decay * sumOfSquares(parameters) : 0.0;
        }

        private void clipEach(float[] gradients) {
            for (int i = 0; i < gradients.length; i++) {
                // Written so that a NaN stays one: it must be found, and not clipped away.
                gradients[i] = gradients[i] > valueLimit
                        ? valueLimit
                        : gradients[i] < -valueLimit ? -valueLimit : gradients[i];
            }
        }

        private void clipNorm(float[] gradients) {
            double norm = Math.sqrt(sumOfSquares(gradients));
            if (norm > normLimit && norm < Double.POSITIVE_INFINITY) {
                float factor = (float) (normLimit / norm);
                for (int i = 0; i < gradients.length; i++) {
                    gradients[i] *= factor;
                }
            }
        }
    }

    private static double sumOfSquares(float[] values) {
        double sum = 0.0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }

    private static final Objective NO_OBJECTIVE = new Objective() {
        @Override
        public float[] parameters() {
            return new float[0];
        }

        @Override
        public float[] gradients() {
            return new float[0];
        }

        @Override
        public double evaluate() {
            return Double.NaN;
        }
    };
}
