package dev.netwright.benchmarks.work;

/** How a training step moves the parameters. */
public enum Rule {
    /** Not at all: a forward pass. */
    NONE("", 0),
    /** Gradient descent. */
    SGD("SGD", 0.05f),
    /** Rates that shrink with all gradients seen; of Netwright alone. */
    ADAGRAD("Adagrad", 0.01f),
    /** Adaptive moments. */
    ADAM("Adam", 0.001f);

    private final String title;
    private final float learningRate;

    Rule(String title, double learningRate) {
        this.title = title;
        this.learningRate = (float) learningRate;
    }

    /** The name in tables. */
    public String title() {
        return title;
    }

    /** The learning rate of every peer. */
    public float learningRate() {
        return learningRate;
    }
}
