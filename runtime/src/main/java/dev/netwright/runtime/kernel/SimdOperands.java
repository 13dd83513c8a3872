package dev.netwright.runtime.kernel;

/** What a product reads: the arguments of {@link MatrixProduct}, whose comments explain them, as fields. */
final class SimdOperands {
    private static final float[] NOTHING = {};

    float[] left = NOTHING;
    int leftOffset;
    int leftRowStride;
    int leftDepthStride;
    float[] right = NOTHING;
    int rightOffset;

    /** One of the strides of the right matrix is 1: that of the columns, or for a transpose that of the depth. */
    int rightDepthStride;

    int rightColumnStride;
    float[] start = NOTHING;
    int startOffset;
    int startRowStride;

    void setLeft(float[] array, int offset, int rowStride, int depthStride) {
        left = array;
        leftOffset = offset;
        leftRowStride = rowStride;
        leftDepthStride = depthStride;
    }

    void setRight(float[] array, int offset, int depthStride, int columnStride) {
        right = array;
        rightOffset = offset;
        rightDepthStride = depthStride;
        rightColumnStride = columnStride;
    }

    void setStart(float[] array, int offset, int rowStride) {
        start = array;
        startOffset = offset;
        startRowStride = rowStride;
    }

    /** Lets go of the arrays, so that a thread that has multiplied does not keep a network in memory. */
    void clear() {
        left = NOTHING;
        right = NOTHING;
        start = NOTHING;
    }

    boolean isTransposed() {
        return rightColumnStride != 1;
    }

    int leftAt(int row, int k) {
        return leftOffset + row * leftRowStride + k * leftDepthStride;
    }

    int rightAt(int k, int column) {
        return rightOffset + k * rightDepthStride + column * rightColumnStride;
    }
}
