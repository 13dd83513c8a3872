package dev.netwright.runtime;

/**
 * A network that estimates one number for a sample. An interface extends this one instead of {@link Network}; its last layer has one unit.
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
