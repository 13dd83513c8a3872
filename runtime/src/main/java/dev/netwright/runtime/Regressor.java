package dev.netwright.runtime;

/**
 * A network that estimates one number for a sample. An interface extends this one instead of {@link Network}; its last layer has one unit.
 * With {@code @OnnxModel} the file has the layers, and S says what its columns are.
 *
 * @param <S> samples: the record of the network's only input, or {@code float[]} where that is no record
 */
public interface Regressor<S> extends Network {
    /**
     * The estimate. Allocates nothing once warm.
     *
     * @throws IllegalArgumentException if a feature is missing that must not be, or is not finite
     */
    float estimate(S sample);

    @Override
    Regressor<S> copy();
}
