package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.FloatMath.EXPONENT;
import static dev.netwright.runtime.kernel.FloatMath.EXP_0;
import static dev.netwright.runtime.kernel.FloatMath.EXP_1;
import static dev.netwright.runtime.kernel.FloatMath.EXP_2;
import static dev.netwright.runtime.kernel.FloatMath.EXP_3;
import static dev.netwright.runtime.kernel.FloatMath.EXP_4;
import static dev.netwright.runtime.kernel.FloatMath.LN2_HIGH;
import static dev.netwright.runtime.kernel.FloatMath.LN2_LOW;
import static dev.netwright.runtime.kernel.FloatMath.LOG2_E;
import static dev.netwright.runtime.kernel.FloatMath.TWO_FACTORS;
import static dev.netwright.runtime.kernel.GeluMath.CENTRAL;
import static dev.netwright.runtime.kernel.GeluMath.CENTRE_0;
import static dev.netwright.runtime.kernel.GeluMath.CENTRE_1;
import static dev.netwright.runtime.kernel.GeluMath.CENTRE_2;
import static dev.netwright.runtime.kernel.GeluMath.CENTRE_3;
import static dev.netwright.runtime.kernel.GeluMath.CENTRE_4;
import static dev.netwright.runtime.kernel.GeluMath.CUBIC;
import static dev.netwright.runtime.kernel.GeluMath.CUBIC_LOW;
import static dev.netwright.runtime.kernel.GeluMath.CUBIC_SLOPE;
import static dev.netwright.runtime.kernel.GeluMath.GELU_LEAST;
import static dev.netwright.runtime.kernel.GeluMath.LINEAR;
import static dev.netwright.runtime.kernel.GeluMath.LINEAR_LOW;
import static dev.netwright.runtime.kernel.GeluMath.MILLS_0;
import static dev.netwright.runtime.kernel.GeluMath.MILLS_1;
import static dev.netwright.runtime.kernel.GeluMath.MILLS_2;
import static dev.netwright.runtime.kernel.GeluMath.MILLS_3;
import static dev.netwright.runtime.kernel.GeluMath.MILLS_4;
import static dev.netwright.runtime.kernel.GeluMath.MILLS_5;
import static dev.netwright.runtime.kernel.GeluMath.MILLS_6;
import static dev.netwright.runtime.kernel.GeluMath.MILLS_7;
import static dev.netwright.runtime.kernel.GeluMath.MILLS_8;
import static dev.netwright.runtime.kernel.GeluMath.ONE_OVER_SQRT_2_PI;
import static dev.netwright.runtime.kernel.GeluMath.SHIFT;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_0;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_1;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_2;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_3;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_4;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_5;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_6;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_7;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_8;
import static dev.netwright.runtime.kernel.GeluMath.TANH_LEAST;
import static dev.netwright.runtime.kernel.SimdArrays.LANES;
import static dev.netwright.runtime.kernel.SimdArrays.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** {@link GeluMath} on vectors, forward and backward, written as {@link SimdExponentials} are and for the same reason. */
final class SimdGelu {
    private SimdGelu() {}

    /** z·Φ(z). */
    static boolean gelu(float[] z, float[] a, int count) {
        int last = z == a ? -1 : Math.min(z.length, a.length) - LANES;
        if (last < 0) {
            return false;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector x = FloatVector.fromArray(SPECIES, z, at);
            FloatVector c = x.abs().neg();
            c = c.blend(GELU_LEAST, c.compare(VectorOperators.LT, FloatVector.broadcast(SPECIES, GELU_LEAST)));
            FloatVector h = c.mul(c);
            FloatVector exponent = h.mul(-0.5f);
            FloatVector low = c.fma(c, h.neg()).mul(-0.5f);
            FloatVector rounded =
                    exponent.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, TWO_FACTORS));
            FloatVector n = rounded.sub(TWO_FACTORS);
            FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), exponent)
                    .add(n.fma(FloatVector.broadcast(SPECIES, -LN2_LOW), low));
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
            FloatVector d = FloatVector.broadcast(SPECIES, -CENTRAL)
                    .sub(c)
                    .div(FloatVector.broadcast(SPECIES, SHIFT).sub(c));
            FloatVector q = FloatVector.broadcast(SPECIES, TAIL_8).fma(d, FloatVector.broadcast(SPECIES, TAIL_7));
            q = q.fma(d, FloatVector.broadcast(SPECIES, TAIL_6));
            q = q.fma(d, FloatVector.broadcast(SPECIES, TAIL_5));
            q = q.fma(d, FloatVector.broadcast(SPECIES, TAIL_4));
            q = q.fma(d, FloatVector.broadcast(SPECIES, TAIL_3));
            q = q.fma(d, FloatVector.broadcast(SPECIES, TAIL_2));
            q = q.fma(d, FloatVector.broadcast(SPECIES, TAIL_1));
            q = d.mul(q);
            FloatVector g = q.add(TAIL_0);
            FloatVector lost = q.sub(g.sub(TAIL_0));
            FloatVector tail = g.add(g.fma(y, lost)).mul(first).mul(second);
            FloatVector s = FloatVector.broadcast(SPECIES, CENTRE_4).fma(h, FloatVector.broadcast(SPECIES, CENTRE_3));
            s = s.fma(h, FloatVector.broadcast(SPECIES, CENTRE_2));
            s = s.fma(h, FloatVector.broadcast(SPECIES, CENTRE_1));
            s = s.fma(h, FloatVector.broadcast(SPECIES, CENTRE_0));
            FloatVector phi = x.fma(s, FloatVector.broadcast(SPECIES, 0.5f));
            FloatVector phiLost = x.fma(s, FloatVector.broadcast(SPECIES, 0.5f).sub(phi));
            FloatVector outside =
                    tail.neg().blend(x.sub(tail), x.compare(VectorOperators.GE, FloatVector.broadcast(SPECIES, 0f)));
            outside.blend(
                            x.fma(phi, x.mul(phiLost)),
                            c.compare(VectorOperators.GT, FloatVector.broadcast(SPECIES, -CENTRAL)))
                    .intoArray(a, at);
        }
        return true;
    }

    /** Back through {@link #gelu}. */
    static boolean geluBackward(float[] z, float[] da, float[] dz, int count) {
        int last = z == dz || da == dz ? -1 : Math.min(z.length, Math.min(da.length, dz.length)) - LANES;
        if (last < 0) {
            return false;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector x = FloatVector.fromArray(SPECIES, z, at);
            FloatVector c = x.abs().neg();
            c = c.blend(GELU_LEAST, c.compare(VectorOperators.LT, FloatVector.broadcast(SPECIES, GELU_LEAST)));
            FloatVector exponent = c.mul(-0.5f).mul(c);
            FloatVector rounded =
                    exponent.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, TWO_FACTORS));
            FloatVector n = rounded.sub(TWO_FACTORS);
            FloatVector r = n.fma(
                    FloatVector.broadcast(SPECIES, -LN2_LOW),
                    n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), exponent));
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
            FloatVector t = FloatVector.broadcast(SPECIES, 1f)
                    .div(FloatVector.broadcast(SPECIES, SHIFT).sub(c));
            FloatVector q = FloatVector.broadcast(SPECIES, MILLS_8).fma(t, FloatVector.broadcast(SPECIES, MILLS_7));
            q = q.fma(t, FloatVector.broadcast(SPECIES, MILLS_6));
            q = q.fma(t, FloatVector.broadcast(SPECIES, MILLS_5));
            q = q.fma(t, FloatVector.broadcast(SPECIES, MILLS_4));
            q = q.fma(t, FloatVector.broadcast(SPECIES, MILLS_3));
            q = q.fma(t, FloatVector.broadcast(SPECIES, MILLS_2));
            q = q.fma(t, FloatVector.broadcast(SPECIES, MILLS_1));
            q = q.fma(t, FloatVector.broadcast(SPECIES, MILLS_0));
            FloatVector scaled = c.fma(FloatVector.broadcast(SPECIES, ONE_OVER_SQRT_2_PI), t.mul(q))
                    .mul(first);
            FloatVector below = scaled.fma(y, scaled).mul(second);
            FloatVector slope = below.blend(
                    FloatVector.broadcast(SPECIES, 1f).sub(below),
                    x.compare(VectorOperators.GE, FloatVector.broadcast(SPECIES, 0f)));
            FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
        }
        return true;
    }

    /** z·s, s = 1 / (1 + exp(-w)). */
    static boolean geluTanh(float[] z, float[] a, int count) {
        int last = z == a ? -1 : Math.min(z.length, a.length) - LANES;
        if (last < 0) {
            return false;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector x = FloatVector.fromArray(SPECIES, z, at);
            FloatVector c = x.abs().neg();
            c = c.blend(TANH_LEAST, c.compare(VectorOperators.LT, FloatVector.broadcast(SPECIES, TANH_LEAST)));
            FloatVector h = c.mul(c);
            FloatVector product = h.mul(CUBIC);
            FloatVector factor = product.add(LINEAR);
            FloatVector added = factor.sub(product);
            FloatVector lost = product.sub(factor.sub(added))
                    .add(FloatVector.broadcast(SPECIES, LINEAR).sub(added))
                    .add(h.fma(FloatVector.broadcast(SPECIES, CUBIC), product.neg()));
            lost = h.fma(
                    FloatVector.broadcast(SPECIES, CUBIC_LOW),
                    c.fma(c, h.neg()).fma(FloatVector.broadcast(SPECIES, CUBIC), lost.add(LINEAR_LOW)));
            FloatVector exponent = c.mul(factor);
            FloatVector low = c.fma(lost, c.fma(factor, exponent.neg()));
            FloatVector rounded =
                    exponent.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, TWO_FACTORS));
            FloatVector n = rounded.sub(TWO_FACTORS);
            FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), exponent)
                    .add(n.fma(FloatVector.broadcast(SPECIES, -LN2_LOW), low));
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
            FloatVector sumLost = e.sub(sum.sub(1f));
            FloatVector scaled = c.mul(first);
            FloatVector below = scaled.fma(y.sub(sumLost), scaled).mul(second);
            below.blend(x, x.compare(VectorOperators.GE, FloatVector.broadcast(SPECIES, 0f)))
                    .div(sum)
                    .intoArray(a, at);
        }
        return true;
    }

    /** Back through {@link #geluTanh}. */
    static boolean geluTanhBackward(float[] z, float[] da, float[] dz, int count) {
        int last = z == dz || da == dz ? -1 : Math.min(z.length, Math.min(da.length, dz.length)) - LANES;
        if (last < 0) {
            return false;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector x = FloatVector.fromArray(SPECIES, z, at);
            FloatVector c = x.abs().neg();
            c = c.blend(TANH_LEAST, c.compare(VectorOperators.LT, FloatVector.broadcast(SPECIES, TANH_LEAST)));
            FloatVector h = c.mul(c);
            FloatVector exponent =
                    c.mul(h.fma(FloatVector.broadcast(SPECIES, CUBIC), FloatVector.broadcast(SPECIES, LINEAR)));
            FloatVector rounded =
                    exponent.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, TWO_FACTORS));
            FloatVector n = rounded.sub(TWO_FACTORS);
            FloatVector r = n.fma(
                    FloatVector.broadcast(SPECIES, -LN2_LOW),
                    n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), exponent));
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
            FloatVector slopeOfExponent =
                    h.fma(FloatVector.broadcast(SPECIES, CUBIC_SLOPE), FloatVector.broadcast(SPECIES, LINEAR));
            FloatVector below =
                    head.mul(u.mul(c.mul(u).fma(slopeOfExponent, one))).mul(second);
            FloatVector slope = below.blend(
                    FloatVector.broadcast(SPECIES, 1f).sub(below),
                    x.compare(VectorOperators.GE, FloatVector.broadcast(SPECIES, 0f)));
            FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
        }
        return true;
    }
}
