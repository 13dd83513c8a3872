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
import static dev.netwright.runtime.kernel.FloatMath.ONE_FACTOR;
import static dev.netwright.runtime.kernel.FloatMath.TWO_FACTORS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link FloatMath} on vectors: the same operations in the same order, so that every lane has the scalar code's bits.
 *
 * <p>HotSpot allocates the vectors of a method that it does not inline, and after some 60 operations on vectors it inlines
 * none but those of the class library. So what functions share is called early in each, and nothing else is a method.
 */
final class SimdFloatMath {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    private static final int SIGN = 0x80000000;

    private SimdFloatMath() {}

    static FloatVector exp(FloatVector x) {
        FloatVector c = x.blend(EXP_MOST, x.compare(VectorOperators.GT, EXP_MOST));
        c = c.blend(EXP_LEAST, x.compare(VectorOperators.LT, EXP_LEAST));
        FloatVector rounded =
                c.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, TWO_FACTORS));
        FloatVector first = firstFactor(rounded);
        return first.fma(reducedExpm1(c, rounded.sub(TWO_FACTORS)), first).mul(secondFactor(rounded));
    }

    static FloatVector expm1OfNegative(FloatVector x) {
        FloatVector c = x.blend(EXPM1_LEAST, x.compare(VectorOperators.LT, EXPM1_LEAST));
        FloatVector rounded = c.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, ONE_FACTOR));
        FloatVector power = powerOfTwo(rounded);
        return reducedExpm1(c, rounded.sub(ONE_FACTOR)).fma(power, power.sub(1f));
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector c = x.abs().mul(-2f);
        c = c.blend(EXPM1_LEAST, c.compare(VectorOperators.LT, EXPM1_LEAST));
        FloatVector rounded = c.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, ONE_FACTOR));
        FloatVector power = powerOfTwo(rounded);
        FloatVector y = reducedExpm1(c, rounded.sub(ONE_FACTOR));
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        FloatVector magnitude = y.neg().fma(power, one.sub(power)).div(y.fma(power, power.add(one)));
        return withSign(magnitude, x);
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector c = minusMagnitude(x);
        FloatVector rounded =
                c.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, TWO_FACTORS));
        FloatVector first = firstFactor(rounded);
        FloatVector e =
                first.fma(reducedExpm1(c, rounded.sub(TWO_FACTORS)), first).mul(secondFactor(rounded));
        return e.blend(1f, x.compare(VectorOperators.GE, 0f)).div(e.add(1f));
    }

    static FloatVector softplus(FloatVector x) {
        FloatVector c = minusMagnitude(x);
        FloatVector rounded =
                c.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, TWO_FACTORS));
        FloatVector first = firstFactor(rounded);
        FloatVector e =
                first.fma(reducedExpm1(c, rounded.sub(TWO_FACTORS)), first).mul(secondFactor(rounded));
        FloatVector p = FloatVector.broadcast(SPECIES, LOG1P_8).fma(e, FloatVector.broadcast(SPECIES, LOG1P_7));
        p = p.fma(e, FloatVector.broadcast(SPECIES, LOG1P_6));
        p = p.fma(e, FloatVector.broadcast(SPECIES, LOG1P_5));
        p = p.fma(e, FloatVector.broadcast(SPECIES, LOG1P_4));
        p = p.fma(e, FloatVector.broadcast(SPECIES, LOG1P_3));
        p = p.fma(e, FloatVector.broadcast(SPECIES, LOG1P_2));
        p = p.fma(e, FloatVector.broadcast(SPECIES, LOG1P_1));
        p = p.fma(e, FloatVector.broadcast(SPECIES, LOG1P_0));
        FloatVector above = FloatVector.broadcast(SPECIES, 0f).blend(x, x.compare(VectorOperators.GT, 0f));
        return above.add(e.mul(e).fma(p, e));
    }

    static FloatVector silu(FloatVector x) {
        FloatVector c = minusMagnitude(x);
        FloatVector rounded =
                c.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, TWO_FACTORS));
        FloatVector y = reducedExpm1(c, rounded.sub(TWO_FACTORS));
        FloatVector first = firstFactor(rounded);
        FloatVector second = secondFactor(rounded);
        FloatVector e = first.fma(y, first).mul(second);
        FloatVector sum = e.add(1f);
        FloatVector lost = e.sub(sum.sub(1f));
        FloatVector scaled = c.mul(first);
        FloatVector below = scaled.fma(y.sub(lost), scaled).mul(second);
        return below.blend(x, x.compare(VectorOperators.GE, 0f)).div(sum);
    }

    static FloatVector siluDerivative(FloatVector x) {
        FloatVector c = minusMagnitude(x);
        FloatVector rounded =
                c.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, TWO_FACTORS));
        FloatVector first = firstFactor(rounded);
        FloatVector second = secondFactor(rounded);
        FloatVector head = first.fma(reducedExpm1(c, rounded.sub(TWO_FACTORS)), first);
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        FloatVector u = one.div(head.mul(second).add(one));
        FloatVector below = head.mul(u.mul(c.fma(u, one))).mul(second);
        return below.blend(one.sub(below), x.compare(VectorOperators.GE, 0f));
    }

    static FloatVector mish(FloatVector x) {
        FloatVector c = bounded(x);
        FloatVector rounded =
                c.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, TWO_FACTORS));
        FloatVector y = reducedExpm1(c, rounded.sub(TWO_FACTORS));
        FloatVector first = firstFactor(rounded);
        FloatVector second = secondFactor(rounded);
        FloatVector e = first.fma(y, first).mul(second);
        VectorMask<Float> isLarge = x.compare(VectorOperators.GT, MISH_SMALL);
        FloatVector numerator = e.neg().mul(e.add(1f)).blend(c.mul(-2f), isLarge);
        FloatVector g = numerator.div(e.fma(e, e.add(e)).add(2f));
        FloatVector scaled = c.mul(first);
        FloatVector small = scaled.fma(g.fma(y, g.add(y)), scaled).mul(second);
        return small.blend(x.add(g), isLarge);
    }

    static FloatVector mishDerivative(FloatVector x) {
        FloatVector c = bounded(x);
        FloatVector rounded =
                c.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, TWO_FACTORS));
        FloatVector first = firstFactor(rounded);
        FloatVector second = secondFactor(rounded);
        FloatVector head = first.fma(reducedExpm1(c, rounded.sub(TWO_FACTORS)), first);
        FloatVector e = head.mul(second);
        FloatVector n = e.fma(e, e.add(e));
        FloatVector u = FloatVector.broadcast(SPECIES, 1f).div(n.add(2f));
        FloatVector slope = c.mul(4f).mul(e.add(1f)).mul(u);
        return n.fma(u, head.mul(slope.mul(u)).mul(second));
    }

    static FloatVector softsign(FloatVector x) {
        FloatVector magnitude = finite(x.abs());
        return withSign(magnitude.div(magnitude.add(1f)), x);
    }

    static FloatVector softsignDerivative(FloatVector x) {
        FloatVector magnitude = finite(x.abs());
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        FloatVector sum = magnitude.add(one);
        FloatVector added = sum.sub(magnitude);
        FloatVector lost = magnitude.sub(sum.sub(added)).add(one.sub(added));
        FloatVector u = one.div(sum);
        FloatVector square = u.div(sum);
        return square.fma(lost.mul(-2f).mul(u), square);
    }

    /**
     * Where the last vector may start: it lies within both arrays. Negative where elements are to be computed one by one,
     * for one of the arrays is shorter than a vector, or both are one, and what is computed twice would be wrong.
     */
    static int lastStart(float[] read, float[] written) {
        return read == written ? -1 : Math.min(read.length, written.length) - LANES;
    }

    static int lastStart(float[] read, float[] readToo, float[] readAsWell, float[] written) {
        return Math.min(
                lastStart(read, written), Math.min(lastStart(readToo, written), lastStart(readAsWell, written)));
    }

    private static FloatVector reducedExpm1(FloatVector x, FloatVector n) {
        FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), x);
        r = n.fma(FloatVector.broadcast(SPECIES, -LN2_LOW), r);
        FloatVector p = FloatVector.broadcast(SPECIES, EXP_4).fma(r, FloatVector.broadcast(SPECIES, EXP_3));
        p = p.fma(r, FloatVector.broadcast(SPECIES, EXP_2));
        p = p.fma(r, FloatVector.broadcast(SPECIES, EXP_1));
        p = p.fma(r, FloatVector.broadcast(SPECIES, EXP_0));
        return r.mul(r).fma(p, r);
    }

    private static FloatVector powerOfTwo(FloatVector rounded) {
        return rounded.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, EXPONENT)
                .reinterpretAsFloats();
    }

    private static FloatVector firstFactor(FloatVector rounded) {
        IntVector half = rounded.reinterpretAsInts().lanewise(VectorOperators.ASHR, 1);
        return half.lanewise(VectorOperators.LSHL, EXPONENT).reinterpretAsFloats();
    }

    private static FloatVector secondFactor(FloatVector rounded) {
        IntVector bits = rounded.reinterpretAsInts();
        IntVector rest = bits.sub(bits.lanewise(VectorOperators.ASHR, 1));
        return rest.lanewise(VectorOperators.LSHL, EXPONENT).reinterpretAsFloats();
    }

    private static FloatVector minusMagnitude(FloatVector x) {
        FloatVector c = x.abs().neg();
        return c.blend(EXP_LEAST, c.compare(VectorOperators.LT, EXP_LEAST));
    }

    private static FloatVector bounded(FloatVector x) {
        return x.blend(EXP_LEAST, x.compare(VectorOperators.LT, EXP_LEAST))
                .blend(MISH_MOST, x.compare(VectorOperators.GT, MISH_MOST));
    }

    private static FloatVector finite(FloatVector magnitude) {
        return magnitude.blend(Float.MAX_VALUE, magnitude.compare(VectorOperators.GT, Float.MAX_VALUE));
    }

    /** The magnitude is not negative. */
    private static FloatVector withSign(FloatVector magnitude, FloatVector sign) {
        return magnitude
                .reinterpretAsInts()
                .or(sign.reinterpretAsInts().and(SIGN))
                .reinterpretAsFloats();
    }
}
