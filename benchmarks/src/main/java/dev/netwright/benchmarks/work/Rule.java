package dev.netwright.benchmarks.work;

/** How a training step moves the parameters. */
public enum Rule {
    /** Not at all: a forward pass. */
    NONE(0),
    /** Gradient descent. */
    SGD(0.05f),
    /** Adaptive moments. */
    ADAM(0.001f);

    private final float learningRate;

    Rule(double learningRate) {
        this.learningRate = (float) learningRate;
    }

    /** The learning rate of every peer. */
    public float learningRate() {
        return learningRate;
    }
}
