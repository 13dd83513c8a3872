package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of a depth of 1 to 4, as the first layer of a small network has, or the gradient behind its last: the right
 * matrix is in registers while all rows pass, and there is no loop over the depth, whose start and end would cost more than
 * its passes. Rows of the left matrix lie together in memory.
 */
final class SimdShallowTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private SimdShallowTiles() {}

    /** Depth 1 x 1 vector. */
    static void oneByOne(SimdBlock block, int rows) {
        float[] left = block.left;
        float[] right = block.right;
        float[] start = block.start;
        float[] out = block.out;
        int leftRowStride = block.leftRowStride;
        int outStride = block.outStride;
        int startAt = block.startAt;
        int rightAt = block.rightAt;
        FloatVector start0 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector right00 = FloatVector.fromArray(SPECIES, right, rightAt);
        int l = block.leftAt;
        int o = block.outAt;
        for (int row = 0; row < rows; row++) {
            FloatVector sum0 = FloatVector.broadcast(SPECIES, left[l]).fma(right00, start0);
            sum0.intoArray(out, o);
            l += leftRowStride;
            o += outStride;
        }
    }

    /** Depth 1 x 2 vectors. */
    static void oneByTwo(SimdBlock block, int rows) {
        float[] left = block.left;
        float[] right = block.right;
        float[] start = block.start;
        float[] out = block.out;
        int leftRowStride = block.leftRowStride;
        int outStride = block.outStride;
        int startAt = block.startAt;
        int rightAt = block.rightAt;
        int second = block.second;
        FloatVector start0 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector start1 = FloatVector.fromArray(SPECIES, start, startAt + second);
        FloatVector right00 = FloatVector.fromArray(SPECIES, right, rightAt);
        FloatVector right01 = FloatVector.fromArray(SPECIES, right, rightAt + second);
        int l = block.leftAt;
        int o = block.outAt;
        for (int row = 0; row < rows; row++) {
            FloatVector x0 = FloatVector.broadcast(SPECIES, left[l]);
            FloatVector sum0 = x0.fma(right00, start0);
            FloatVector sum1 = x0.fma(right01, start1);
            sum0.intoArray(out, o);
            sum1.intoArray(out, o + second);
            l += leftRowStride;
            o += outStride;
        }
    }

    /** Depth 2 x 1 vector. */
    static void twoByOne(SimdBlock block, int rows) {
        float[] left = block.left;
        float[] right = block.right;
        float[] start = block.start;
        float[] out = block.out;
        int leftRowStride = block.leftRowStride;
        int outStride = block.outStride;
        int startAt = block.startAt;
        int rightAt = block.rightAt;
        int rightStride = block.rightStride;
        FloatVector start0 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector right00 = FloatVector.fromArray(SPECIES, right, rightAt);
        FloatVector right10 = FloatVector.fromArray(SPECIES, right, rightAt + rightStride);
        int l = block.leftAt;
        int o = block.outAt;
        for (int row = 0; row < rows; row++) {
            FloatVector sum0 = FloatVector.broadcast(SPECIES, left[l]).fma(right00, start0);
            sum0 = FloatVector.broadcast(SPECIES, left[l + 1]).fma(right10, sum0);
            sum0.intoArray(out, o);
            l += leftRowStride;
            o += outStride;
        }
    }

    /** Depth 2 x 2 vectors. */
    static void twoByTwo(SimdBlock block, int rows) {
        float[] left = block.left;
        float[] right = block.right;
        float[] start = block.start;
        float[] out = block.out;
        int leftRowStride = block.leftRowStride;
        int outStride = block.outStride;
        int startAt = block.startAt;
        int rightAt = block.rightAt;
        int rightStride = block.rightStride;
        int second = block.second;
        FloatVector start0 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector start1 = FloatVector.fromArray(SPECIES, start, startAt + second);
        FloatVector right00 = FloatVector.fromArray(SPECIES, right, rightAt);
        FloatVector right01 = FloatVector.fromArray(SPECIES, right, rightAt + second);
        FloatVector right10 = FloatVector.fromArray(SPECIES, right, rightAt + rightStride);
        FloatVector right11 = FloatVector.fromArray(SPECIES, right, rightAt + rightStride + second);
        int l = block.leftAt;
        int o = block.outAt;
        for (int row = 0; row < rows; row++) {
            FloatVector x0 = FloatVector.broadcast(SPECIES, left[l]);
            FloatVector sum0 = x0.fma(right00, start0);
            FloatVector sum1 = x0.fma(right01, start1);
            FloatVector x1 = FloatVector.broadcast(SPECIES, left[l + 1]);
            sum0 = x1.fma(right10, sum0);
            sum1 = x1.fma(right11, sum1);
            sum0.intoArray(out, o);
            sum1.intoArray(out, o + second);
            l += leftRowStride;
            o += outStride;
        }
    }

    /** Depth 3 x 1 vector. */
    static void threeByOne(SimdBlock block, int rows) {
        float[] left = block.left;
        float[] right = block.right;
        float[] start = block.start;
        float[] out = block.out;
        int leftRowStride = block.leftRowStride;
        int outStride = block.outStride;
        int startAt = block.startAt;
        int rightAt = block.rightAt;
        int rightStride = block.rightStride;
        FloatVector start0 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector right00 = FloatVector.fromArray(SPECIES, right, rightAt);
        FloatVector right10 = FloatVector.fromArray(SPECIES, right, rightAt + rightStride);
        FloatVector right20 = FloatVector.fromArray(SPECIES, right, rightAt + 2 * rightStride);
        int l = block.leftAt;
        int o = block.outAt;
        for (int row = 0; row < rows; row++) {
            FloatVector sum0 = FloatVector.broadcast(SPECIES, left[l]).fma(right00, start0);
            sum0 = FloatVector.broadcast(SPECIES, left[l + 1]).fma(right10, sum0);
            sum0 = FloatVector.broadcast(SPECIES, left[l + 2]).fma(right20, sum0);
            sum0.intoArray(out, o);
            l += leftRowStride;
            o += outStride;
        }
    }

    /** Depth 3 x 2 vectors. */
    static void threeByTwo(SimdBlock block, int rows) {
        float[] left = block.left;
        float[] right = block.right;
        float[] start = block.start;
        float[] out = block.out;
        int leftRowStride = block.leftRowStride;
        int outStride = block.outStride;
        int startAt = block.startAt;
        int rightAt = block.rightAt;
        int rightStride = block.rightStride;
        int second = block.second;
        FloatVector start0 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector start1 = FloatVector.fromArray(SPECIES, start, startAt + second);
        FloatVector right00 = FloatVector.fromArray(SPECIES, right, rightAt);
        FloatVector right01 = FloatVector.fromArray(SPECIES, right, rightAt + second);
        FloatVector right10 = FloatVector.fromArray(SPECIES, right, rightAt + rightStride);
        FloatVector right11 = FloatVector.fromArray(SPECIES, right, rightAt + rightStride + second);
        FloatVector right20 = FloatVector.fromArray(SPECIES, right, rightAt + 2 * rightStride);
        FloatVector right21 = FloatVector.fromArray(SPECIES, right, rightAt + 2 * rightStride + second);
        int l = block.leftAt;
        int o = block.outAt;
        for (int row = 0; row < rows; row++) {
            FloatVector x0 = FloatVector.broadcast(SPECIES, left[l]);
            FloatVector sum0 = x0.fma(right00, start0);
            FloatVector sum1 = x0.fma(right01, start1);
            FloatVector x1 = FloatVector.broadcast(SPECIES, left[l + 1]);
            sum0 = x1.fma(right10, sum0);
            sum1 = x1.fma(right11, sum1);
            FloatVector x2 = FloatVector.broadcast(SPECIES, left[l + 2]);
            sum0 = x2.fma(right20, sum0);
            sum1 = x2.fma(right21, sum1);
            sum0.intoArray(out, o);
            sum1.intoArray(out, o + second);
            l += leftRowStride;
            o += outStride;
        }
    }

    /** Depth 4 x 1 vector. */
    static void fourByOne(SimdBlock block, int rows) {
        float[] left = block.left;
        float[] right = block.right;
        float[] start = block.start;
        float[] out = block.out;
        int leftRowStride = block.leftRowStride;
        int outStride = block.outStride;
        int startAt = block.startAt;
        int rightAt = block.rightAt;
        int rightStride = block.rightStride;
        FloatVector start0 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector right00 = FloatVector.fromArray(SPECIES, right, rightAt);
        FloatVector right10 = FloatVector.fromArray(SPECIES, right, rightAt + rightStride);
        FloatVector right20 = FloatVector.fromArray(SPECIES, right, rightAt + 2 * rightStride);
        FloatVector right30 = FloatVector.fromArray(SPECIES, right, rightAt + 3 * rightStride);
        int l = block.leftAt;
        int o = block.outAt;
        for (int row = 0; row < rows; row++) {
            FloatVector sum0 = FloatVector.broadcast(SPECIES, left[l]).fma(right00, start0);
            sum0 = FloatVector.broadcast(SPECIES, left[l + 1]).fma(right10, sum0);
            sum0 = FloatVector.broadcast(SPECIES, left[l + 2]).fma(right20, sum0);
            sum0 = FloatVector.broadcast(SPECIES, left[l + 3]).fma(right30, sum0);
            sum0.intoArray(out, o);
            l += leftRowStride;
            o += outStride;
        }
    }

    /** Depth 4 x 2 vectors. */
    static void fourByTwo(SimdBlock block, int rows) {
        float[] left = block.left;
        float[] right = block.right;
        float[] start = block.start;
        float[] out = block.out;
        int leftRowStride = block.leftRowStride;
        int outStride = block.outStride;
        int startAt = block.startAt;
        int rightAt = block.rightAt;
        int rightStride = block.rightStride;
        int second = block.second;
        FloatVector start0 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector start1 = FloatVector.fromArray(SPECIES, start, startAt + second);
        FloatVector right00 = FloatVector.fromArray(SPECIES, right, rightAt);
        FloatVector right01 = FloatVector.fromArray(SPECIES, right, rightAt + second);
        FloatVector right10 = FloatVector.fromArray(SPECIES, right, rightAt + rightStride);
        FloatVector right11 = FloatVector.fromArray(SPECIES, right, rightAt + rightStride + second);
        FloatVector right20 = FloatVector.fromArray(SPECIES, right, rightAt + 2 * rightStride);
        FloatVector right21 = FloatVector.fromArray(SPECIES, right, rightAt + 2 * rightStride + second);
        FloatVector right30 = FloatVector.fromArray(SPECIES, right, rightAt + 3 * rightStride);
        FloatVector right31 = FloatVector.fromArray(SPECIES, right, rightAt + 3 * rightStride + second);
        int l = block.leftAt;
        int o = block.outAt;
        for (int row = 0; row < rows; row++) {
            FloatVector x0 = FloatVector.broadcast(SPECIES, left[l]);
            FloatVector sum0 = x0.fma(right00, start0);
            FloatVector sum1 = x0.fma(right01, start1);
            FloatVector x1 = FloatVector.broadcast(SPECIES, left[l + 1]);
            sum0 = x1.fma(right10, sum0);
            sum1 = x1.fma(right11, sum1);
            FloatVector x2 = FloatVector.broadcast(SPECIES, left[l + 2]);
            sum0 = x2.fma(right20, sum0);
            sum1 = x2.fma(right21, sum1);
            FloatVector x3 = FloatVector.broadcast(SPECIES, left[l + 3]);
            sum0 = x3.fma(right30, sum0);
            sum1 = x3.fma(right31, sum1);
            sum0.intoArray(out, o);
            sum1.intoArray(out, o + second);
            l += leftRowStride;
            o += outStride;
        }
    }
}
