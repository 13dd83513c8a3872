package dev.netwright.runtime.kernel;

/**
 * Back through the activations over arrays: dz = da·f'(z) for the first {@code count} elements. The methods here are the
 * definition, as in {@link ActivationKernels}.
 */
interface ActivationGradients {
    /** {@code SIGMOID}. */
    default void sigmoid(float[] z, float[] a, float[] da, float[] dz, int count) {
        for (int i = 0; i < count; i++) {
            dz[i] = da[i] * ActivationMath.sigmoidDerivative(z[i], a[i]);
        }
    }

    /** {@code TANH}. */
    default void tanh(float[] z, float[] a, float[] da, float[] dz, int count) {
        for (int i = 0; i < count; i++) {
            dz[i] = da[i] * ActivationMath.tanhDerivative(z[i], a[i]);
        }
    }

    /** {@code RELU}. */
    default void relu(float[] z, float[] a, float[] da, float[] dz, int count) {
        for (int i = 0; i < count; i++) {
            dz[i] = da[i] * ActivationMath.reluDerivative(z[i], a[i]);
        }
    }

    /** {@code LEAKY_RELU}. */
    default void leakyRelu(float[] z, float[] a, float[] da, float[] dz, int count, float alpha) {
        for (int i = 0; i < count; i++) {
            dz[i] = da[i] * ActivationMath.leakyReluDerivative(z[i], a[i], alpha);
        }
    }

    /** {@code ELU}. */
    default void elu(float[] z, float[] a, float[] da, float[] dz, int count, float alpha) {
        for (int i = 0; i < count; i++) {
            dz[i] = da[i] * ActivationMath.eluDerivative(z[i], a[i], alpha);
        }
    }

    /** {@code SELU}. */
    default void selu(float[] z, float[] a, float[] da, float[] dz, int count) {
        for (int i = 0; i < count; i++) {
            dz[i] = da[i] * ActivationMath.seluDerivative(z[i], a[i]);
        }
    }

    /** {@code GELU}. */
    default void gelu(float[] z, float[] a, float[] da, float[] dz, int count) {
        for (int i = 0; i < count; i++) {
            dz[i] = da[i] * ActivationMath.geluDerivative(z[i], a[i]);
        }
    }

    /** {@code GELU_TANH}. */
    default void geluTanh(float[] z, float[] a, float[] da, float[] dz, int count) {
        for (int i = 0; i < count; i++) {
            dz[i] = da[i] * ActivationMath.geluTanhDerivative(z[i], a[i]);
        }
    }

    /** {@code SILU}. */
    default void silu(float[] z, float[] a, float[] da, float[] dz, int count) {
        for (int i = 0; i < count; i++) {
            dz[i] = da[i] * ActivationMath.siluDerivative(z[i], a[i]);
        }
    }

    /** {@code SOFTPLUS}. */
    default void softplus(float[] z, float[] a, float[] da, float[] dz, int count) {
        for (int i = 0; i < count; i++) {
            dz[i] = da[i] * ActivationMath.softplusDerivative(z[i], a[i]);
        }
    }

    /** {@code SOFTSIGN}. */
    default void softsign(float[] z, float[] a, float[] da, float[] dz, int count) {
        for (int i = 0; i < count; i++) {
            dz[i] = da[i] * ActivationMath.softsignDerivative(z[i], a[i]);
        }
    }

    /** {@code HARD_SIGMOID}. */
    default void hardSigmoid(float[] z, float[] a, float[] da, float[] dz, int count) {
        for (int i = 0; i < count; i++) {
            dz[i] = da[i] * ActivationMath.hardSigmoidDerivative(z[i], a[i]);
        }
    }

    /** {@code HARD_TANH}. */
    default void hardTanh(float[] z, float[] a, float[] da, float[] dz, int count) {
        for (int i = 0; i < count; i++) {
            dz[i] = da[i] * ActivationMath.hardTanhDerivative(z[i], a[i]);
        }
    }

    /** {@code MISH}. */
    default void mish(float[] z, float[] a, float[] da, float[] dz, int count) {
        for (int i = 0; i < count; i++) {
            dz[i] = da[i] * ActivationMath.mishDerivative(z[i], a[i]);
        }
    }

    /** {@code EXPONENTIAL}. */
    default void exponential(float[] z, float[] a, float[] da, float[] dz, int count) {
        for (int i = 0; i < count; i++) {
            dz[i] = da[i] * ActivationMath.exponentialDerivative(z[i], a[i]);
        }
    }
}
