package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link Magnitudes} on vectors, four side by side, since each maximum waits for the one before. */
final class SimdMagnitudes implements Magnitudes {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int SIGN_AWAY = Integer.MAX_VALUE;

    @Override
    public int largestBits(float[] values, int from, int to) {
        int at = from;
        int largest = 0;
        if (to - from >= LANES) {
            IntVector first = FloatVector.fromArray(SPECIES, values, at)
                    .reinterpretAsInts()
                    .and(SIGN_AWAY);
            IntVector second = IntVector.broadcast(INTS, 0);
            IntVector third = IntVector.broadcast(INTS, 0);
            IntVector fourth = IntVector.broadcast(INTS, 0);
            for (; at + 4 * LANES <= to; at += 4 * LANES) {
                first = first.max(FloatVector.fromArray(SPECIES, values, at)
                        .reinterpretAsInts()
                        .and(SIGN_AWAY));
                second = second.max(FloatVector.fromArray(SPECIES, values, at + LANES)
                        .reinterpretAsInts()
                        .and(SIGN_AWAY));
                third = third.max(FloatVector.fromArray(SPECIES, values, at + 2 * LANES)
                        .reinterpretAsInts()
                        .and(SIGN_AWAY));
                fourth = fourth.max(FloatVector.fromArray(SPECIES, values, at + 3 * LANES)
                        .reinterpretAsInts()
                        .and(SIGN_AWAY));
            }
            for (; at + LANES <= to; at += LANES) {
                first = first.max(FloatVector.fromArray(SPECIES, values, at)
                        .reinterpretAsInts()
                        .and(SIGN_AWAY));
            }
            // A last vector may overlap the one before: a maximum may see an element twice.
            first = first.max(FloatVector.fromArray(SPECIES, values, to - LANES)
                    .reinterpretAsInts()
                    .and(SIGN_AWAY));
            largest = first.max(second).max(third.max(fourth)).reduceLanes(VectorOperators.MAX);
            at = to;
        }
        for (; at < to; at++) {
            largest = Math.max(largest, Float.floatToRawIntBits(values[at]) & SIGN_AWAY);
        }
        return largest;
    }
}
