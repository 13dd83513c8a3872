package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** How loops over arrays go on vectors. */
final class SimdArrays {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    private SimdArrays() {}

    /**
     * Where the last vector may start: it lies within both arrays. Negative where elements are to be computed one by one,
     * for one of the arrays is shorter than a vector, or both are one, and what is computed twice would be wrong.
     */
    static int lastStart(float[] read, float[] written) {
        return read == written ? -1 : Math.min(read.length, written.length) - LANES;
    }

    static int lastStart(float[] read, float[] readToo, float[] readAsWell, float[] written) {
        return Math.min(
                lastStart(read, written), Math.min(lastStart(readToo, written), lastStart(readAsWell, written)));
    }
}
