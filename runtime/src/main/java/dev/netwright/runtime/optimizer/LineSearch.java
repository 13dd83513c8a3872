package dev.netwright.runtime.optimizer;

/**
 * A search along a line for a step that meets the strong Wolfe conditions: the loss falls enough, and its slope has
 * flattened enough (Nocedal and Wright 2006, algorithms 3.5 and 3.6).
 */
final class LineSearch {
    private static final double ENOUGH_DECREASE = 1e-4;
    private static final double ENOUGH_FLATTENING = 0.9;
    private static final int MOST_EVALUATIONS = 25;

    private final float[] start;
    private final double[] direction;
    /** Where the search stands; {@code low} and {@code high} are the ends of the interval, the one of smaller loss first. */
    private final Probe probe = new Probe();

    private final Probe low = new Probe();
    private final Probe high = new Probe();
    private double startLoss;
    private double startSlope;
    private int evaluations;

    /** The loss and its slope at one step length. Reused, so that a search allocates nothing. */
    private static final class Probe {
        private double length;
        private double loss;
        private double slope;

        void set(double newLength, double newLoss, double newSlope) {
            length = newLength;
            loss = newLoss;
            slope = newSlope;
        }

        void set(Probe other) {
            set(other.length, other.loss, other.slope);
        }
    }

    /** Both arrays are live: a search begins at {@code start} and goes along {@code direction} as they then are. */
    LineSearch(float[] start, double[] direction) {
        this.start = start;
        this.direction = direction;
    }

    /**
     * Leaves the objective at the step that was found, with its gradients.
     *
     * @return whether a step was found that makes the loss smaller
     */
    boolean search(Objective objective, double loss, double slope, double firstLength) {
        startLoss = loss;
        startSlope = slope;
        evaluations = 0;
        low.set(0.0, loss, slope);
        double length = firstLength;
        while (evaluations < MOST_EVALUATIONS) {
            evaluate(objective, length);
            if (isTooHigh() || (low.length > 0.0 && probe.loss >= low.loss)) {
                high.set(probe);
                return zoom(objective);
            }
            if (isFlat()) {
                return true;
            }
            if (probe.slope >= 0.0) {
                high.set(low);
                low.set(probe);
                return zoom(objective);
            }
            low.set(probe);
            length *= 2.0;
        }
        // The loss fell all the way: take the farthest step.
        return true;
    }

    /** The interval holds a good step: makes it smaller until one is found. */
    private boolean zoom(Objective objective) {
        while (evaluations < MOST_EVALUATIONS) {
            evaluate(objective, between());
            if (isTooHigh() || probe.loss >= low.loss) {
                high.set(probe);
                continue;
            }
            if (isFlat()) {
                return true;
            }
            if (probe.slope * (high.length - low.length) >= 0.0) {
                high.set(low);
            }
            low.set(probe);
        }
        if (low.length == 0.0) {
            return false;
        }
        evaluate(objective, low.length);
        return true;
    }

    /** The lowest point of the parabola through what is known, kept inside the interval; else its middle. */
    private double between() {
        double width = high.length - low.length;
        double bend = high.loss - low.loss - low.slope * width;
        double share = -0.5 * low.slope * width / bend;
        return low.length + width * (share > 0.1 && share < 0.9 ? share : 0.5);
    }

    private boolean isTooHigh() {
        return !(probe.loss <= startLoss + ENOUGH_DECREASE * probe.length * startSlope);
    }

    private boolean isFlat() {
        return Math.abs(probe.slope) <= -ENOUGH_FLATTENING * startSlope;
    }

    /** A loss or slope that is not finite counts as infinitely high. */
    private void evaluate(Objective objective, double length) {
        evaluations++;
        float[] parameters = objective.parameters();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) (start[i] + length * direction[i]);
        }
        double loss = objective.evaluate();
        double slope = slope(direction, objective.gradients());
        boolean isFinite = Double.isFinite(loss) && Double.isFinite(slope);
        probe.set(length, isFinite ? loss : Double.POSITIVE_INFINITY, isFinite ? slope : 0.0);
    }

    /** How steeply the loss rises along the direction; infinite or NaN where a gradient is. */
    static double slope(double[] direction, float[] gradients) {
        double sum = 0.0;
        for (int i = 0; i < direction.length; i++) {
            sum += direction[i] * gradients[i];
        }
        return sum;
    }
}
