package dev.netwright.runtime.kernel;

/** One row times a matrix whose sums are taken in {@linkplain SumParts parts}, in plain Java: column by column. */
final class RowParts {
    private RowParts() {}

    static void multiply(
            float[] x,
            int xAt,
            float[] right,
            int rightAt,
            float[] start,
            int startOffset,
            float[] out,
            int outAt,
            int depth,
            int columns,
            int parts) {
        boolean isZero = startOffset == MatrixProduct.NO_START;
        for (int j = 0; j < columns; j++) {
            float from = isZero ? 0f : start[startOffset + j];
            out[outAt + j] = parts == 2
                    ? two(x, xAt, right, rightAt + j, columns, from, depth)
                    : four(x, xAt, right, rightAt + j, columns, from, depth);
        }
    }

    private static float two(float[] x, int xAt, float[] right, int rightAt, int stride, float start, int depth) {
        int length = depth / 2;
        int at0 = rightAt;
        int at1 = at0 + length * stride;
        float sum0 = start;
        float sum1 = 0f;
        for (int k = 0; k < length; k++) {
            sum0 = Math.fma(x[xAt + k], right[at0], sum0);
            sum1 = Math.fma(x[xAt + length + k], right[at1], sum1);
            at0 += stride;
            at1 += stride;
        }
        for (int k = 2 * length; k < depth; k++) {
            sum1 = Math.fma(x[xAt + k], right[at1], sum1);
            at1 += stride;
        }
        return sum0 + sum1;
    }

    private static float four(float[] x, int xAt, float[] right, int rightAt, int stride, float start, int depth) {
        int length = depth / 4;
        int at0 = rightAt;
        int at1 = at0 + length * stride;
        int at2 = at1 + length * stride;
        int at3 = at2 + length * stride;
        float sum0 = start;
        float sum1 = 0f;
        float sum2 = 0f;
        float sum3 = 0f;
        for (int k = 0; k < length; k++) {
            sum0 = Math.fma(x[xAt + k], right[at0], sum0);
            sum1 = Math.fma(x[xAt + length + k], right[at1], sum1);
            sum2 = Math.fma(x[xAt + 2 * length + k], right[at2], sum2);
            sum3 = Math.fma(x[xAt + 3 * length + k], right[at3], sum3);
            at0 += stride;
            at1 += stride;
            at2 += stride;
            at3 += stride;
        }
        for (int k = 4 * length; k < depth; k++) {
            sum3 = Math.fma(x[xAt + k], right[at3], sum3);
            at3 += stride;
        }
        return ((sum0 + sum1) + sum2) + sum3;
    }
}
