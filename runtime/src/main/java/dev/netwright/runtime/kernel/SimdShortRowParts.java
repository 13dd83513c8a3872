package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;

/** As {@link SimdRowParts}, with fewer columns than a vector has lanes: two shorter vectors that may overlap. */
final class SimdShortRowParts {
    private SimdShortRowParts() {}

    static void multiply(
            float[] x,
            int xAt,
            float[] right,
            int rightAt,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth,
            int columns,
            int parts) {
        if (columns < 8) {
            int last = columns - 4;
            if (parts == 2) {
                fourToSevenInTwo(x, xAt, right, rightAt, columns, start, startAt, out, outAt, depth, last);
            } else {
                fourToSevenInFour(x, xAt, right, rightAt, columns, start, startAt, out, outAt, depth, last);
            }
        } else {
            int last = columns - 8;
            if (parts == 2) {
                eightToFifteenInTwo(x, xAt, right, rightAt, columns, start, startAt, out, outAt, depth, last);
            } else {
                eightToFifteenInFour(x, xAt, right, rightAt, columns, start, startAt, out, outAt, depth, last);
            }
        }
    }

    /** 8 to 15 columns, sums in two parts. */
    static void eightToFifteenInTwo(
            float[] x,
            int xAt,
            float[] right,
            int rightAt,
            int stride,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth,
            int last) {
        int length = depth / 2;
        FloatVector a0 = FloatVector.fromArray(FloatVector.SPECIES_256, start, startAt);
        FloatVector a1 = FloatVector.fromArray(FloatVector.SPECIES_256, start, startAt + last);
        FloatVector b0 = FloatVector.broadcast(FloatVector.SPECIES_256, 0f);
        FloatVector b1 = FloatVector.broadcast(FloatVector.SPECIES_256, 0f);
        int w = rightAt;
        int next = length * stride;
        for (int k = 0; k < length; k++) {
            FloatVector x0 = FloatVector.broadcast(FloatVector.SPECIES_256, x[xAt + k]);
            a0 = x0.fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, w), a0);
            a1 = x0.fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, w + last), a1);
            FloatVector x1 = FloatVector.broadcast(FloatVector.SPECIES_256, x[xAt + length + k]);
            b0 = x1.fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, w + next), b0);
            b1 = x1.fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, w + next + last), b1);
            w += stride;
        }
        for (int k = 2 * length; k < depth; k++) {
            FloatVector xLast = FloatVector.broadcast(FloatVector.SPECIES_256, x[xAt + k]);
            b0 = xLast.fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, w + next), b0);
            b1 = xLast.fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, w + next + last), b1);
            w += stride;
        }
        a0.add(b0).intoArray(out, outAt);
        a1.add(b1).intoArray(out, outAt + last);
    }

    /** 8 to 15 columns, sums in four parts. */
    static void eightToFifteenInFour(
            float[] x,
            int xAt,
            float[] right,
            int rightAt,
            int stride,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth,
            int last) {
        int length = depth / 4;
        FloatVector a0 = FloatVector.fromArray(FloatVector.SPECIES_256, start, startAt);
        FloatVector a1 = FloatVector.fromArray(FloatVector.SPECIES_256, start, startAt + last);
        FloatVector b0 = FloatVector.broadcast(FloatVector.SPECIES_256, 0f);
        FloatVector b1 = FloatVector.broadcast(FloatVector.SPECIES_256, 0f);
        FloatVector c0 = FloatVector.broadcast(FloatVector.SPECIES_256, 0f);
        FloatVector c1 = FloatVector.broadcast(FloatVector.SPECIES_256, 0f);
        FloatVector d0 = FloatVector.broadcast(FloatVector.SPECIES_256, 0f);
        FloatVector d1 = FloatVector.broadcast(FloatVector.SPECIES_256, 0f);
        int w = rightAt;
        int next = length * stride;
        for (int k = 0; k < length; k++) {
            FloatVector x0 = FloatVector.broadcast(FloatVector.SPECIES_256, x[xAt + k]);
            a0 = x0.fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, w), a0);
            a1 = x0.fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, w + last), a1);
            FloatVector x1 = FloatVector.broadcast(FloatVector.SPECIES_256, x[xAt + length + k]);
            b0 = x1.fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, w + next), b0);
            b1 = x1.fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, w + next + last), b1);
            FloatVector x2 = FloatVector.broadcast(FloatVector.SPECIES_256, x[xAt + 2 * length + k]);
            c0 = x2.fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, w + 2 * next), c0);
            c1 = x2.fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, w + 2 * next + last), c1);
            FloatVector x3 = FloatVector.broadcast(FloatVector.SPECIES_256, x[xAt + 3 * length + k]);
            d0 = x3.fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, w + 3 * next), d0);
            d1 = x3.fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, w + 3 * next + last), d1);
            w += stride;
        }
        for (int k = 4 * length; k < depth; k++) {
            FloatVector xLast = FloatVector.broadcast(FloatVector.SPECIES_256, x[xAt + k]);
            d0 = xLast.fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, w + 3 * next), d0);
            d1 = xLast.fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, w + 3 * next + last), d1);
            w += stride;
        }
        a0.add(b0).add(c0).add(d0).intoArray(out, outAt);
        a1.add(b1).add(c1).add(d1).intoArray(out, outAt + last);
    }

    /** 4 to 7 columns, sums in two parts. */
    static void fourToSevenInTwo(
            float[] x,
            int xAt,
            float[] right,
            int rightAt,
            int stride,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth,
            int last) {
        int length = depth / 2;
        FloatVector a0 = FloatVector.fromArray(FloatVector.SPECIES_128, start, startAt);
        FloatVector a1 = FloatVector.fromArray(FloatVector.SPECIES_128, start, startAt + last);
        FloatVector b0 = FloatVector.broadcast(FloatVector.SPECIES_128, 0f);
        FloatVector b1 = FloatVector.broadcast(FloatVector.SPECIES_128, 0f);
        int w = rightAt;
        int next = length * stride;
        for (int k = 0; k < length; k++) {
            FloatVector x0 = FloatVector.broadcast(FloatVector.SPECIES_128, x[xAt + k]);
            a0 = x0.fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, w), a0);
            a1 = x0.fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, w + last), a1);
            FloatVector x1 = FloatVector.broadcast(FloatVector.SPECIES_128, x[xAt + length + k]);
            b0 = x1.fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, w + next), b0);
            b1 = x1.fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, w + next + last), b1);
            w += stride;
        }
        for (int k = 2 * length; k < depth; k++) {
            FloatVector xLast = FloatVector.broadcast(FloatVector.SPECIES_128, x[xAt + k]);
            b0 = xLast.fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, w + next), b0);
            b1 = xLast.fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, w + next + last), b1);
            w += stride;
        }
        a0.add(b0).intoArray(out, outAt);
        a1.add(b1).intoArray(out, outAt + last);
    }

    /** 4 to 7 columns, sums in four parts. */
    static void fourToSevenInFour(
            float[] x,
            int xAt,
            float[] right,
            int rightAt,
            int stride,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth,
            int last) {
        int length = depth / 4;
        FloatVector a0 = FloatVector.fromArray(FloatVector.SPECIES_128, start, startAt);
        FloatVector a1 = FloatVector.fromArray(FloatVector.SPECIES_128, start, startAt + last);
        FloatVector b0 = FloatVector.broadcast(FloatVector.SPECIES_128, 0f);
        FloatVector b1 = FloatVector.broadcast(FloatVector.SPECIES_128, 0f);
        FloatVector c0 = FloatVector.broadcast(FloatVector.SPECIES_128, 0f);
        FloatVector c1 = FloatVector.broadcast(FloatVector.SPECIES_128, 0f);
        FloatVector d0 = FloatVector.broadcast(FloatVector.SPECIES_128, 0f);
        FloatVector d1 = FloatVector.broadcast(FloatVector.SPECIES_128, 0f);
        int w = rightAt;
        int next = length * stride;
        for (int k = 0; k < length; k++) {
            FloatVector x0 = FloatVector.broadcast(FloatVector.SPECIES_128, x[xAt + k]);
            a0 = x0.fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, w), a0);
            a1 = x0.fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, w + last), a1);
            FloatVector x1 = FloatVector.broadcast(FloatVector.SPECIES_128, x[xAt + length + k]);
            b0 = x1.fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, w + next), b0);
            b1 = x1.fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, w + next + last), b1);
            FloatVector x2 = FloatVector.broadcast(FloatVector.SPECIES_128, x[xAt + 2 * length + k]);
            c0 = x2.fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, w + 2 * next), c0);
            c1 = x2.fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, w + 2 * next + last), c1);
            FloatVector x3 = FloatVector.broadcast(FloatVector.SPECIES_128, x[xAt + 3 * length + k]);
            d0 = x3.fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, w + 3 * next), d0);
            d1 = x3.fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, w + 3 * next + last), d1);
            w += stride;
        }
        for (int k = 4 * length; k < depth; k++) {
            FloatVector xLast = FloatVector.broadcast(FloatVector.SPECIES_128, x[xAt + k]);
            d0 = xLast.fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, w + 3 * next), d0);
            d1 = xLast.fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, w + 3 * next + last), d1);
            w += stride;
        }
        a0.add(b0).add(c0).add(d0).intoArray(out, outAt);
        a1.add(b1).add(c1).add(d1).intoArray(out, outAt + last);
    }
}
