package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.FloatMath.SELU_DEPTH;
import static dev.netwright.runtime.kernel.FloatMath.SELU_DEPTH_LOW;
import static dev.netwright.runtime.kernel.FloatMath.SELU_LAMBDA;
import static dev.netwright.runtime.kernel.SimdFloatMath.LANES;
import static dev.netwright.runtime.kernel.SimdFloatMath.SPECIES;
import static dev.netwright.runtime.kernel.SimdFloatMath.lastStart;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The activations on vectors. A last vector that is not full goes on into the scratch beyond {@code count}; where the arrays end
 * before it does, it starts earlier and computes a few elements again. Arrays shorter than a vector, and results
 * written over their own arguments, are computed element by element.
 */
final class SimdActivations implements ActivationKernels {
    @Override
    public void sigmoid(float[] z, float[] a, int count) {
        int last = lastStart(z, a);
        if (last < 0) {
            ActivationKernels.super.sigmoid(z, a, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            SimdFloatMath.sigmoid(zs).intoArray(a, at);
        }
    }

    @Override
    public void tanh(float[] z, float[] a, int count) {
        int last = lastStart(z, a);
        if (last < 0) {
            ActivationKernels.super.tanh(z, a, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            SimdFloatMath.tanh(zs).intoArray(a, at);
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
        int last = lastStart(z, a);
        if (last < 0) {
            ActivationKernels.super.elu(z, a, count, alpha);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            SimdFloatMath.expm1OfNegative(zs)
                    .mul(alpha)
                    .blend(zs, zs.compare(VectorOperators.GE, 0f))
                    .intoArray(a, at);
        }
    }

    @Override
    public void selu(float[] z, float[] a, int count) {
        int last = lastStart(z, a);
        if (last < 0) {
            ActivationKernels.super.selu(z, a, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            FloatVector e = SimdFloatMath.expm1OfNegative(zs);
            e.fma(FloatVector.broadcast(SPECIES, SELU_DEPTH), e.mul(SELU_DEPTH_LOW))
                    .blend(zs.mul(SELU_LAMBDA), zs.compare(VectorOperators.GE, 0f))
                    .intoArray(a, at);
        }
    }

    @Override
    public void silu(float[] z, float[] a, int count) {
        int last = lastStart(z, a);
        if (last < 0) {
            ActivationKernels.super.silu(z, a, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            SimdFloatMath.silu(zs).intoArray(a, at);
        }
    }

    @Override
    public void softplus(float[] z, float[] a, int count) {
        int last = lastStart(z, a);
        if (last < 0) {
            ActivationKernels.super.softplus(z, a, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            SimdFloatMath.softplus(zs).intoArray(a, at);
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
            SimdFloatMath.softsign(zs).intoArray(a, at);
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
        int last = lastStart(z, a);
        if (last < 0) {
            ActivationKernels.super.mish(z, a, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            SimdFloatMath.mish(zs).intoArray(a, at);
        }
    }

    @Override
    public void exponential(float[] z, float[] a, int count) {
        int last = lastStart(z, a);
        if (last < 0) {
            ActivationKernels.super.exponential(z, a, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            SimdFloatMath.exp(zs).intoArray(a, at);
        }
    }

    @Override
    public void gelu(float[] z, float[] a, int count) {
        int last = lastStart(z, a);
        if (last < 0) {
            ActivationKernels.super.gelu(z, a, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            SimdGelu.gelu(z, a, at, SimdGelu.EVEN);
            SimdGelu.gelu(z, a, at, SimdGelu.ODD);
        }
    }

    @Override
    public void geluTanh(float[] z, float[] a, int count) {
        int last = lastStart(z, a);
        if (last < 0) {
            ActivationKernels.super.geluTanh(z, a, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            SimdGelu.geluTanh(z, a, at, SimdGelu.EVEN);
            SimdGelu.geluTanh(z, a, at, SimdGelu.ODD);
        }
    }
}
