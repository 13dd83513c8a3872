package dev.netwright.benchmarks.work;

import java.util.SplittableRandom;

/**
 * A network with layers that no {@link Shape} describes. Netwright's declaration of this name says what they are; nobody else is
 * measured with it.
 *
 * @param name                 such as {@code rents}
 * @param inputSize            columns of the input
 * @param tableRows            rows of the table from which the last column picks one; 0 where no column does
 * @param outputSize           columns of all outputs
 * @param isClassifier         whether it ends in probabilities of classes
 * @param multiplyAdds         of the forward pass of one sample
 * @param multiplyAddsOfInputs those that read the network's inputs
 */
public record Declared(
        String name,
        int inputSize,
        int tableRows,
        int outputSize,
        boolean isClassifier,
        long multiplyAdds,
        long multiplyAddsOfInputs)
        implements Model {
    @Override
    public boolean isDense() {
        return false;
    }

    @Override
    public float[] parameters(SplittableRandom random) {
        return new float[0];
    }

    @Override
    public float feature(int column, SplittableRandom random) {
        boolean isIndex = tableRows > 0 && column == inputSize - 1;
        return isIndex ? random.nextInt(tableRows) : (float) (2 * random.nextDouble() - 1);
    }
}
