package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.FloatMath.SELU_DEPTH;
import static dev.netwright.runtime.kernel.FloatMath.SELU_DEPTH_LOW;
import static dev.netwright.runtime.kernel.FloatMath.SELU_LAMBDA;
import static dev.netwright.runtime.kernel.SimdArrays.lastStart;

import dev.netwright.annotations.Activation;

/**
 * The activations on vectors. A last vector that is not full goes on into the scratch beyond {@code count}; where the arrays end
 * before it does, it starts earlier and computes a few elements again. Arrays shorter than a vector, and results
 * written over their own arguments, are computed element by element.
 */
final class SimdActivations implements ActivationKernels {
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
        if (!SimdShortLoops.forward(Activation.RELU, z, a, count, 0f)) {
            ActivationKernels.super.relu(z, a, count);
        }
    }

    @Override
    public void leakyRelu(float[] z, float[] a, int count, float alpha) {
        if (!SimdShortLoops.forward(Activation.LEAKY_RELU, z, a, count, alpha)) {
            ActivationKernels.super.leakyRelu(z, a, count, alpha);
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
    public void gelu(float[] z, float[] a, int count) {
        if (!SimdGelu.gelu(z, a, count)) {
            ActivationKernels.super.gelu(z, a, count);
        }
    }

    @Override
    public void geluTanh(float[] z, float[] a, int count) {
        if (!SimdGelu.geluTanh(z, a, count)) {
            ActivationKernels.super.geluTanh(z, a, count);
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
        if (!SimdShortLoops.forward(Activation.SOFTSIGN, z, a, count, 0f)) {
            ActivationKernels.super.softsign(z, a, count);
        }
    }

    @Override
    public void hardSigmoid(float[] z, float[] a, int count) {
        if (!SimdShortLoops.forward(Activation.HARD_SIGMOID, z, a, count, 0f)) {
            ActivationKernels.super.hardSigmoid(z, a, count);
        }
    }

    @Override
    public void hardTanh(float[] z, float[] a, int count) {
        if (!SimdShortLoops.forward(Activation.HARD_TANH, z, a, count, 0f)) {
            ActivationKernels.super.hardTanh(z, a, count);
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
