package dev.netwright.runtime.kernel;

import java.util.Arrays;

/**
 * Sums of columns over any number of rows, each in ascending order of the rows. A float that has grown large takes no notice of what is small
 * beside it, so floats add up {@link #SEGMENT} rows, as vectors do it fast, and doubles add up these segments. Segments are
 * counted from the batch's first row, so how the batch is cut into blocks leaves no trace.
 */
public final class BatchSums {
    /** Rows that floats add up: few enough for their roundings, and so many that what comes between segments costs little. */
    static final int SEGMENT = 1_024;

    /** Of the segment that has begun; 0 where none has. */
    final float[] open;

    private final double[] closed;

    /** For so many sums. */
    public BatchSums(int count) {
        open = new float[count];
        closed = new double[count];
    }

    /** How many of so many rows belong to the same segment as the first of them, which is so far from the batch's first. */
    static int rowsOfSegment(int batchRow, int rows) {
        return Math.min(rows, SEGMENT - batchRow % SEGMENT);
    }

    /** Begins again with some sums. */
    void start(int from, int to) {
        Arrays.fill(open, from, to, 0f);
        Arrays.fill(closed, from, to, 0);
    }

    /** To be called when floats have gone as far as {@code batchRow}; closes the segment that ends there, if one does. */
    void close(int batchRow, int from, int to) {
        if (batchRow % SEGMENT == 0) {
            for (int i = from; i < to; i++) {
                closed[i] += open[i];
                open[i] = 0f;
            }
        }
    }

    /** What a sum has come to. */
    public double get(int i) {
        return closed[i] + open[i];
    }
}
