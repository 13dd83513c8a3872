package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.FloatMath.SELU_DEPTH;
import static dev.netwright.runtime.kernel.FloatMath.SELU_LAMBDA;
import static dev.netwright.runtime.kernel.SimdArrays.LANES;
import static dev.netwright.runtime.kernel.SimdArrays.SPECIES;
import static dev.netwright.runtime.kernel.SimdArrays.lastStart;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Back through the activations on vectors, which lie as in {@link SimdActivations}. */
final class SimdActivationGradients implements ActivationGradients {
    @Override
    public void sigmoid(float[] z, float[] a, float[] da, float[] dz, int count) {
        int last = lastStart(z, a, da, dz);
        if (last < 0) {
            ActivationGradients.super.sigmoid(z, a, da, dz, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector as = FloatVector.fromArray(SPECIES, a, at);
            FloatVector slope = as.mul(FloatVector.broadcast(SPECIES, 1f).sub(as));
            FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
        }
    }

    @Override
    public void tanh(float[] z, float[] a, float[] da, float[] dz, int count) {
        int last = lastStart(z, a, da, dz);
        if (last < 0) {
            ActivationGradients.super.tanh(z, a, da, dz, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector as = FloatVector.fromArray(SPECIES, a, at);
            FloatVector slope = as.neg().fma(as, FloatVector.broadcast(SPECIES, 1f));
            FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
        }
    }

    @Override
    public void relu(float[] z, float[] a, float[] da, float[] dz, int count) {
        int last = lastStart(z, a, da, dz);
        if (last < 0) {
            ActivationGradients.super.relu(z, a, da, dz, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            FloatVector slope = FloatVector.broadcast(SPECIES, 0f).blend(1f, zs.compare(VectorOperators.GT, 0f));
            FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
        }
    }

    @Override
    public void leakyRelu(float[] z, float[] a, float[] da, float[] dz, int count, float alpha) {
        int last = lastStart(z, a, da, dz);
        if (last < 0) {
            ActivationGradients.super.leakyRelu(z, a, da, dz, count, alpha);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            FloatVector slope = FloatVector.broadcast(SPECIES, alpha).blend(1f, zs.compare(VectorOperators.GT, 0f));
            FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
        }
    }

    @Override
    public void elu(float[] z, float[] a, float[] da, float[] dz, int count, float alpha) {
        int last = lastStart(z, a, da, dz);
        if (last < 0) {
            ActivationGradients.super.elu(z, a, da, dz, count, alpha);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            FloatVector as = FloatVector.fromArray(SPECIES, a, at);
            FloatVector slope = as.add(alpha).blend(1f, zs.compare(VectorOperators.GT, 0f));
            FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
        }
    }

    @Override
    public void selu(float[] z, float[] a, float[] da, float[] dz, int count) {
        int last = lastStart(z, a, da, dz);
        if (last < 0) {
            ActivationGradients.super.selu(z, a, da, dz, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            FloatVector as = FloatVector.fromArray(SPECIES, a, at);
            FloatVector slope = as.add(SELU_DEPTH).blend(SELU_LAMBDA, zs.compare(VectorOperators.GT, 0f));
            FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
        }
    }

    @Override
    public void silu(float[] z, float[] a, float[] da, float[] dz, int count) {
        if (!SimdSmoothActivations.siluBackward(z, da, dz, count)) {
            ActivationGradients.super.silu(z, a, da, dz, count);
        }
    }

    @Override
    public void softplus(float[] z, float[] a, float[] da, float[] dz, int count) {
        if (!SimdSmoothActivations.softplusBackward(z, da, dz, count)) {
            ActivationGradients.super.softplus(z, a, da, dz, count);
        }
    }

    @Override
    public void softsign(float[] z, float[] a, float[] da, float[] dz, int count) {
        int last = lastStart(z, a, da, dz);
        if (last < 0) {
            ActivationGradients.super.softsign(z, a, da, dz, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector magnitude = FloatVector.fromArray(SPECIES, z, at).abs();
            magnitude = magnitude.blend(Float.MAX_VALUE, magnitude.compare(VectorOperators.GT, Float.MAX_VALUE));
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

    @Override
    public void hardSigmoid(float[] z, float[] a, float[] da, float[] dz, int count) {
        int last = lastStart(z, a, da, dz);
        if (last < 0) {
            ActivationGradients.super.hardSigmoid(z, a, da, dz, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            FloatVector slope = FloatVector.broadcast(SPECIES, 0f)
                    .blend(1f / 6f, zs.compare(VectorOperators.GT, -3f).and(zs.compare(VectorOperators.LT, 3f)));
            FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
        }
    }

    @Override
    public void hardTanh(float[] z, float[] a, float[] da, float[] dz, int count) {
        int last = lastStart(z, a, da, dz);
        if (last < 0) {
            ActivationGradients.super.hardTanh(z, a, da, dz, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, at);
            FloatVector slope = FloatVector.broadcast(SPECIES, 0f)
                    .blend(1f, zs.compare(VectorOperators.GT, -1f).and(zs.compare(VectorOperators.LT, 1f)));
            FloatVector.fromArray(SPECIES, da, at).mul(slope).intoArray(dz, at);
        }
    }

    @Override
    public void mish(float[] z, float[] a, float[] da, float[] dz, int count) {
        if (!SimdSmoothActivations.mishBackward(z, da, dz, count)) {
            ActivationGradients.super.mish(z, a, da, dz, count);
        }
    }

    @Override
    public void exponential(float[] z, float[] a, float[] da, float[] dz, int count) {
        int last = lastStart(z, a, da, dz);
        if (last < 0) {
            ActivationGradients.super.exponential(z, a, da, dz, count);
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            int at = Math.min(i, last);
            FloatVector as = FloatVector.fromArray(SPECIES, a, at);
            FloatVector.fromArray(SPECIES, da, at).mul(as).intoArray(dz, at);
        }
    }
}
