package dev.netwright.runtime.kernel;

/**
 * Sums over neighbouring elements, which a single chain of additions would make wait. The order is the same everywhere: of every
 * 16 elements the k-th belongs to chain k; the chains add theirs in ascending order from 0, and are then added in pairs, k and k + 8,
 * then k and k + 4, and so on. What is left over, fewer than 16 elements, makes a sum of its own in ascending order, which is added last.
 */
final class RowSums {
    static final int CHAINS = 16;

    private RowSums() {}

    /** The sum of {@code count} elements from {@code at}. */
    static float sum(float[] x, int at, int count) {
        int whole = at + count - count % CHAINS;
        float rest = 0f;
        for (int i = whole; i < at + count; i++) {
            rest += x[i];
        }
        if (count < CHAINS) {
            return rest;
        }
        // Half of the chains at a time: as many sums as there are registers for on every machine.
        float sum0 = 0f;
        float sum1 = 0f;
        float sum2 = 0f;
        float sum3 = 0f;
        float sum4 = 0f;
        float sum5 = 0f;
        float sum6 = 0f;
        float sum7 = 0f;
        for (int i = at; i < whole; i += CHAINS) {
            sum0 += x[i];
            sum1 += x[i + 1];
            sum2 += x[i + 2];
            sum3 += x[i + 3];
            sum4 += x[i + 4];
            sum5 += x[i + 5];
            sum6 += x[i + 6];
            sum7 += x[i + 7];
        }
        float sum8 = 0f;
        float sum9 = 0f;
        float sum10 = 0f;
        float sum11 = 0f;
        float sum12 = 0f;
        float sum13 = 0f;
        float sum14 = 0f;
        float sum15 = 0f;
        for (int i = at + CHAINS / 2; i < whole; i += CHAINS) {
            sum8 += x[i];
            sum9 += x[i + 1];
            sum10 += x[i + 2];
            sum11 += x[i + 3];
            sum12 += x[i + 4];
            sum13 += x[i + 5];
            sum14 += x[i + 6];
            sum15 += x[i + 7];
        }
        float first = inPairs(
                sum0 + sum8,
                sum1 + sum9,
                sum2 + sum10,
                sum3 + sum11,
                sum4 + sum12,
                sum5 + sum13,
                sum6 + sum14,
                sum7 + sum15);
        return first + rest;
    }

    /** The sum of the products of {@code count} elements of both arrays, each with one fused multiply-add. */
    static float dot(float[] x, int xAt, float[] y, int yAt, int count) {
        int whole = count - count % CHAINS;
        float rest = 0f;
        for (int i = whole; i < count; i++) {
            rest = Math.fma(x[xAt + i], y[yAt + i], rest);
        }
        if (count < CHAINS) {
            return rest;
        }
        float sum0 = 0f;
        float sum1 = 0f;
        float sum2 = 0f;
        float sum3 = 0f;
        float sum4 = 0f;
        float sum5 = 0f;
        float sum6 = 0f;
        float sum7 = 0f;
        for (int i = 0; i < whole; i += CHAINS) {
            int a = xAt + i;
            int b = yAt + i;
            sum0 = Math.fma(x[a], y[b], sum0);
            sum1 = Math.fma(x[a + 1], y[b + 1], sum1);
            sum2 = Math.fma(x[a + 2], y[b + 2], sum2);
            sum3 = Math.fma(x[a + 3], y[b + 3], sum3);
            sum4 = Math.fma(x[a + 4], y[b + 4], sum4);
            sum5 = Math.fma(x[a + 5], y[b + 5], sum5);
            sum6 = Math.fma(x[a + 6], y[b + 6], sum6);
            sum7 = Math.fma(x[a + 7], y[b + 7], sum7);
        }
        float sum8 = 0f;
        float sum9 = 0f;
        float sum10 = 0f;
        float sum11 = 0f;
        float sum12 = 0f;
        float sum13 = 0f;
        float sum14 = 0f;
        float sum15 = 0f;
        for (int i = CHAINS / 2; i < whole; i += CHAINS) {
            int a = xAt + i;
            int b = yAt + i;
            sum8 = Math.fma(x[a], y[b], sum8);
            sum9 = Math.fma(x[a + 1], y[b + 1], sum9);
            sum10 = Math.fma(x[a + 2], y[b + 2], sum10);
            sum11 = Math.fma(x[a + 3], y[b + 3], sum11);
            sum12 = Math.fma(x[a + 4], y[b + 4], sum12);
            sum13 = Math.fma(x[a + 5], y[b + 5], sum13);
            sum14 = Math.fma(x[a + 6], y[b + 6], sum14);
            sum15 = Math.fma(x[a + 7], y[b + 7], sum15);
        }
        float first = inPairs(
                sum0 + sum8,
                sum1 + sum9,
                sum2 + sum10,
                sum3 + sum11,
                sum4 + sum12,
                sum5 + sum13,
                sum6 + sum14,
                sum7 + sum15);
        return first + rest;
    }

    /** The chains of one sum, which stand in an array from {@code at}, in pairs. */
    static float inPairs(float[] chains, int at) {
        return inPairs(
                chains[at] + chains[at + 8],
                chains[at + 1] + chains[at + 9],
                chains[at + 2] + chains[at + 10],
                chains[at + 3] + chains[at + 11],
                chains[at + 4] + chains[at + 12],
                chains[at + 5] + chains[at + 13],
                chains[at + 6] + chains[at + 14],
                chains[at + 7] + chains[at + 15]);
    }

    private static float inPairs(
            float sum0, float sum1, float sum2, float sum3, float sum4, float sum5, float sum6, float sum7) {
        return ((sum0 + sum4) + (sum2 + sum6)) + ((sum1 + sum5) + (sum3 + sum7));
    }
}
