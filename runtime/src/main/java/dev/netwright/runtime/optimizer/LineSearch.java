package dev.netwright.runtime.optimizer;

/**
 * A search along a line for a step that meets the strong Wolfe conditions: the loss falls enough, and its slope has
 * flattened enough (Nocedal and Wright 2006, algorithms 3.5 and 3.6).
 */
final class LineSearch {
    private static final double ENOUGH_DECREASE = 1e-4;
    private static final double ENOUGH_FLATTENING = 0.9;
    private static final int MOST_EVALUATIONS = 25;

    private final Objective objective;
    private final float[] start;
    private final double[] direction;
    private double startLoss;
    private double startSlope;
    private int evaluations;

    /** The loss and its slope at one step length. */
    private record Probe(double length, double loss, double slope) {}

    LineSearch(Objective objective, float[] start, double[] direction) {
        this.objective = objective;
        this.start = start;
        this.direction = direction;
    }

    /**
     * Leaves the objective at the step that was found, with its gradients.
     *
     * @return whether a step was found that makes the loss smaller
     */
    boolean search(double loss, double slope, double firstLength) {
        startLoss = loss;
        startSlope = slope;
        Probe before = new Probe(0.0, loss, slope);
        double length = firstLength;
        while (evaluations < MOST_EVALUATIONS) {
            Probe probe = probe(length);
            if (isTooHigh(probe) || (before.length() > 0.0 && probe.loss() >= before.loss())) {
                return zoom(before, probe);
            }
            if (isFlat(probe)) {
                return true;
            }
            if (probe.slope() >= 0.0) {
                return zoom(probe, before);
            }
            before = probe;
            length *= 2.0;
        }
        // The loss fell all the way: take the farthest step.
        return true;
    }

    /** The interval holds a good step; {@code low} is its end of smaller loss. */
    private boolean zoom(Probe lowEnd, Probe highEnd) {
        Probe low = lowEnd;
        Probe high = highEnd;
        while (evaluations < MOST_EVALUATIONS) {
            Probe probe = probe(between(low, high));
            if (isTooHigh(probe) || probe.loss() >= low.loss()) {
                high = probe;
                continue;
            }
            if (isFlat(probe)) {
                return true;
            }
            if (probe.slope() * (high.length() - low.length()) >= 0.0) {
                high = low;
            }
            low = probe;
        }
        if (low.length() == 0.0) {
            return false;
        }
        probe(low.length());
        return true;
    }

    /** The lowest point of the parabola through what is known, kept inside the interval; else its middle. */
    private static double between(Probe low, Probe high) {
        double width = high.length() - low.length();
        double middle = low.length() + 0.5 * width;
        if (!Double.isFinite(high.loss())) {
            return middle;
        }
        double bend = high.loss() - low.loss() - low.slope() * width;
        double length = low.length() - 0.5 * low.slope() * width * width / bend;
        double share = (length - low.length()) / width;
        return share > 0.1 && share < 0.9 ? length : middle;
    }

    private boolean isTooHigh(Probe probe) {
        return !(probe.loss() <= startLoss + ENOUGH_DECREASE * probe.length() * startSlope);
    }

    private boolean isFlat(Probe probe) {
        return Math.abs(probe.slope()) <= -ENOUGH_FLATTENING * startSlope;
    }

    /** A loss or slope that is not finite counts as infinitely high. */
    private Probe probe(double length) {
        evaluations++;
        float[] parameters = objective.parameters();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) (start[i] + length * direction[i]);
        }
        double loss = objective.evaluate();
        double slope = 0.0;
        float[] gradients = objective.gradients();
        for (int i = 0; i < gradients.length; i++) {
            slope += direction[i] * gradients[i];
        }
        return Double.isFinite(loss) && Double.isFinite(slope)
                ? new Probe(length, loss, slope)
                : new Probe(length, Double.POSITIVE_INFINITY, 0.0);
    }
}
