package dev.netwright.benchmarks.peer;

/** One peer ready for one work. */
public interface Session extends AutoCloseable {
    /**
     * One operation: the forward pass of all rows, or a whole training step.
     *
     * @return something that the operation computed, so that no compiler leaves it out
     */
    float run() throws Exception;

    /** The outputs of the last forward pass, {@code rows x outputSize}. */
    float[] outputs() throws Exception;

    /** The parameters, in the layout of {@link dev.netwright.benchmarks.work.Task#parameters()}. */
    float[] parameters() throws Exception;

    @Override
    default void close() {}
}
