package dev.netwright.runtime;

/**
 * A network that tells to which of several classes a sample belongs. An interface extends this one instead of {@link Network}; its last
 * layer has {@code labels = L.class} and {@code activation = SOFTMAX}, so that its outputs are the probabilities of the constants.
 * Two classes are a softmax over two units, which is the sigmoid of their difference. With {@code @OnnxModel} the file has the layers, and S and L say what
 * its columns and classes are.
 *
 * @param <S> samples: the record of the network's only input, or {@code float[]} where that is no record
 * @param <L> the classes
 */
public interface Classifier<S, L extends Enum<L>> extends Network {
    /**
     * The most probable class; of equally probable ones the first. Allocates nothing once warm.
     *
     * @throws IllegalArgumentException if a feature is missing that must not be, or is not finite
     * @throws IllegalStateException    if a probability is NaN, because parameters are not finite
     */
    L classify(S sample);

    /**
     * The probability of each class, in the order of the constants.
     *
     * @return a new array, {@code 1 x constants}
     * @throws IllegalArgumentException if a feature is missing that must not be, or is not finite
     */
    float[] probabilities(S sample);

    @Override
    Classifier<S, L> copy();
}
