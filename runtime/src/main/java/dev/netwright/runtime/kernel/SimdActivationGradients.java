package dev.netwright.runtime.kernel;

import dev.netwright.annotations.Activation;

/** Back through the activations on vectors, which lie as in {@link SimdActivations}. */
final class SimdActivationGradients implements ActivationGradients {
    @Override
    public void sigmoid(float[] z, float[] a, float[] da, float[] dz, int count) {
        if (!SimdShortLoops.backward(Activation.SIGMOID, z, a, da, dz, count, 0f)) {
            ActivationGradients.super.sigmoid(z, a, da, dz, count);
        }
    }

    @Override
    public void tanh(float[] z, float[] a, float[] da, float[] dz, int count) {
        if (!SimdShortLoops.backward(Activation.TANH, z, a, da, dz, count, 0f)) {
            ActivationGradients.super.tanh(z, a, da, dz, count);
        }
    }

    @Override
    public void relu(float[] z, float[] a, float[] da, float[] dz, int count) {
        if (!SimdShortLoops.backward(Activation.RELU, z, a, da, dz, count, 0f)) {
            ActivationGradients.super.relu(z, a, da, dz, count);
        }
    }

    @Override
    public void leakyRelu(float[] z, float[] a, float[] da, float[] dz, int count, float alpha) {
        if (!SimdShortLoops.backward(Activation.LEAKY_RELU, z, a, da, dz, count, alpha)) {
            ActivationGradients.super.leakyRelu(z, a, da, dz, count, alpha);
        }
    }

    @Override
    public void elu(float[] z, float[] a, float[] da, float[] dz, int count, float alpha) {
        if (!SimdShortLoops.backward(Activation.ELU, z, a, da, dz, count, alpha)) {
            ActivationGradients.super.elu(z, a, da, dz, count, alpha);
        }
    }

    @Override
    public void selu(float[] z, float[] a, float[] da, float[] dz, int count) {
        if (!SimdShortLoops.backward(Activation.SELU, z, a, da, dz, count, 0f)) {
            ActivationGradients.super.selu(z, a, da, dz, count);
        }
    }

    @Override
    public void gelu(float[] z, float[] a, float[] da, float[] dz, int count) {
        if (!SimdGelu.geluBackward(z, da, dz, count)) {
            ActivationGradients.super.gelu(z, a, da, dz, count);
        }
    }

    @Override
    public void geluTanh(float[] z, float[] a, float[] da, float[] dz, int count) {
        if (!SimdGelu.geluTanhBackward(z, da, dz, count)) {
            ActivationGradients.super.geluTanh(z, a, da, dz, count);
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
        if (!SimdShortLoops.backward(Activation.SOFTSIGN, z, a, da, dz, count, 0f)) {
            ActivationGradients.super.softsign(z, a, da, dz, count);
        }
    }

    @Override
    public void hardSigmoid(float[] z, float[] a, float[] da, float[] dz, int count) {
        if (!SimdShortLoops.backward(Activation.HARD_SIGMOID, z, a, da, dz, count, 0f)) {
            ActivationGradients.super.hardSigmoid(z, a, da, dz, count);
        }
    }

    @Override
    public void hardTanh(float[] z, float[] a, float[] da, float[] dz, int count) {
        if (!SimdShortLoops.backward(Activation.HARD_TANH, z, a, da, dz, count, 0f)) {
            ActivationGradients.super.hardTanh(z, a, da, dz, count);
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
        if (!SimdShortLoops.backward(Activation.EXPONENTIAL, z, a, da, dz, count, 0f)) {
            ActivationGradients.super.exponential(z, a, da, dz, count);
        }
    }
}
