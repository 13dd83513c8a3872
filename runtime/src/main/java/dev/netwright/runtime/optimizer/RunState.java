package dev.netwright.runtime.optimizer;

/**
 * What a run remembers from one step to the next, on its way to a checkpoint or back from one. A run names each of its numbers once, in
 * {@link Optimizer.Run#exchange}, and the same calls serve both ways: what is to be kept is read, what was kept is put in its place.
 *
 * <pre>{@code
 * public void exchange(RunState state) {
 *     state.setting("momentum", momentum);
 *     state.floats("velocity", velocity);
 *     steps = state.count("steps", steps, Long.MAX_VALUE);
 * }
 * }</pre>
 *
 * <p>Names are a run's own, each used once.
 */
public interface RunState {
    /** A number that the optimizer was made with: a checkpoint of a run with another is refused. */
    void setting(String name, Number value);

    /** Numbers that are read or written in place; in every run of the same settings there are as many. */
    void floats(String name, float[] numbers);

    /** The same in double precision. */
    void doubles(String name, double[] numbers);

    /**
     * One number.
     *
     * @param value what it is now
     * @return what it is from now on
     */
    double number(String name, double value);

    /**
     * A whole number from 0 to {@code most}.
     *
     * @param value what it is now
     * @return what it is from now on
     */
    long count(String name, long value, long most);
}
