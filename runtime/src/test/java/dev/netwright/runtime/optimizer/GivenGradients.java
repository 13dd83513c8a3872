package dev.netwright.runtime.optimizer;

import java.util.ArrayDeque;
import java.util.Deque;

/** An objective whose losses and gradients are given in advance, whatever its parameters are. */
final class GivenGradients implements Objective {
    private final float[] parameters;
    private final float[] gradients;
    private final Deque<Double> losses = new ArrayDeque<>();
    private final Deque<float[]> given = new ArrayDeque<>();
    private int evaluations;

    GivenGradients(float... parameters) {
        this.parameters = parameters.clone();
        this.gradients = new float[parameters.length];
    }

    /** What the next evaluation finds. */
    GivenGradients then(double loss, float... gradients) {
        losses.add(loss);
        given.add(gradients.clone());
        return this;
    }

    int evaluations() {
        return evaluations;
    }

    @Override
    public float[] parameters() {
        return parameters;
    }

    @Override
    public float[] gradients() {
        return gradients;
    }

    @Override
    public double evaluate() {
        evaluations++;
        System.arraycopy(given.remove(), 0, gradients, 0, gradients.length);
        return losses.remove();
    }
}
