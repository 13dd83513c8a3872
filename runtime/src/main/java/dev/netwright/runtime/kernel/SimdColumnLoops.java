package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Loops over the runs of {@link ConvolutionColumns}. Four vectors at a time: short runs are no loop at all then. */
final class SimdColumnLoops {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private SimdColumnLoops() {}

    /** Copies some columns of the sample that begins at {@code sampleAt}, one after the other. */
    static void copyColumns(
            ConvolutionColumns of, float[] x, int sampleAt, int firstColumn, int columns, float[] copies) {
        for (int i = 0; i < columns; i++) {
            copyColumn(of, x, sampleAt, firstColumn + i, copies, i * of.columnSize());
        }
    }

    private static void copyColumn(ConvolutionColumns of, float[] x, int sampleAt, int column, float[] to, int at) {
        int left = of.left(column);
        if (!of.isInside(left)) {
            of.copy(x, sampleAt, column, to, at);
            return;
        }
        int first = of.firstRun();
        int from = sampleAt + of.sampleOffset() + first * of.rowSize + left;
        int target = at + first * of.runSize;
        copyRuns(x, from, of.rowSize, to, target, of.endOfRuns() - first, of.runSize);
        of.clearPadding(to, at);
    }

    /**
     * Copies runs together, in ascending order and as whole vectors: each spills into the next, and the last into what lies behind.
     *
     * @param stride from one run to the next in {@code x}; in the copy they follow one another
     */
    private static void copyRuns(float[] x, int at, int stride, float[] copy, int copyAt, int runs, int size) {
        int lastStart = x.length - LANES;
        int from = at;
        int to = copyAt;
        int run = 0;
        if (size <= 2 * LANES) {
            // All runs but the last of the array, one or two vectors each. Short runs are many.
            int second = size > LANES ? LANES : 0;
            int safe = Math.min(runs, Math.max(0, lastStart - second - at + stride) / stride);
            if (second == 0) {
                for (; run < safe; run++) {
                    FloatVector.fromArray(SPECIES, x, from).intoArray(copy, to);
                    from += stride;
                    to += size;
                }
            } else {
                for (; run < safe; run++) {
                    FloatVector.fromArray(SPECIES, x, from).intoArray(copy, to);
                    FloatVector.fromArray(SPECIES, x, from + LANES).intoArray(copy, to + LANES);
                    from += stride;
                    to += size;
                }
            }
        }
        for (; run < runs; run++) {
            int i = 0;
            for (; i + 3 * LANES < size && from + i + 3 * LANES <= lastStart; i += 4 * LANES) {
                FloatVector.fromArray(SPECIES, x, from + i).intoArray(copy, to + i);
                FloatVector.fromArray(SPECIES, x, from + i + LANES).intoArray(copy, to + i + LANES);
                FloatVector.fromArray(SPECIES, x, from + i + 2 * LANES).intoArray(copy, to + i + 2 * LANES);
                FloatVector.fromArray(SPECIES, x, from + i + 3 * LANES).intoArray(copy, to + i + 3 * LANES);
            }
            for (; i + LANES < size && from + i + LANES <= lastStart; i += 2 * LANES) {
                FloatVector.fromArray(SPECIES, x, from + i).intoArray(copy, to + i);
                FloatVector.fromArray(SPECIES, x, from + i + LANES).intoArray(copy, to + i + LANES);
            }
            for (; i < size && from + i <= lastStart; i += LANES) {
                FloatVector.fromArray(SPECIES, x, from + i).intoArray(copy, to + i);
            }
            for (; i < size; i++) {
                copy[to + i] = x[from + i];
            }
            from += stride;
            to += size;
        }
    }

    /**
     * Adds runs of values to others. The last vector of a run may overlap the one before, and is loaded before that is stored.
     *
     * @param stride     from one run to the next in {@code values}
     * @param sumsStride from one run to the next in {@code sums}; 0 to add all runs to one
     */
    static void addRuns(
            float[] values, int at, int stride, float[] sums, int sumsAt, int sumsStride, int runs, int size) {
        int from = at;
        int to = sumsAt;
        int last = size - LANES;
        for (int run = 0; run < runs; run++) {
            if (last < 0) {
                for (int i = 0; i < size; i++) {
                    sums[to + i] += values[from + i];
                }
            } else {
                FloatVector ofLast = FloatVector.fromArray(SPECIES, sums, to + last)
                        .add(FloatVector.fromArray(SPECIES, values, from + last));
                int i = 0;
                for (; i + 3 * LANES < last; i += 4 * LANES) {
                    FloatVector.fromArray(SPECIES, sums, to + i)
                            .add(FloatVector.fromArray(SPECIES, values, from + i))
                            .intoArray(sums, to + i);
                    FloatVector.fromArray(SPECIES, sums, to + i + LANES)
                            .add(FloatVector.fromArray(SPECIES, values, from + i + LANES))
                            .intoArray(sums, to + i + LANES);
                    FloatVector.fromArray(SPECIES, sums, to + i + 2 * LANES)
                            .add(FloatVector.fromArray(SPECIES, values, from + i + 2 * LANES))
                            .intoArray(sums, to + i + 2 * LANES);
                    FloatVector.fromArray(SPECIES, sums, to + i + 3 * LANES)
                            .add(FloatVector.fromArray(SPECIES, values, from + i + 3 * LANES))
                            .intoArray(sums, to + i + 3 * LANES);
                }
                for (; i < last; i += LANES) {
                    FloatVector.fromArray(SPECIES, sums, to + i)
                            .add(FloatVector.fromArray(SPECIES, values, from + i))
                            .intoArray(sums, to + i);
                }
                ofLast.intoArray(sums, to + last);
            }
            from += stride;
            to += sumsStride;
        }
    }
}
