package dev.netwright.csv;

import java.util.Arrays;

/** Floats whose number is not known before the last one is read. */
final class GrowingFloats {
    static final int MOST = Integer.MAX_VALUE - 8;

    private float[] values = new float[1024];
    private int size;

    /** Whether an array could hold this many more. */
    boolean hasRoomFor(int count) {
        return size <= MOST - count;
    }

    void add(float value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, (int) Math.min(MOST, 2L * size));
        }
        values[size++] = value;
    }

    float[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
