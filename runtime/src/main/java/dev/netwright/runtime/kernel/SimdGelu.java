package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.GeluMath.EXPONENT;
import static dev.netwright.runtime.kernel.GeluMath.EXP_0;
import static dev.netwright.runtime.kernel.GeluMath.EXP_1;
import static dev.netwright.runtime.kernel.GeluMath.EXP_2;
import static dev.netwright.runtime.kernel.GeluMath.EXP_3;
import static dev.netwright.runtime.kernel.GeluMath.EXP_4;
import static dev.netwright.runtime.kernel.GeluMath.EXP_5;
import static dev.netwright.runtime.kernel.GeluMath.EXP_6;
import static dev.netwright.runtime.kernel.GeluMath.GELU_MOST;
import static dev.netwright.runtime.kernel.GeluMath.LN2;
import static dev.netwright.runtime.kernel.GeluMath.LOG2_E;
import static dev.netwright.runtime.kernel.GeluMath.ONE_OVER_SQRT_2_PI;
import static dev.netwright.runtime.kernel.GeluMath.ROUND;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_0;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_1;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_10;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_2;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_3;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_4;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_5;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_6;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_7;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_8;
import static dev.netwright.runtime.kernel.GeluMath.TAIL_9;
import static dev.netwright.runtime.kernel.GeluMath.TANH_CUBIC;
import static dev.netwright.runtime.kernel.GeluMath.TANH_LINEAR;
import static dev.netwright.runtime.kernel.GeluMath.TANH_MOST;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link GeluMath} on vectors: the same operations in the same order, so that every lane has the scalar code's bits.
 *
 * <p>A vector has half as many doubles as floats, so floats at even and at odd places are computed one after the other. Each
 * half is a method from array to array: both together would be too much for HotSpot to inline, and vectors of half
 * the bits in the same classes would spoil what it knows of the types in all other kernels.
 */
final class SimdGelu {
    /** The shift that brings a float of a pair into the lower half of a long. */
    static final int EVEN = 0;

    static final int ODD = 32;

    private static final long LOW = 0xFFFFFFFFL;
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

    private SimdGelu() {}

    static void gelu(float[] from, float[] to, int at, int shift) {
        DoubleVector z = doubles(from, at, shift);
        DoubleVector x = magnitude(z, GELU_MOST);
        DoubleVector square = x.mul(x);
        DoubleVector exp = exp(square.mul(-0.5));
        DoubleVector wide = x.add(4.0);
        DoubleVector narrow = x.add(1.0);
        DoubleVector u = DoubleVector.broadcast(SPECIES, 1.0).div(wide.mul(narrow));
        DoubleVector tail = tail(narrow, u).mul(wide.mul(u));
        DoubleVector below = x.neg().mul(exp.mul(tail));
        DoubleVector result = DoubleVector.broadcast(SPECIES, 0.0)
                .blend(z, z.compare(VectorOperators.GE, 0.0))
                .add(below);
        LongVector bits = ((FloatVector) result.convertShape(VectorOperators.D2F, FLOATS, 0))
                .reinterpretAsInts()
                .convertShape(VectorOperators.I2L, LONGS, 0)
                .reinterpretAsLongs();
        LongVector others =
                FloatVector.fromArray(FLOATS, to, at).reinterpretAsInts().reinterpretAsLongs();
        bits.and(LOW)
                .lanewise(VectorOperators.LSHL, shift)
                .or(others.and(LOW << ODD >>> shift))
                .reinterpretAsFloats()
                .intoArray(to, at);
    }

    static void geluDerivative(float[] from, float[] to, int at, int shift) {
        DoubleVector z = doubles(from, at, shift);
        DoubleVector x = magnitude(z, GELU_MOST);
        DoubleVector square = x.mul(x);
        DoubleVector exp = exp(square.mul(-0.5));
        DoubleVector wide = x.add(4.0);
        DoubleVector narrow = x.add(1.0);
        DoubleVector u = DoubleVector.broadcast(SPECIES, 1.0).div(wide.mul(narrow));
        DoubleVector tail = tail(narrow, u).mul(wide.mul(u));
        DoubleVector below = exp.mul(x.neg().fma(DoubleVector.broadcast(SPECIES, ONE_OVER_SQRT_2_PI), tail));
        DoubleVector result =
                below.blend(DoubleVector.broadcast(SPECIES, 1.0).sub(below), z.compare(VectorOperators.GE, 0.0));
        LongVector bits = ((FloatVector) result.convertShape(VectorOperators.D2F, FLOATS, 0))
                .reinterpretAsInts()
                .convertShape(VectorOperators.I2L, LONGS, 0)
                .reinterpretAsLongs();
        LongVector others =
                FloatVector.fromArray(FLOATS, to, at).reinterpretAsInts().reinterpretAsLongs();
        bits.and(LOW)
                .lanewise(VectorOperators.LSHL, shift)
                .or(others.and(LOW << ODD >>> shift))
                .reinterpretAsFloats()
                .intoArray(to, at);
    }

    static void geluTanh(float[] from, float[] to, int at, int shift) {
        DoubleVector z = doubles(from, at, shift);
        DoubleVector x = magnitude(z, TANH_MOST);
        DoubleVector minus = x.neg();
        DoubleVector e = exp(minus.mul(DoubleVector.broadcast(SPECIES, TANH_CUBIC)
                .fma(x.mul(x), DoubleVector.broadcast(SPECIES, TANH_LINEAR))));
        DoubleVector result =
                minus.mul(e).blend(z, z.compare(VectorOperators.GE, 0.0)).div(e.add(1.0));
        LongVector bits = ((FloatVector) result.convertShape(VectorOperators.D2F, FLOATS, 0))
                .reinterpretAsInts()
                .convertShape(VectorOperators.I2L, LONGS, 0)
                .reinterpretAsLongs();
        LongVector others =
                FloatVector.fromArray(FLOATS, to, at).reinterpretAsInts().reinterpretAsLongs();
        bits.and(LOW)
                .lanewise(VectorOperators.LSHL, shift)
                .or(others.and(LOW << ODD >>> shift))
                .reinterpretAsFloats()
                .intoArray(to, at);
    }

    static void geluTanhDerivative(float[] from, float[] to, int at, int shift) {
        DoubleVector z = doubles(from, at, shift);
        DoubleVector x = magnitude(z, TANH_MOST);
        DoubleVector minus = x.neg();
        DoubleVector square = x.mul(x);
        DoubleVector e = exp(minus.mul(
                DoubleVector.broadcast(SPECIES, TANH_CUBIC).fma(square, DoubleVector.broadcast(SPECIES, TANH_LINEAR))));
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector u = one.div(e.add(one));
        DoubleVector slope = DoubleVector.broadcast(SPECIES, 3.0 * TANH_CUBIC)
                .fma(square, DoubleVector.broadcast(SPECIES, TANH_LINEAR));
        DoubleVector below = e.mul(u).mul(minus.mul(u).fma(slope, one));
        DoubleVector result = below.blend(one.sub(below), z.compare(VectorOperators.GE, 0.0));
        LongVector bits = ((FloatVector) result.convertShape(VectorOperators.D2F, FLOATS, 0))
                .reinterpretAsInts()
                .convertShape(VectorOperators.I2L, LONGS, 0)
                .reinterpretAsLongs();
        LongVector others =
                FloatVector.fromArray(FLOATS, to, at).reinterpretAsInts().reinterpretAsLongs();
        bits.and(LOW)
                .lanewise(VectorOperators.LSHL, shift)
                .or(others.and(LOW << ODD >>> shift))
                .reinterpretAsFloats()
                .intoArray(to, at);
    }

    /** One half of the floats that start at a place, as doubles. */
    private static DoubleVector doubles(float[] from, int at, int shift) {
        LongVector pairs =
                FloatVector.fromArray(FLOATS, from, at).reinterpretAsInts().reinterpretAsLongs();
        IntVector half =
                (IntVector) pairs.lanewise(VectorOperators.LSHR, shift).convertShape(VectorOperators.L2I, INTS, 0);
        return (DoubleVector) half.reinterpretAsFloats().convertShape(VectorOperators.F2D, SPECIES, 0);
    }

    private static DoubleVector magnitude(DoubleVector z, double most) {
        DoubleVector x = z.abs();
        return x.blend(most, x.compare(VectorOperators.GT, most));
    }

    private static DoubleVector exp(DoubleVector x) {
        DoubleVector rounded = x.fma(DoubleVector.broadcast(SPECIES, LOG2_E), DoubleVector.broadcast(SPECIES, ROUND));
        DoubleVector r = rounded.sub(ROUND).fma(DoubleVector.broadcast(SPECIES, -LN2), x);
        DoubleVector p = DoubleVector.broadcast(SPECIES, EXP_6).fma(r, DoubleVector.broadcast(SPECIES, EXP_5));
        p = p.fma(r, DoubleVector.broadcast(SPECIES, EXP_4));
        p = p.fma(r, DoubleVector.broadcast(SPECIES, EXP_3));
        p = p.fma(r, DoubleVector.broadcast(SPECIES, EXP_2));
        p = p.fma(r, DoubleVector.broadcast(SPECIES, EXP_1));
        p = p.fma(r, DoubleVector.broadcast(SPECIES, EXP_0));
        return p.mul(rounded.reinterpretAsLongs()
                .lanewise(VectorOperators.LSHL, EXPONENT)
                .reinterpretAsDoubles());
    }

    private static DoubleVector tail(DoubleVector narrow, DoubleVector u) {
        DoubleVector t = narrow.mul(-8.0).fma(u, DoubleVector.broadcast(SPECIES, 1.0));
        DoubleVector p = DoubleVector.broadcast(SPECIES, TAIL_10).fma(t, DoubleVector.broadcast(SPECIES, TAIL_9));
        p = p.fma(t, DoubleVector.broadcast(SPECIES, TAIL_8));
        p = p.fma(t, DoubleVector.broadcast(SPECIES, TAIL_7));
        p = p.fma(t, DoubleVector.broadcast(SPECIES, TAIL_6));
        p = p.fma(t, DoubleVector.broadcast(SPECIES, TAIL_5));
        p = p.fma(t, DoubleVector.broadcast(SPECIES, TAIL_4));
        p = p.fma(t, DoubleVector.broadcast(SPECIES, TAIL_3));
        p = p.fma(t, DoubleVector.broadcast(SPECIES, TAIL_2));
        p = p.fma(t, DoubleVector.broadcast(SPECIES, TAIL_1));
        p = p.fma(t, DoubleVector.broadcast(SPECIES, TAIL_0));
        return p;
    }
}
