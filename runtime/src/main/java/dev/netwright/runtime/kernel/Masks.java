package dev.netwright.runtime.kernel;

/** The loop behind {@link Dropout}. */
interface Masks {
    /** 2³² divided by the golden ratio: what one column adds. */
    int GOLDEN = 0x9E3779B9;

    int FIRST_FACTOR = 0x85EBCA6B;
    int SECOND_FACTOR = 0xC2B2AE35;

    /** Receives 0 where the element's number is less than the limit, and {@code kept} elsewhere. */
    default void fill(long layerKey, long firstRow, int limit, float kept, float[] mask, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            long key = Dropout.rowKey(layerKey, firstRow + row);
            fillRow(key, limit, kept, mask, row * columns, columns);
        }
    }

    /** One row, element by element. */
    static void fillRow(long key, int limit, float kept, float[] mask, int at, int columns) {
        int upper = (int) (key >>> 32);
        int counter = (int) key;
        for (int i = at; i < at + columns; i++) {
            int h = (counter ^ (counter >>> 16)) * FIRST_FACTOR;
            h ^= upper;
            h = (h ^ (h >>> 13)) * SECOND_FACTOR;
            mask[i] = h < limit ? 0f : kept;
            counter += GOLDEN;
        }
    }
}
