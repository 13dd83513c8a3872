package dev.netwright.runtime.kernel;

/**
 * In how many parts the sum of a pre-activation is taken. Each addition waits some cycles for the one before, so for a single
 * sample a layer of few units would wait most of the time. Its sums are therefore cut into parts that processors add up side by
 * side:
 *
 * <pre>{@code
 * z = ((b + x₀·w₀ + ... ) + (0 + xₙ·wₙ + ...)) + ...
 * }</pre>
 *
 * <p>The parts are equally long and the last takes what is left over; each adds its inputs in ascending order, and then the parts are
 * added in ascending order. The shape of the layer alone decides how many there are, so that every implementation gives the
 * same bits. With many units there is one part: the units themselves keep a processor busy.
 */
public final class SumParts {
    /** Below this a sum is so short that adding up parts costs what it saves. The planner of generated code knows it too. */
    private static final int LEAST_INPUTS = 24;

    private static final int LEAST_INPUTS_OF_FOUR = 64;
    private static final int MOST_UNITS_OF_FOUR = 32;
    private static final int MOST_UNITS_OF_TWO = 64;

    private SumParts() {}

    /**
     * 1, 2 or 4.
     *
     * @param inputs of the layer, the length of the sum
     * @param units  of the layer, how many sums there are
     */
    public static int of(int inputs, int units) {
        if (inputs < LEAST_INPUTS || units > MOST_UNITS_OF_TWO) {
            return 1;
        }
        return inputs >= LEAST_INPUTS_OF_FOUR && units <= MOST_UNITS_OF_FOUR ? 4 : 2;
    }
}
