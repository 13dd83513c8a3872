package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.FloatMath.EXPONENT;
import static dev.netwright.runtime.kernel.FloatMath.EXP_0;
import static dev.netwright.runtime.kernel.FloatMath.EXP_1;
import static dev.netwright.runtime.kernel.FloatMath.EXP_2;
import static dev.netwright.runtime.kernel.FloatMath.EXP_3;
import static dev.netwright.runtime.kernel.FloatMath.EXP_4;
import static dev.netwright.runtime.kernel.FloatMath.EXP_LEAST;
import static dev.netwright.runtime.kernel.FloatMath.LN2_HIGH;
import static dev.netwright.runtime.kernel.FloatMath.LN2_LOW;
import static dev.netwright.runtime.kernel.FloatMath.LOG1P_0;
import static dev.netwright.runtime.kernel.FloatMath.LOG1P_1;
import static dev.netwright.runtime.kernel.FloatMath.LOG1P_2;
import static dev.netwright.runtime.kernel.FloatMath.LOG1P_3;
import static dev.netwright.runtime.kernel.FloatMath.LOG1P_4;
import static dev.netwright.runtime.kernel.FloatMath.LOG1P_5;
import static dev.netwright.runtime.kernel.FloatMath.LOG1P_6;
import static dev.netwright.runtime.kernel.FloatMath.LOG1P_7;
import static dev.netwright.runtime.kernel.FloatMath.LOG1P_8;
import static dev.netwright.runtime.kernel.FloatMath.LOG2_E;
import static dev.netwright.runtime.kernel.FloatMath.MISH_MOST;
import static dev.netwright.runtime.kernel.FloatMath.MISH_SMALL;
import static dev.netwright.runtime.kernel.FloatMath.TWO_FACTORS;
import static dev.netwright.runtime.kernel.SimdArrays.LANES;
import static dev.netwright.runtime.kernel.SimdArrays.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The smooth relatives of ReLU on vectors, forward and backward, written as {@link SimdExponentials} are and for the same reason. */
final class SimdSmoothActivations {
    private SimdSmoothActivations() {}

    /** z·sigmoid(z). */
    static boolean silu(float[] z, float[] a, int count) {
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
            FloatVector sum = e.add(1f);
            FloatVector lost = e.sub(sum.sub(1f));
            FloatVector scaled = c.mul(first);
            FloatVector below = scaled.fma(y.sub(lost), scaled).mul(second);
            below.blend(x, x.compare(VectorOperators.GE, FloatVector.broadcast(SPECIES, 0f)))
                    .div(sum)
                    .intoArray(a, at);
        }
        return true;
    }

    /** log(1 + exp(z)). */
    static boolean softplus(float[] z, float[] a, int count) {
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
            FloatVector q = FloatVector.broadcast(SPECIES, LOG1P_8).fma(e, FloatVector.broadcast(SPECIES, LOG1P_7));
            q = q.fma(e, FloatVector.broadcast(SPECIES, LOG1P_6));
            q = q.fma(e, FloatVector.broadcast(SPECIES, LOG1P_5));
            q = q.fma(e, FloatVector.broadcast(SPECIES, LOG1P_4));
            q = q.fma(e, FloatVector.broadcast(SPECIES, LOG1P_3));
            q = q.fma(e, FloatVector.broadcast(SPECIES, LOG1P_2));
            q = q.fma(e, FloatVector.broadcast(SPECIES, LOG1P_1));
            q = q.fma(e, FloatVector.broadcast(SPECIES, LOG1P_0));
            FloatVector.broadcast(SPECIES, 0f)
                    .blend(x, x.compare(VectorOperators.GT, 0f))
                    .add(e.mul(e).fma(q, e))
                    .intoArray(a, at);
        }
        return true;
    }

    /** z·tanh(log(1 + exp(z))). */
    static boolean mish(float[] z, float[] a, int count) {
        int last = z == a ? -1 : Math.min(z.length, a.length) - LANES;
        if (last < 0) {
            return false;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector x = FloatVector.fromArray(SPECIES, z, at);
            FloatVector c = x.blend(EXP_LEAST, x.compare(VectorOperators.LT, EXP_LEAST))
                    .blend(MISH_MOST, x.compare(VectorOperators.GT, MISH_MOST));
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
            VectorMask<Float> isLarge = x.compare(VectorOperators.GT, MISH_SMALL);
            FloatVector numerator = e.neg().mul(e.add(1f)).blend(c.mul(-2f), isLarge);
            FloatVector g = numerator.div(e.fma(e, e.add(e)).add(2f));
            FloatVector scaled = c.mul(first);
            FloatVector small = scaled.fma(g.fma(y, g.add(y)), scaled).mul(second);
            small.blend(x.add(g), isLarge).intoArray(a, at);
        }
        return true;
    }

    /** Back through {@link #silu}. */
    static boolean siluBackward(float[] z, float[] da, float[] dz, int count) {
        int last = z == dz || da == dz ? -1 : Math.min(z.length, Math.min(da.length, dz.length)) - LANES;
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
            FloatVector head = first.fma(y, first);
            FloatVector one = FloatVector.broadcast(SPECIES, 1f);
            FloatVector u = one.div(head.mul(second).add(one));
            FloatVector below = head.mul(u.mul(c.fma(u, one))).mul(second);
            FloatVector slope =
                    below.blend(one.sub(below), x.compare(VectorOperators.GE, FloatVector.broadcast(SPECIES, 0f)));
            FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
        }
        return true;
    }

    /** Back through {@link #softplus}, whose slope is the sigmoid. */
    static boolean softplusBackward(float[] z, float[] da, float[] dz, int count) {
        int last = z == dz || da == dz ? -1 : Math.min(z.length, Math.min(da.length, dz.length)) - LANES;
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
            FloatVector slope = e.blend(1f, x.compare(VectorOperators.GE, FloatVector.broadcast(SPECIES, 0f)))
                    .div(e.add(1f));
            FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
        }
        return true;
    }

    /** Back through {@link #mish}. */
    static boolean mishBackward(float[] z, float[] da, float[] dz, int count) {
        int last = z == dz || da == dz ? -1 : Math.min(z.length, Math.min(da.length, dz.length)) - LANES;
        if (last < 0) {
            return false;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector x = FloatVector.fromArray(SPECIES, z, at);
            FloatVector c = x.blend(EXP_LEAST, x.compare(VectorOperators.LT, EXP_LEAST))
                    .blend(MISH_MOST, x.compare(VectorOperators.GT, MISH_MOST));
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
            FloatVector head = first.fma(y, first);
            FloatVector e = head.mul(second);
            FloatVector m = e.fma(e, e.add(e));
            FloatVector u = FloatVector.broadcast(SPECIES, 1f).div(m.add(2f));
            FloatVector steep = c.mul(4f).mul(e.add(1f)).mul(u);
            FloatVector slope = m.fma(u, head.mul(steep.mul(u)).mul(second));
            FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
        }
        return true;
    }
}
