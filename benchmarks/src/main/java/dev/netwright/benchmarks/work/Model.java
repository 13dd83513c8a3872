package dev.netwright.benchmarks.work;

import java.util.SplittableRandom;

/** A network that is measured: a {@link Shape}, from which peers build theirs, or one that is {@link Declared} to Netwright alone. */
public sealed interface Model permits Shape, Declared {
    /** Such as {@code 784-128-10}. */
    String name();

    /** Columns of the network's input. */
    int inputSize();

    /** Columns of the network's output. */
    int outputSize();

    /** Whether it ends in probabilities of classes, and so learns from labels by cross-entropy. */
    boolean isClassifier();

    /** Whether all layers are dense and in a row. */
    boolean isDense();

    /** Multiply-adds of the forward pass of one sample. */
    long multiplyAdds();

    /** Those among them that read the network's inputs, whose gradients no training step needs. */
    long multiplyAddsOfInputs();

    /** The parameters that everybody starts with; none where Netwright alone has the network. */
    float[] parameters(SplittableRandom random);

    /** A value for a column of the input. */
    float feature(int column, SplittableRandom random);
}
