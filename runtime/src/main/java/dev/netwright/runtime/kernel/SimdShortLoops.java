package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.FloatMath.SELU_DEPTH;
import static dev.netwright.runtime.kernel.FloatMath.SELU_LAMBDA;
import static dev.netwright.runtime.kernel.SimdArrays.LANES;
import static dev.netwright.runtime.kernel.SimdArrays.SPECIES;
import static dev.netwright.runtime.kernel.SimdArrays.lastStart;

import dev.netwright.annotations.Activation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The activations of a few instructions on vectors, which lie as in {@link SimdActivations}. The loops of one direction stand in
 * one method: each alone is so short that C2 inlines it, and where callers of callers are inlined as well it gives up on the
 * vectors in the middle of all that and allocates them.
 */
final class SimdShortLoops {
    private static final int SIGN = 0x80000000;

    private SimdShortLoops() {}

    /** a = f(z); false where that is to be done element by element. */
    static boolean forward(Activation activation, float[] z, float[] a, int count, float alpha) {
        int last = lastStart(z, a);
        if (last < 0) {
            return false;
        }
        switch (activation) {
            case RELU -> {
                for (int i = 0; i < count; i += LANES) {
                    int at = Math.min(i, last);
                    FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
                    zs.blend(0f, zs.compare(VectorOperators.LE, 0f)).intoArray(a, at);
                }
            }
            case LEAKY_RELU -> {
                for (int i = 0; i < count; i += LANES) {
                    int at = Math.min(i, last);
                    FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
                    zs.mul(alpha).blend(zs, zs.compare(VectorOperators.GT, 0f)).intoArray(a, at);
                }
            }
            case SOFTSIGN -> {
                for (int i = 0; i < count; i += LANES) {
                    int at = Math.min(i, last);
                    FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
                    FloatVector magnitude = zs.abs();
                    magnitude =
                            magnitude.blend(Float.MAX_VALUE, magnitude.compare(VectorOperators.GT, Float.MAX_VALUE));
                    magnitude
                            .div(magnitude.add(1f))
                            .reinterpretAsInts()
                            .or(zs.reinterpretAsInts().and(SIGN))
                            .reinterpretAsFloats()
                            .intoArray(a, at);
                }
            }
            case HARD_SIGMOID -> {
                for (int i = 0; i < count; i += LANES) {
                    int at = Math.min(i, last);
                    FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
                    FloatVector line = zs.add(3f).div(6f);
                    line.blend(0f, line.compare(VectorOperators.LE, 0f))
                            .blend(1f, line.compare(VectorOperators.GT, 1f))
                            .intoArray(a, at);
                }
            }
            case HARD_TANH -> {
                for (int i = 0; i < count; i += LANES) {
                    int at = Math.min(i, last);
                    FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
                    zs.blend(-1f, zs.compare(VectorOperators.LT, -1f))
                            .blend(1f, zs.compare(VectorOperators.GT, 1f))
                            .intoArray(a, at);
                }
            }
            default -> throw new IllegalArgumentException(activation + " has a loop of its own");
        }
        return true;
    }

    /** dz = da·f'(z); false where that is to be done element by element. */
    static boolean backward(
            Activation activation, float[] z, float[] a, float[] da, float[] dz, int count, float alpha) {
        int last = lastStart(z, a, da, dz);
        if (last < 0) {
            return false;
        }
        switch (activation) {
            case SIGMOID -> {
                for (int i = 0; i < count; i += LANES) {
                    int at = Math.min(i, last);
                    FloatVector as = FloatVector.fromArray(SPECIES, a, at);
                    FloatVector slope =
                            as.mul(FloatVector.broadcast(SPECIES, 1f).sub(as));
                    FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
                }
            }
            case TANH -> {
                for (int i = 0; i < count; i += LANES) {
                    int at = Math.min(i, last);
                    FloatVector as = FloatVector.fromArray(SPECIES, a, at);
                    FloatVector slope = as.neg().fma(as, FloatVector.broadcast(SPECIES, 1f));
                    FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
                }
            }
            case RELU -> {
                for (int i = 0; i < count; i += LANES) {
                    int at = Math.min(i, last);
                    FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
                    FloatVector slope =
                            FloatVector.broadcast(SPECIES, 0f).blend(1f, zs.compare(VectorOperators.GT, 0f));
                    FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
                }
            }
            case LEAKY_RELU -> {
                for (int i = 0; i < count; i += LANES) {
                    int at = Math.min(i, last);
                    FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
                    FloatVector slope =
                            FloatVector.broadcast(SPECIES, alpha).blend(1f, zs.compare(VectorOperators.GT, 0f));
                    FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
                }
            }
            case ELU -> {
                for (int i = 0; i < count; i += LANES) {
                    int at = Math.min(i, last);
                    FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
                    FloatVector as = FloatVector.fromArray(SPECIES, a, at);
                    FloatVector slope = as.add(alpha).blend(1f, zs.compare(VectorOperators.GT, 0f));
                    FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
                }
            }
            case SELU -> {
                for (int i = 0; i < count; i += LANES) {
                    int at = Math.min(i, last);
                    FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
                    FloatVector as = FloatVector.fromArray(SPECIES, a, at);
                    FloatVector slope = as.add(SELU_DEPTH).blend(SELU_LAMBDA, zs.compare(VectorOperators.GT, 0f));
                    FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
                }
            }
            case SOFTSIGN -> {
                for (int i = 0; i < count; i += LANES) {
                    int at = Math.min(i, last);
                    FloatVector magnitude =
                            FloatVector.fromArray(SPECIES, z, at).abs();
                    magnitude =
                            magnitude.blend(Float.MAX_VALUE, magnitude.compare(VectorOperators.GT, Float.MAX_VALUE));
                    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
                    FloatVector sum = magnitude.add(one);
                    FloatVector added = sum.sub(magnitude);
                    FloatVector lost = magnitude.sub(sum.sub(added)).add(one.sub(added));
                    FloatVector u = one.div(sum);
                    FloatVector square = u.div(sum);
                    FloatVector slope = square.fma(lost.mul(-2f).mul(u), square);
                    FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
                }
            }
            case HARD_SIGMOID -> {
                for (int i = 0; i < count; i += LANES) {
                    int at = Math.min(i, last);
                    FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
                    FloatVector slope = FloatVector.broadcast(SPECIES, 0f)
                            .blend(
                                    1f / 6f,
                                    zs.compare(VectorOperators.GT, -3f).and(zs.compare(VectorOperators.LT, 3f)));
                    FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
                }
            }
            case HARD_TANH -> {
                for (int i = 0; i < count; i += LANES) {
                    int at = Math.min(i, last);
                    FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
                    FloatVector slope = FloatVector.broadcast(SPECIES, 0f)
                            .blend(1f, zs.compare(VectorOperators.GT, -1f).and(zs.compare(VectorOperators.LT, 1f)));
                    FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
                }
            }
            case EXPONENTIAL -> {
                for (int i = 0; i < count; i += LANES) {
                    int at = Math.min(i, last);
                    FloatVector as = FloatVector.fromArray(SPECIES, a, at);
                    FloatVector.fromArray(SPECIES, da, at).mul(as).intoArray(dz, at);
                }
            }
            default -> throw new IllegalArgumentException(activation + " has a loop of its own");
        }
        return true;
    }
}
