package dev.netwright.runtime.kernel;

/** Finds the largest magnitude of an array, which tells whether all values are finite, in one pass without branches. */
interface Magnitudes {
    /** Fewer values are not worth a call. */
    int FEW = 16;

    /**
     * The bits of the largest {@code |value|}; 0 where there is none. Read as an integer they are in the order of the magnitudes, and
     * those of NaN are larger than those of infinity.
     */
    default int largestBits(float[] values, int from, int to) {
        return largestBitsOfFew(values, from, to);
    }

    /** The same for a few values, whose loop goes into the caller. */
    static int largestBitsOfFew(float[] values, int from, int to) {
        int first = 0;
        int second = 0;
        int i = from;
        for (; i + 1 < to; i += 2) {
            first = Math.max(first, Float.floatToRawIntBits(values[i]) & Integer.MAX_VALUE);
            second = Math.max(second, Float.floatToRawIntBits(values[i + 1]) & Integer.MAX_VALUE);
        }
        if (i < to) {
            first = Math.max(first, Float.floatToRawIntBits(values[i]) & Integer.MAX_VALUE);
        }
        return Math.max(first, second);
    }
}
