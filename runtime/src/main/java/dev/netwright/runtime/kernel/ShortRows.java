package dev.netwright.runtime.kernel;

/** One row times a matrix of one to three columns, in plain Java: every sum is a variable of its own. */
final class ShortRows {
    private ShortRows() {}

    static void multiply(
            float[] left,
            int leftAt,
            int leftStride,
            float[] right,
            int rightAt,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth,
            int columns) {
        boolean isZero = startAt == MatrixProduct.NO_START;
        float start0 = isZero ? 0f : start[startAt];
        float start1 = isZero || columns < 2 ? 0f : start[startAt + 1];
        switch (columns) {
            case 1 -> out[outAt] = one(left, leftAt, leftStride, right, rightAt, start0, depth);
            case 2 -> two(left, leftAt, leftStride, right, rightAt, start0, start1, out, outAt, depth);
            default -> {
                float start2 = isZero ? 0f : start[startAt + 2];
                three(left, leftAt, leftStride, right, rightAt, start0, start1, start2, out, outAt, depth);
            }
        }
    }

    private static float one(
            float[] left, int leftAt, int leftStride, float[] right, int rightAt, float start, int depth) {
        float sum = start;
        int l = leftAt;
        for (int k = 0; k < depth; k++) {
            sum = Math.fma(left[l], right[rightAt + k], sum);
            l += leftStride;
        }
        return sum;
    }

    private static void two(
            float[] left,
            int leftAt,
            int leftStride,
            float[] right,
            int rightAt,
            float start0,
            float start1,
            float[] out,
            int outAt,
            int depth) {
        float sum0 = start0;
        float sum1 = start1;
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            float x = left[l];
            sum0 = Math.fma(x, right[w], sum0);
            sum1 = Math.fma(x, right[w + 1], sum1);
            l += leftStride;
            w += 2;
        }
        out[outAt] = sum0;
        out[outAt + 1] = sum1;
    }

    private static void three(
            float[] left,
            int leftAt,
            int leftStride,
            float[] right,
            int rightAt,
            float start0,
            float start1,
            float start2,
            float[] out,
            int outAt,
            int depth) {
        float sum0 = start0;
        float sum1 = start1;
        float sum2 = start2;
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            float x = left[l];
            sum0 = Math.fma(x, right[w], sum0);
            sum1 = Math.fma(x, right[w + 1], sum1);
            sum2 = Math.fma(x, right[w + 2], sum2);
            l += leftStride;
            w += 3;
        }
        out[outAt] = sum0;
        out[outAt + 1] = sum1;
        out[outAt + 2] = sum2;
    }
}
