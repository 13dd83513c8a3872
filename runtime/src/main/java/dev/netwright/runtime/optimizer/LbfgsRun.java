package dev.netwright.runtime.optimizer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** One run of L-BFGS: the history, the direction that follows from it, and the search along it. */
final class LbfgsRun implements Optimizer.Run {
    /** A change of less curvature than this says nothing about the Hessian. */
    private static final double LEAST_CURVATURE = 1e-10;

    /** How parameters and gradients changed in one step. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared, and seen by this class alone.
    private record Change(double[] parameters, double[] gradients, double curvature) {}

    private final int history;
    private final Deque<Change> changes = new ArrayDeque<>();
    private final double[] direction;
    private final float[] startParameters;
    private final float[] startGradients;

    LbfgsRun(int parameterCount, int history) {
        this.history = history;
        this.direction = new double[parameterCount];
        this.startParameters = new float[parameterCount];
        this.startGradients = new float[parameterCount];
    }

    @Override
    public double step(Objective objective, float learningRate) {
        double loss = objective.evaluate();
        FiniteCheck.check(loss, objective.gradients());
        save(objective);
        findDirection();
        double slope = slope(objective.gradients());
        if (!(slope < 0.0)) {
            // Rounding has spoilt the history: begin again with the steepest descent.
            changes.clear();
            findDirection();
            slope = slope(objective.gradients());
        }
        if (!(slope < 0.0)) {
            return loss;
        }
        double first = changes.isEmpty() ? learningRate * Math.min(1.0, 1.0 / Math.sqrt(-slope)) : learningRate;
        boolean isFound = new LineSearch(objective, startParameters, direction).search(loss, slope, first);
        if (isFound) {
            remember(objective);
        } else {
            restore(objective);
            changes.clear();
        }
        return loss;
    }

    private void save(Objective objective) {
        System.arraycopy(objective.parameters(), 0, startParameters, 0, startParameters.length);
        System.arraycopy(objective.gradients(), 0, startGradients, 0, startGradients.length);
    }

    private void restore(Objective objective) {
        System.arraycopy(startParameters, 0, objective.parameters(), 0, startParameters.length);
    }

    private double slope(float[] gradients) {
        double sum = 0.0;
        for (int i = 0; i < direction.length; i++) {
            sum += direction[i] * gradients[i];
        }
        return sum;
    }

    /** The two loops of algorithm 7.4: minus the inverse Hessian, as the history knows it, times the gradient. */
    private void findDirection() {
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -startGradients[i];
        }
        double[] alphas = new double[changes.size()];
        int c = changes.size();
        for (Iterator<Change> newest = changes.descendingIterator(); newest.hasNext(); ) {
            Change change = newest.next();
            c--;
            alphas[c] = dot(change.parameters(), direction) / change.curvature();
            add(-alphas[c], change.gradients());
        }
        if (!changes.isEmpty()) {
            Change newest = changes.getLast();
            scale(newest.curvature() / dot(newest.gradients(), newest.gradients()));
        }
        for (Change change : changes) {
            double beta = dot(change.gradients(), direction) / change.curvature();
            add(alphas[c] - beta, change.parameters());
            c++;
        }
    }

    private void remember(Objective objective) {
        double[] moved = new double[direction.length];
        double[] turned = new double[direction.length];
        for (int i = 0; i < direction.length; i++) {
            moved[i] = (double) objective.parameters()[i] - startParameters[i];
            turned[i] = (double) objective.gradients()[i] - startGradients[i];
        }
        double curvature = dot(moved, turned);
        if (curvature > LEAST_CURVATURE * dot(turned, turned)) {
            changes.addLast(new Change(moved, turned, curvature));
            if (changes.size() > history) {
                changes.removeFirst();
            }
        }
    }

    private void add(double factor, double[] values) {
        for (int i = 0; i < direction.length; i++) {
            direction[i] += factor * values[i];
        }
    }

    private void scale(double factor) {
        for (int i = 0; i < direction.length; i++) {
            direction[i] *= factor;
        }
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0.0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
