package dev.netwright.runtime.kernel;

import java.util.Arrays;

/**
 * The matrix product in plain Java, shaped for HotSpot's C2: it vectorises a loop only where every array is indexed by
 * the bare loop variable, as it can not rule out that two offsets into one array overlap. So a panel of eight rows of
 * the right matrix is copied into arrays of its own, and a row of the result as well, and the inner loop runs over
 * those; the copy of the panel is shared by all rows.
 */
final class PlainProduct implements MatrixProduct {
    private static final int PANEL_COLUMNS = 512;
    private static final int PANEL_ROWS = 8;

    private static final ThreadLocal<Panel> PANELS = ThreadLocal.withInitial(Panel::new);

    /** One thread's copies: eight rows of the right matrix and one of the result. */
    private static final class Panel {
        final float[] sums = new float[PANEL_COLUMNS];
        final float[][] right = new float[PANEL_ROWS][PANEL_COLUMNS];

        /** Adds the products with the panel's rows to {@code rows x width} elements of the result. */
        void addTo(
                float[] out,
                int outOffset,
                int outStride,
                float[] left,
                int leftOffset,
                int leftRowStride,
                int leftDepthStride,
                int rows,
                int height,
                int width) {
            for (int r = 0; r < rows; r++) {
                int leftAt = leftOffset + r * leftRowStride;
                int outAt = outOffset + r * outStride;
                System.arraycopy(out, outAt, sums, 0, width);
                if (height == PANEL_ROWS) {
                    addEightRows(sums, right, left, leftAt, leftDepthStride, width);
                } else {
                    for (int i = 0; i < height; i++) {
                        addRow(sums, right[i], left[leftAt + i * leftDepthStride], width);
                    }
                }
                System.arraycopy(sums, 0, out, outAt, width);
            }
        }
    }

    @Override
    public String description() {
        return "plain Java";
    }

    @Override
    public void multiply(
            float[] left,
            int leftOffset,
            int leftRowStride,
            int leftDepthStride,
            float[] right,
            int rightOffset,
            float[] start,
            int startOffset,
            int startRowStride,
            float[] out,
            int outOffset,
            int rows,
            int depth,
            int columns) {
        for (int r = 0; r < rows; r++) {
            int outAt = outOffset + r * columns;
            if (startOffset == NO_START) {
                Arrays.fill(out, outAt, outAt + columns, 0f);
            } else {
                System.arraycopy(start, startOffset + r * startRowStride, out, outAt, columns);
            }
        }
        Panel panel = PANELS.get();
        for (int j = 0; j < columns; j += PANEL_COLUMNS) {
            int width = Math.min(PANEL_COLUMNS, columns - j);
            for (int k = 0; k < depth; k += PANEL_ROWS) {
                int height = Math.min(PANEL_ROWS, depth - k);
                for (int i = 0; i < height; i++) {
                    System.arraycopy(right, rightOffset + (k + i) * columns + j, panel.right[i], 0, width);
                }
                int leftAt = leftOffset + k * leftDepthStride;
                panel.addTo(
                        out, outOffset + j, columns, left, leftAt, leftRowStride, leftDepthStride, rows, height, width);
            }
        }
    }

    @Override
    public void multiplyTransposed(
            float[] left, float[] right, int rightOffset, float[] out, int rows, int depth, int columns) {
        Arrays.fill(out, 0, rows * columns, 0f);
        Panel panel = PANELS.get();
        for (int j = 0; j < columns; j += PANEL_COLUMNS) {
            int width = Math.min(PANEL_COLUMNS, columns - j);
            for (int k = 0; k < depth; k += PANEL_ROWS) {
                int height = Math.min(PANEL_ROWS, depth - k);
                for (int c = 0; c < width; c++) {
                    int at = rightOffset + (j + c) * depth + k;
                    for (int i = 0; i < height; i++) {
                        panel.right[i][c] = right[at + i];
                    }
                }
                panel.addTo(out, j, columns, left, k, depth, 1, rows, height, width);
            }
        }
    }

    private static void addEightRows(float[] out, float[][] rows, float[] left, int leftAt, int stride, int width) {
        addEightRows(
                out,
                rows[0],
                rows[1],
                rows[2],
                rows[3],
                rows[4],
                rows[5],
                rows[6],
                rows[7],
                left[leftAt],
                left[leftAt + stride],
                left[leftAt + 2 * stride],
                left[leftAt + 3 * stride],
                left[leftAt + 4 * stride],
                left[leftAt + 5 * stride],
                left[leftAt + 6 * stride],
                left[leftAt + 7 * stride],
                width);
    }

    /** Eight additions in their order for every element: one load and one store of the result for eight rows. */
    private static void addEightRows(
            float[] out,
            float[] row0,
            float[] row1,
            float[] row2,
            float[] row3,
            float[] row4,
            float[] row5,
            float[] row6,
            float[] row7,
            float x0,
            float x1,
            float x2,
            float x3,
            float x4,
            float x5,
            float x6,
            float x7,
            int width) {
        for (int j = 0; j < width; j++) {
            float sum = Math.fma(x0, row0[j], out[j]);
            sum = Math.fma(x1, row1[j], sum);
            sum = Math.fma(x2, row2[j], sum);
            sum = Math.fma(x3, row3[j], sum);
            sum = Math.fma(x4, row4[j], sum);
            sum = Math.fma(x5, row5[j], sum);
            sum = Math.fma(x6, row6[j], sum);
            out[j] = Math.fma(x7, row7[j], sum);
        }
    }

    private static void addRow(float[] out, float[] row, float x, int width) {
        for (int j = 0; j < width; j++) {
            out[j] = Math.fma(x, row[j], out[j]);
        }
    }
}
