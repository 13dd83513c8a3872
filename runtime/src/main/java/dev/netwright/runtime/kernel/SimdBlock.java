package dev.netwright.runtime.kernel;

/**
 * What register tiles work on: one block of a product, as wide as a tile. Tiles take their few arguments from here, since a
 * call with all of them would be longer than some tiles.
 */
final class SimdBlock {
    private static final float[] NOTHING = {};

    float[] left = NOTHING;
    int leftAt;
    int leftRowStride;
    int leftDepthStride;
    float[] right = NOTHING;
    int rightAt;
    int rightStride;
    int depth;

    /**
     * How many columns after the first of two vectors the second begins: less than a vector where the columns end sooner, so
     * that columns in the middle are computed twice, which is harmless because every sum is loaded before any is stored.
     */
    int second;

    float[] start = NOTHING;
    int startAt;

    /** 0 where all rows begin at one row of start values. */
    int startStride;

    float[] out = NOTHING;
    int outAt;
    int outStride;

    void setLeft(float[] array, int at, int rowStride, int depthStride) {
        left = array;
        leftAt = at;
        leftRowStride = rowStride;
        leftDepthStride = depthStride;
    }

    void setRight(float[] array, int at, int stride, int height) {
        right = array;
        rightAt = at;
        rightStride = stride;
        depth = height;
    }

    void setStart(float[] array, int at, int stride) {
        start = array;
        startAt = at;
        startStride = stride;
    }

    /** Lets go of the arrays. */
    void clear() {
        left = NOTHING;
        right = NOTHING;
        start = NOTHING;
        out = NOTHING;
    }

    void setOut(float[] array, int at, int stride) {
        out = array;
        outAt = at;
        outStride = stride;
    }
}
