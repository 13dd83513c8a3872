package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.FloatMath.SELU_DEPTH;
import static dev.netwright.runtime.kernel.FloatMath.SELU_DEPTH_LOW;
import static dev.netwright.runtime.kernel.FloatMath.SELU_LAMBDA;
import static dev.netwright.runtime.kernel.SimdArrays.LANES;
import static dev.netwright.runtime.kernel.SimdArrays.SPECIES;
import static dev.netwright.runtime.kernel.SimdArrays.lastStart;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The activations on vectors. A last vector that is not full goes on into the scratch beyond {@code count}; where the arrays end
 * before it does, it starts earlier and computes a few elements again. Arrays shorter than a vector, and results
 * written over their own arguments, are computed element by element.
 */
final class SimdActivations implements ActivationKernels {
    private static final int SIGN = 0x80000000;

    @Override
    public void sigmoid(float[] z, float[] a, int count) {
        if (!SimdExponentials.sigmoid(z, a, count)) {
            ActivationKernels.super.sigmoid(z, a, count);
        }
    }

    @Override
    public void tanh(float[] z, float[] a, int count) {
        if (!SimdExponentials.tanh(z, a, count)) {
            ActivationKernels.super.tanh(z, a, count);
        }
    }

    @Override
    public void relu(float[] z, float[] a, int count) {
        int last = lastStart(z, a);
        if (last < 0) {
            ActivationKernels.super.relu(z, a, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            zs.blend(0f, zs.compare(VectorOperators.LE, 0f)).intoArray(a, at);
        }
    }

    @Override
    public void leakyRelu(float[] z, float[] a, int count, float alpha) {
        int last = lastStart(z, a);
        if (last < 0) {
            ActivationKernels.super.leakyRelu(z, a, count, alpha);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            zs.mul(alpha).blend(zs, zs.compare(VectorOperators.GT, 0f)).intoArray(a, at);
        }
    }

    @Override
    public void elu(float[] z, float[] a, int count, float alpha) {
        if (!SimdExponentials.expm1(z, a, count, alpha, 0f, 1f)) {
            ActivationKernels.super.elu(z, a, count, alpha);
        }
    }

    @Override
    public void selu(float[] z, float[] a, int count) {
        if (!SimdExponentials.expm1(z, a, count, SELU_DEPTH, SELU_DEPTH_LOW, SELU_LAMBDA)) {
            ActivationKernels.super.selu(z, a, count);
        }
    }

    @Override
    public void silu(float[] z, float[] a, int count) {
        if (!SimdSmoothActivations.silu(z, a, count)) {
            ActivationKernels.super.silu(z, a, count);
        }
    }

    @Override
    public void softplus(float[] z, float[] a, int count) {
        if (!SimdSmoothActivations.softplus(z, a, count)) {
            ActivationKernels.super.softplus(z, a, count);
        }
    }

    @Override
    public void softsign(float[] z, float[] a, int count) {
        int last = lastStart(z, a);
        if (last < 0) {
            ActivationKernels.super.softsign(z, a, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            FloatVector magnitude = zs.abs();
            magnitude = magnitude.blend(Float.MAX_VALUE, magnitude.compare(VectorOperators.GT, Float.MAX_VALUE));
            magnitude
                    .div(magnitude.add(1f))
                    .reinterpretAsInts()
                    .or(zs.reinterpretAsInts().and(SIGN))
                    .reinterpretAsFloats()
                    .intoArray(a, at);
        }
    }

    @Override
    public void hardSigmoid(float[] z, float[] a, int count) {
        int last = lastStart(z, a);
        if (last < 0) {
            ActivationKernels.super.hardSigmoid(z, a, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            FloatVector line = zs.add(3f).div(6f);
            line.blend(0f, line.compare(VectorOperators.LE, 0f))
                    .blend(1f, line.compare(VectorOperators.GT, 1f))
                    .intoArray(a, at);
        }
    }

    @Override
    public void hardTanh(float[] z, float[] a, int count) {
        int last = lastStart(z, a);
        if (last < 0) {
            ActivationKernels.super.hardTanh(z, a, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            zs.blend(-1f, zs.compare(VectorOperators.LT, -1f))
                    .blend(1f, zs.compare(VectorOperators.GT, 1f))
                    .intoArray(a, at);
        }
    }

    @Override
    public void mish(float[] z, float[] a, int count) {
        if (!SimdSmoothActivations.mish(z, a, count)) {
            ActivationKernels.super.mish(z, a, count);
        }
    }

    @Override
    public void exponential(float[] z, float[] a, int count) {
        if (!SimdExponentials.exp(z, a, count)) {
            ActivationKernels.super.exponential(z, a, count);
        }
    }

    @Override
    public void exponentials(float[] z, float[] a, int offset, int count, float largest) {
        int end = offset + count;
        int at = SimdExponentials.expOfDifferences(z, a, offset, end, lastStart(z, a), largest);
        ActivationKernels.super.exponentials(z, a, at, Math.max(0, end - at), largest);
    }
}
