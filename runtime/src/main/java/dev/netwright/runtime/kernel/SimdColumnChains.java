package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.SimdArrays.LANES;
import static dev.netwright.runtime.kernel.SimdArrays.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The loops of {@link SimdColumnRanges}: one, two or four vectors go down the rows and add to sums in {@code chains}. Each number has a loop of its own,
 * since constant distances need one check of bounds for all vectors of a row; with distances that are variables, and vectors that compute
 * the same twice where columns are few, JDK 17 took up to twice the time.
 */
final class SimdColumnChains {
    /** The most columns of one call. */
    static final int MOST = 4 * LANES;

    /** Where {@code chains} has origins, means or the sums of products; other sums are at 0. */
    static final int BEHIND = MOST;

    private SimdColumnChains() {}

    /** {@code Σ (x - origin)}. */
    static void addDistances(float[] x, float[] chains, int rows, int stride, int from, int vectors) {
        int at = from;
        if (vectors == 1) {
            FloatVector sum0 = FloatVector.fromArray(SPECIES, chains, 0);
            FloatVector origin0 = FloatVector.fromArray(SPECIES, chains, BEHIND);
            for (int row = 0; row < rows; row++) {
                sum0 = sum0.add(FloatVector.fromArray(SPECIES, x, at).sub(origin0));
                at += stride;
            }
            sum0.intoArray(chains, 0);
            return;
        }
        if (vectors == 2) {
            FloatVector sum0 = FloatVector.fromArray(SPECIES, chains, 0);
            FloatVector origin0 = FloatVector.fromArray(SPECIES, chains, BEHIND);
            FloatVector sum1 = FloatVector.fromArray(SPECIES, chains, LANES);
            FloatVector origin1 = FloatVector.fromArray(SPECIES, chains, BEHIND + LANES);
            for (int row = 0; row < rows; row++) {
                sum0 = sum0.add(FloatVector.fromArray(SPECIES, x, at).sub(origin0));
                sum1 = sum1.add(FloatVector.fromArray(SPECIES, x, at + LANES).sub(origin1));
                at += stride;
            }
            sum0.intoArray(chains, 0);
            sum1.intoArray(chains, LANES);
            return;
        }
        FloatVector sum0 = FloatVector.fromArray(SPECIES, chains, 0);
        FloatVector origin0 = FloatVector.fromArray(SPECIES, chains, BEHIND);
        FloatVector sum1 = FloatVector.fromArray(SPECIES, chains, LANES);
        FloatVector origin1 = FloatVector.fromArray(SPECIES, chains, BEHIND + LANES);
        FloatVector sum2 = FloatVector.fromArray(SPECIES, chains, 2 * LANES);
        FloatVector origin2 = FloatVector.fromArray(SPECIES, chains, BEHIND + 2 * LANES);
        FloatVector sum3 = FloatVector.fromArray(SPECIES, chains, 3 * LANES);
        FloatVector origin3 = FloatVector.fromArray(SPECIES, chains, BEHIND + 3 * LANES);
        for (int row = 0; row < rows; row++) {
            sum0 = sum0.add(FloatVector.fromArray(SPECIES, x, at).sub(origin0));
            sum1 = sum1.add(FloatVector.fromArray(SPECIES, x, at + LANES).sub(origin1));
            sum2 = sum2.add(FloatVector.fromArray(SPECIES, x, at + 2 * LANES).sub(origin2));
            sum3 = sum3.add(FloatVector.fromArray(SPECIES, x, at + 3 * LANES).sub(origin3));
            at += stride;
        }
        sum0.intoArray(chains, 0);
        sum1.intoArray(chains, LANES);
        sum2.intoArray(chains, 2 * LANES);
        sum3.intoArray(chains, 3 * LANES);
    }

    /** {@code Σ (x - mean)²}. */
    static void addSquares(float[] x, float[] chains, int rows, int stride, int from, int vectors) {
        int at = from;
        if (vectors == 1) {
            FloatVector sum0 = FloatVector.fromArray(SPECIES, chains, 0);
            FloatVector mean0 = FloatVector.fromArray(SPECIES, chains, BEHIND);
            for (int row = 0; row < rows; row++) {
                FloatVector away0 = FloatVector.fromArray(SPECIES, x, at).sub(mean0);
                sum0 = away0.fma(away0, sum0);
                at += stride;
            }
            sum0.intoArray(chains, 0);
            return;
        }
        if (vectors == 2) {
            FloatVector sum0 = FloatVector.fromArray(SPECIES, chains, 0);
            FloatVector sum1 = FloatVector.fromArray(SPECIES, chains, LANES);
            FloatVector mean0 = FloatVector.fromArray(SPECIES, chains, BEHIND);
            FloatVector mean1 = FloatVector.fromArray(SPECIES, chains, BEHIND + LANES);
            for (int row = 0; row < rows; row++) {
                FloatVector away0 = FloatVector.fromArray(SPECIES, x, at).sub(mean0);
                FloatVector away1 =
                        FloatVector.fromArray(SPECIES, x, at + LANES).sub(mean1);
                sum0 = away0.fma(away0, sum0);
                sum1 = away1.fma(away1, sum1);
                at += stride;
            }
            sum0.intoArray(chains, 0);
            sum1.intoArray(chains, LANES);
            return;
        }
        FloatVector sum0 = FloatVector.fromArray(SPECIES, chains, 0);
        FloatVector mean0 = FloatVector.fromArray(SPECIES, chains, BEHIND);
        FloatVector sum1 = FloatVector.fromArray(SPECIES, chains, LANES);
        FloatVector mean1 = FloatVector.fromArray(SPECIES, chains, BEHIND + LANES);
        FloatVector sum2 = FloatVector.fromArray(SPECIES, chains, 2 * LANES);
        FloatVector mean2 = FloatVector.fromArray(SPECIES, chains, BEHIND + 2 * LANES);
        FloatVector sum3 = FloatVector.fromArray(SPECIES, chains, 3 * LANES);
        FloatVector mean3 = FloatVector.fromArray(SPECIES, chains, BEHIND + 3 * LANES);
        for (int row = 0; row < rows; row++) {
            FloatVector away0 = FloatVector.fromArray(SPECIES, x, at).sub(mean0);
            sum0 = away0.fma(away0, sum0);
            FloatVector away1 = FloatVector.fromArray(SPECIES, x, at + LANES).sub(mean1);
            sum1 = away1.fma(away1, sum1);
            FloatVector away2 =
                    FloatVector.fromArray(SPECIES, x, at + 2 * LANES).sub(mean2);
            sum2 = away2.fma(away2, sum2);
            FloatVector away3 =
                    FloatVector.fromArray(SPECIES, x, at + 3 * LANES).sub(mean3);
            sum3 = away3.fma(away3, sum3);
            at += stride;
        }
        sum0.intoArray(chains, 0);
        sum1.intoArray(chains, LANES);
        sum2.intoArray(chains, 2 * LANES);
        sum3.intoArray(chains, 3 * LANES);
    }

    /** {@code Σ x}, and behind them {@code Σ x·y}. */
    static void addProductsAndSums(float[] x, float[] y, float[] chains, int rows, int stride, int from, int vectors) {
        int at = from;
        if (vectors == 1) {
            FloatVector sum0 = FloatVector.fromArray(SPECIES, chains, 0);
            FloatVector product0 = FloatVector.fromArray(SPECIES, chains, BEHIND);
            for (int row = 0; row < rows; row++) {
                FloatVector value0 = FloatVector.fromArray(SPECIES, x, at);
                sum0 = sum0.add(value0);
                product0 = value0.fma(FloatVector.fromArray(SPECIES, y, at), product0);
                at += stride;
            }
            sum0.intoArray(chains, 0);
            product0.intoArray(chains, BEHIND);
            return;
        }
        if (vectors == 2) {
            FloatVector sum0 = FloatVector.fromArray(SPECIES, chains, 0);
            FloatVector sum1 = FloatVector.fromArray(SPECIES, chains, LANES);
            FloatVector product0 = FloatVector.fromArray(SPECIES, chains, BEHIND);
            FloatVector product1 = FloatVector.fromArray(SPECIES, chains, BEHIND + LANES);
            for (int row = 0; row < rows; row++) {
                FloatVector value0 = FloatVector.fromArray(SPECIES, x, at);
                FloatVector value1 = FloatVector.fromArray(SPECIES, x, at + LANES);
                sum0 = sum0.add(value0);
                sum1 = sum1.add(value1);
                product0 = value0.fma(FloatVector.fromArray(SPECIES, y, at), product0);
                product1 = value1.fma(FloatVector.fromArray(SPECIES, y, at + LANES), product1);
                at += stride;
            }
            sum0.intoArray(chains, 0);
            sum1.intoArray(chains, LANES);
            product0.intoArray(chains, BEHIND);
            product1.intoArray(chains, BEHIND + LANES);
            return;
        }
        FloatVector sum0 = FloatVector.fromArray(SPECIES, chains, 0);
        FloatVector product0 = FloatVector.fromArray(SPECIES, chains, BEHIND);
        FloatVector sum1 = FloatVector.fromArray(SPECIES, chains, LANES);
        FloatVector product1 = FloatVector.fromArray(SPECIES, chains, BEHIND + LANES);
        FloatVector sum2 = FloatVector.fromArray(SPECIES, chains, 2 * LANES);
        FloatVector product2 = FloatVector.fromArray(SPECIES, chains, BEHIND + 2 * LANES);
        FloatVector sum3 = FloatVector.fromArray(SPECIES, chains, 3 * LANES);
        FloatVector product3 = FloatVector.fromArray(SPECIES, chains, BEHIND + 3 * LANES);
        for (int row = 0; row < rows; row++) {
            FloatVector value0 = FloatVector.fromArray(SPECIES, x, at);
            sum0 = sum0.add(value0);
            product0 = value0.fma(FloatVector.fromArray(SPECIES, y, at), product0);
            FloatVector value1 = FloatVector.fromArray(SPECIES, x, at + LANES);
            sum1 = sum1.add(value1);
            product1 = value1.fma(FloatVector.fromArray(SPECIES, y, at + LANES), product1);
            FloatVector value2 = FloatVector.fromArray(SPECIES, x, at + 2 * LANES);
            sum2 = sum2.add(value2);
            product2 = value2.fma(FloatVector.fromArray(SPECIES, y, at + 2 * LANES), product2);
            FloatVector value3 = FloatVector.fromArray(SPECIES, x, at + 3 * LANES);
            sum3 = sum3.add(value3);
            product3 = value3.fma(FloatVector.fromArray(SPECIES, y, at + 3 * LANES), product3);
            at += stride;
        }
        sum0.intoArray(chains, 0);
        product0.intoArray(chains, BEHIND);
        sum1.intoArray(chains, LANES);
        product1.intoArray(chains, BEHIND + LANES);
        sum2.intoArray(chains, 2 * LANES);
        product2.intoArray(chains, BEHIND + 2 * LANES);
        sum3.intoArray(chains, 3 * LANES);
        product3.intoArray(chains, BEHIND + 3 * LANES);
    }
}
