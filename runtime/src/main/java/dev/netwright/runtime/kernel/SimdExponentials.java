package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.FloatMath.EXPM1_LEAST;
import static dev.netwright.runtime.kernel.FloatMath.EXPONENT;
import static dev.netwright.runtime.kernel.FloatMath.EXP_0;
import static dev.netwright.runtime.kernel.FloatMath.EXP_1;
import static dev.netwright.runtime.kernel.FloatMath.EXP_2;
import static dev.netwright.runtime.kernel.FloatMath.EXP_3;
import static dev.netwright.runtime.kernel.FloatMath.EXP_4;
import static dev.netwright.runtime.kernel.FloatMath.EXP_LEAST;
import static dev.netwright.runtime.kernel.FloatMath.EXP_MOST;
import static dev.netwright.runtime.kernel.FloatMath.LN2_HIGH;
import static dev.netwright.runtime.kernel.FloatMath.LN2_LOW;
import static dev.netwright.runtime.kernel.FloatMath.LOG2_E;
import static dev.netwright.runtime.kernel.FloatMath.ONE_FACTOR;
import static dev.netwright.runtime.kernel.FloatMath.TWO_FACTORS;
import static dev.netwright.runtime.kernel.SimdArrays.LANES;
import static dev.netwright.runtime.kernel.SimdArrays.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The activations of {@link FloatMath} that are an exponential and little more, on vectors: the same operations in the same order,
 * so that every lane has the scalar code's bits. Each returns false, and has done nothing, where the arrays are too short
 * for a vector or the result is written over its argument.
 *
 * <p>What the loops have in common stands in each of them. HotSpot allocates the vectors that a method takes or returns wherever it
 * does not inline it, and it inlines methods that are not the class library's only until the code around them has
 * some size; so a method from vector to vector is fast in one program and ten times slower in another. Nor does it inline
 * loops as long as these, of more than 325 bytes of bytecode, which leaves each to be compiled on its own: inlined, they are three times slower.
 */
final class SimdExponentials {
    private static final int SIGN = 0x80000000;

    private SimdExponentials() {}

    /** e to the power z. */
    static boolean exp(float[] z, float[] a, int count) {
        int last = z == a ? -1 : Math.min(z.length, a.length) - LANES;
        if (last < 0) {
            return false;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector x = FloatVector.fromArray(SPECIES, z, at);
            FloatVector c = x.blend(EXP_MOST, x.compare(VectorOperators.GT, FloatVector.broadcast(SPECIES, EXP_MOST)));
            c = c.blend(EXP_LEAST, x.compare(VectorOperators.LT, EXP_LEAST));
            FloatVector rounded =
                    c.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, TWO_FACTORS));
            FloatVector n = rounded.sub(TWO_FACTORS);
            FloatVector r = n.fma(
                    FloatVector.broadcast(SPECIES, -LN2_LOW), n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), c));
            FloatVector p = FloatVector.broadcast(SPECIES, EXP_4).fma(r, FloatVector.broadcast(SPECIES, EXP_3));
            p = p.fma(r, FloatVector.broadcast(SPECIES, EXP_2));
            p = p.fma(r, FloatVector.broadcast(SPECIES, EXP_1));
            p = p.fma(r, FloatVector.broadcast(SPECIES, EXP_0));
            FloatVector y = r.mul(r).fma(p, r);
            IntVector bits = rounded.reinterpretAsInts();
            IntVector half = bits.lanewise(VectorOperators.ASHR, 1);
            FloatVector first = half.lanewise(VectorOperators.LSHL, EXPONENT).reinterpretAsFloats();
            FloatVector second =
                    bits.sub(half).lanewise(VectorOperators.LSHL, EXPONENT).reinterpretAsFloats();
            first.fma(y, first).mul(second).intoArray(a, at);
        }
        return true;
    }

    /**
     * The numerators of softmax: exp(z - largest) for the vectors of a row that begin from {@code offset} up to {@code last}.
     * Returns where it ended.
     */
    static int expOfDifferences(float[] z, float[] a, int offset, int end, int last, float largest) {
        int at = offset;
        for (; at < end && at <= last; at += LANES) {
            FloatVector largests = FloatVector.broadcast(SPECIES, largest);
            FloatVector z0 = FloatVector.fromArray(SPECIES, z, at);
            FloatVector x = z0.sub(largests);
            FloatVector b = x.sub(z0);
            FloatVector lost = z0.sub(x.sub(b)).sub(largests.add(b));
            lost = lost.blend(0f, x.compare(VectorOperators.LT, EXP_LEAST));
            FloatVector c = x.blend(EXP_MOST, x.compare(VectorOperators.GT, FloatVector.broadcast(SPECIES, EXP_MOST)));
            c = c.blend(EXP_LEAST, x.compare(VectorOperators.LT, EXP_LEAST));
            FloatVector rounded =
                    c.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, TWO_FACTORS));
            FloatVector n = rounded.sub(TWO_FACTORS);
            FloatVector r = n.fma(
                    FloatVector.broadcast(SPECIES, -LN2_LOW), n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), c));
            FloatVector p = FloatVector.broadcast(SPECIES, EXP_4).fma(r, FloatVector.broadcast(SPECIES, EXP_3));
            p = p.fma(r, FloatVector.broadcast(SPECIES, EXP_2));
            p = p.fma(r, FloatVector.broadcast(SPECIES, EXP_1));
            p = p.fma(r, FloatVector.broadcast(SPECIES, EXP_0));
            FloatVector y = r.mul(r).fma(p, r);
            IntVector bits = rounded.reinterpretAsInts();
            IntVector half = bits.lanewise(VectorOperators.ASHR, 1);
            FloatVector first = half.lanewise(VectorOperators.LSHL, EXPONENT).reinterpretAsFloats();
            FloatVector second =
                    bits.sub(half).lanewise(VectorOperators.LSHL, EXPONENT).reinterpretAsFloats();
            FloatVector e = first.fma(y, first).mul(second);
            e.fma(lost, e).intoArray(a, at);
        }
        return at;
    }

    /** 1 / (1 + exp(-z)). */
    static boolean sigmoid(float[] z, float[] a, int count) {
        int last = z == a ? -1 : Math.min(z.length, a.length) - LANES;
        if (last < 0) {
            return false;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector x = FloatVector.fromArray(SPECIES, z, at);
            FloatVector c = x.abs().neg();
            c = c.blend(EXP_LEAST, c.compare(VectorOperators.LT, FloatVector.broadcast(SPECIES, EXP_LEAST)));
            FloatVector rounded =
                    c.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, TWO_FACTORS));
            FloatVector n = rounded.sub(TWO_FACTORS);
            FloatVector r = n.fma(
                    FloatVector.broadcast(SPECIES, -LN2_LOW), n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), c));
            FloatVector p = FloatVector.broadcast(SPECIES, EXP_4).fma(r, FloatVector.broadcast(SPECIES, EXP_3));
            p = p.fma(r, FloatVector.broadcast(SPECIES, EXP_2));
            p = p.fma(r, FloatVector.broadcast(SPECIES, EXP_1));
            p = p.fma(r, FloatVector.broadcast(SPECIES, EXP_0));
            FloatVector y = r.mul(r).fma(p, r);
            IntVector bits = rounded.reinterpretAsInts();
            IntVector half = bits.lanewise(VectorOperators.ASHR, 1);
            FloatVector first = half.lanewise(VectorOperators.LSHL, EXPONENT).reinterpretAsFloats();
            FloatVector second =
                    bits.sub(half).lanewise(VectorOperators.LSHL, EXPONENT).reinterpretAsFloats();
            FloatVector e = first.fma(y, first).mul(second);
            e.blend(1f, x.compare(VectorOperators.GE, FloatVector.broadcast(SPECIES, 0f)))
                    .div(e.add(1f))
                    .intoArray(a, at);
        }
        return true;
    }

    /** The hyperbolic tangent of z. */
    static boolean tanh(float[] z, float[] a, int count) {
        int last = z == a ? -1 : Math.min(z.length, a.length) - LANES;
        if (last < 0) {
            return false;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector x = FloatVector.fromArray(SPECIES, z, at);
            FloatVector c = x.abs().mul(-2f);
            c = c.blend(EXPM1_LEAST, c.compare(VectorOperators.LT, FloatVector.broadcast(SPECIES, EXPM1_LEAST)));
            FloatVector rounded =
                    c.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, ONE_FACTOR));
            FloatVector n = rounded.sub(ONE_FACTOR);
            FloatVector r = n.fma(
                    FloatVector.broadcast(SPECIES, -LN2_LOW), n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), c));
            FloatVector p = FloatVector.broadcast(SPECIES, EXP_4).fma(r, FloatVector.broadcast(SPECIES, EXP_3));
            p = p.fma(r, FloatVector.broadcast(SPECIES, EXP_2));
            p = p.fma(r, FloatVector.broadcast(SPECIES, EXP_1));
            p = p.fma(r, FloatVector.broadcast(SPECIES, EXP_0));
            FloatVector y = r.mul(r).fma(p, r);
            FloatVector power = rounded.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, EXPONENT)
                    .reinterpretAsFloats();
            FloatVector one = FloatVector.broadcast(SPECIES, 1f);
            FloatVector magnitude = y.neg().fma(power, one.sub(power)).div(y.fma(power, power.add(one)));
            magnitude
                    .reinterpretAsInts()
                    .or(x.reinterpretAsInts().and(SIGN))
                    .reinterpretAsFloats()
                    .intoArray(a, at);
        }
        return true;
    }

    /** slope·z from 0 on, depth·(exp(z) - 1) below, the depth being the sum of two floats: ELU and SELU. */
    static boolean expm1(float[] z, float[] a, int count, float depth, float depthLow, float slope) {
        int last = z == a ? -1 : Math.min(z.length, a.length) - LANES;
        if (last < 0) {
            return false;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector x = FloatVector.fromArray(SPECIES, z, at);
            FloatVector c =
                    x.blend(EXPM1_LEAST, x.compare(VectorOperators.LT, FloatVector.broadcast(SPECIES, EXPM1_LEAST)));
            FloatVector rounded =
                    c.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, ONE_FACTOR));
            FloatVector n = rounded.sub(ONE_FACTOR);
            FloatVector r = n.fma(
                    FloatVector.broadcast(SPECIES, -LN2_LOW), n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), c));
            FloatVector p = FloatVector.broadcast(SPECIES, EXP_4).fma(r, FloatVector.broadcast(SPECIES, EXP_3));
            p = p.fma(r, FloatVector.broadcast(SPECIES, EXP_2));
            p = p.fma(r, FloatVector.broadcast(SPECIES, EXP_1));
            p = p.fma(r, FloatVector.broadcast(SPECIES, EXP_0));
            FloatVector y = r.mul(r).fma(p, r);
            FloatVector power = rounded.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, EXPONENT)
                    .reinterpretAsFloats();
            FloatVector e = y.fma(power, power.sub(1f));
            e.fma(FloatVector.broadcast(SPECIES, depth), e.mul(depthLow))
                    .blend(x.mul(slope), x.compare(VectorOperators.GE, FloatVector.broadcast(SPECIES, 0f)))
                    .intoArray(a, at);
        }
        return true;
    }
}
