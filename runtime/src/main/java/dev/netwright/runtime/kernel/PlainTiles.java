package dev.netwright.runtime.kernel;

/**
 * Register tiles in plain Java: eight sums in scalar variables, which is what hides the latency of a multiply-add. Where
 * fewer rows or columns are left than a tile has, it computes the last ones again, which is harmless because every sum is
 * loaded before any is stored.
 */
final class PlainTiles {
    private PlainTiles() {}

    /**
     * Adds the product to what the result holds.
     *
     * @param out   its element [r][j] is at {@code outOffset + r·columns + j}
     * @param left  its element [r][k] is at {@code leftOffset + r·leftRowStride + k·leftDepthStride}
     * @param right its element [k][j] is at {@code rightOffset + k·columns + j}
     */
    static void addTo(
            float[] out,
            int outOffset,
            float[] left,
            int leftOffset,
            int leftRowStride,
            int leftDepthStride,
            float[] right,
            int rightOffset,
            int rows,
            int depth,
            int columns) {
        int column = 0;
        if (rows == 1) {
            for (; column + 8 <= columns; column += 8) {
                oneByEight(
                        out,
                        outOffset + column,
                        left,
                        leftOffset,
                        leftDepthStride,
                        right,
                        rightOffset + column,
                        columns,
                        depth);
            }
        }
        for (; column + 4 <= columns; column += 4) {
            for (int row = 0; row < rows; row += 2) {
                twoByFour(
                        out,
                        outOffset + row * columns + column,
                        columns,
                        left,
                        leftOffset + row * leftRowStride,
                        leftRowStride,
                        leftDepthStride,
                        right,
                        rightOffset + column,
                        columns,
                        depth,
                        rows - 1 - row);
            }
        }
        for (; column < columns; column += 2) {
            for (int row = 0; row < rows; row += 4) {
                fourByTwo(
                        out,
                        outOffset + row * columns + column,
                        columns,
                        left,
                        leftOffset + row * leftRowStride,
                        leftRowStride,
                        leftDepthStride,
                        right,
                        rightOffset + column,
                        columns,
                        depth,
                        rows - 1 - row,
                        columns - 1 - column);
            }
        }
    }

    private static void oneByEight(
            float[] out,
            int outAt,
            float[] left,
            int leftAt,
            int leftDepthStride,
            float[] right,
            int rightAt,
            int rightStride,
            int depth) {
        float sum00 = out[outAt];
        float sum01 = out[outAt + 1];
        float sum02 = out[outAt + 2];
        float sum03 = out[outAt + 3];
        float sum04 = out[outAt + 4];
        float sum05 = out[outAt + 5];
        float sum06 = out[outAt + 6];
        float sum07 = out[outAt + 7];
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            float x0 = left[l];
            sum00 = Math.fma(x0, right[w], sum00);
            sum01 = Math.fma(x0, right[w + 1], sum01);
            sum02 = Math.fma(x0, right[w + 2], sum02);
            sum03 = Math.fma(x0, right[w + 3], sum03);
            sum04 = Math.fma(x0, right[w + 4], sum04);
            sum05 = Math.fma(x0, right[w + 5], sum05);
            sum06 = Math.fma(x0, right[w + 6], sum06);
            sum07 = Math.fma(x0, right[w + 7], sum07);
            l += leftDepthStride;
            w += rightStride;
        }
        out[outAt] = sum00;
        out[outAt + 1] = sum01;
        out[outAt + 2] = sum02;
        out[outAt + 3] = sum03;
        out[outAt + 4] = sum04;
        out[outAt + 5] = sum05;
        out[outAt + 6] = sum06;
        out[outAt + 7] = sum07;
    }

    private static void twoByFour(
            float[] out,
            int outAt,
            int outStride,
            float[] left,
            int leftAt,
            int leftRowStride,
            int leftDepthStride,
            float[] right,
            int rightAt,
            int rightStride,
            int depth,
            int lastRow) {
        int row1 = Math.min(1, lastRow);
        int out1 = outAt + row1 * outStride;
        int left1 = row1 * leftRowStride;
        float sum00 = out[outAt];
        float sum01 = out[outAt + 1];
        float sum02 = out[outAt + 2];
        float sum03 = out[outAt + 3];
        float sum10 = out[out1];
        float sum11 = out[out1 + 1];
        float sum12 = out[out1 + 2];
        float sum13 = out[out1 + 3];
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            float right0 = right[w];
            float right1 = right[w + 1];
            float right2 = right[w + 2];
            float right3 = right[w + 3];
            float x0 = left[l];
            sum00 = Math.fma(x0, right0, sum00);
            sum01 = Math.fma(x0, right1, sum01);
            sum02 = Math.fma(x0, right2, sum02);
            sum03 = Math.fma(x0, right3, sum03);
            float x1 = left[l + left1];
            sum10 = Math.fma(x1, right0, sum10);
            sum11 = Math.fma(x1, right1, sum11);
            sum12 = Math.fma(x1, right2, sum12);
            sum13 = Math.fma(x1, right3, sum13);
            l += leftDepthStride;
            w += rightStride;
        }
        out[outAt] = sum00;
        out[outAt + 1] = sum01;
        out[outAt + 2] = sum02;
        out[outAt + 3] = sum03;
        out[out1] = sum10;
        out[out1 + 1] = sum11;
        out[out1 + 2] = sum12;
        out[out1 + 3] = sum13;
    }

    private static void fourByTwo(
            float[] out,
            int outAt,
            int outStride,
            float[] left,
            int leftAt,
            int leftRowStride,
            int leftDepthStride,
            float[] right,
            int rightAt,
            int rightStride,
            int depth,
            int lastRow,
            int lastColumn) {
        int row1 = Math.min(1, lastRow);
        int row2 = Math.min(2, lastRow);
        int row3 = Math.min(3, lastRow);
        int column1 = Math.min(1, lastColumn);
        int out1 = outAt + row1 * outStride;
        int out2 = outAt + row2 * outStride;
        int out3 = outAt + row3 * outStride;
        int left1 = row1 * leftRowStride;
        int left2 = row2 * leftRowStride;
        int left3 = row3 * leftRowStride;
        float sum00 = out[outAt];
        float sum01 = out[outAt + column1];
        float sum10 = out[out1];
        float sum11 = out[out1 + column1];
        float sum20 = out[out2];
        float sum21 = out[out2 + column1];
        float sum30 = out[out3];
        float sum31 = out[out3 + column1];
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            float right0 = right[w];
            float right1 = right[w + column1];
            float x0 = left[l];
            sum00 = Math.fma(x0, right0, sum00);
            sum01 = Math.fma(x0, right1, sum01);
            float x1 = left[l + left1];
            sum10 = Math.fma(x1, right0, sum10);
            sum11 = Math.fma(x1, right1, sum11);
            float x2 = left[l + left2];
            sum20 = Math.fma(x2, right0, sum20);
            sum21 = Math.fma(x2, right1, sum21);
            float x3 = left[l + left3];
            sum30 = Math.fma(x3, right0, sum30);
            sum31 = Math.fma(x3, right1, sum31);
            l += leftDepthStride;
            w += rightStride;
        }
        out[outAt] = sum00;
        out[outAt + column1] = sum01;
        out[out1] = sum10;
        out[out1 + column1] = sum11;
        out[out2] = sum20;
        out[out2 + column1] = sum21;
        out[out3] = sum30;
        out[out3 + column1] = sum31;
    }
}
