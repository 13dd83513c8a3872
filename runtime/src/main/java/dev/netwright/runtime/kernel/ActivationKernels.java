package dev.netwright.runtime.kernel;

/**
 * The activations over arrays: a = f(z) for the first {@code count} elements. The methods here are the definition, element by
 * element, in loops that HotSpot vectorises where it can; an implementation with vectors gives the same bits.
 */
interface ActivationKernels {
    /** {@code SIGMOID}. */
    default void sigmoid(float[] z, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = ActivationMath.sigmoid(z[i]);
        }
    }

    /** {@code TANH}. */
    default void tanh(float[] z, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = ActivationMath.tanh(z[i]);
        }
    }

    /** {@code RELU}. */
    default void relu(float[] z, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = ActivationMath.relu(z[i]);
        }
    }

    /** {@code LEAKY_RELU}. */
    default void leakyRelu(float[] z, float[] a, int count, float alpha) {
        for (int i = 0; i < count; i++) {
            a[i] = ActivationMath.leakyRelu(z[i], alpha);
        }
    }

    /** {@code ELU}. */
    default void elu(float[] z, float[] a, int count, float alpha) {
        for (int i = 0; i < count; i++) {
            a[i] = ActivationMath.elu(z[i], alpha);
        }
    }

    /** {@code SELU}. */
    default void selu(float[] z, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = ActivationMath.selu(z[i]);
        }
    }

    /** {@code GELU}. */
    default void gelu(float[] z, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = ActivationMath.gelu(z[i]);
        }
    }

    /** {@code GELU_TANH}. */
    default void geluTanh(float[] z, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = ActivationMath.geluTanh(z[i]);
        }
    }

    /** {@code SILU}. */
    default void silu(float[] z, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = ActivationMath.silu(z[i]);
        }
    }

    /** {@code SOFTPLUS}. */
    default void softplus(float[] z, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = ActivationMath.softplus(z[i]);
        }
    }

    /** {@code SOFTSIGN}. */
    default void softsign(float[] z, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = ActivationMath.softsign(z[i]);
        }
    }

    /** {@code HARD_SIGMOID}. */
    default void hardSigmoid(float[] z, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = ActivationMath.hardSigmoid(z[i]);
        }
    }

    /** {@code HARD_TANH}. */
    default void hardTanh(float[] z, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = ActivationMath.hardTanh(z[i]);
        }
    }

    /** {@code MISH}. */
    default void mish(float[] z, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = ActivationMath.mish(z[i]);
        }
    }

    /** {@code EXPONENTIAL}. */
    default void exponential(float[] z, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = ActivationMath.exponential(z[i]);
        }
    }

    /**
     * The numerators of softmax: a = exp(z - largest) for the {@code count} elements of a row from {@code offset} on. What lies
     * behind them in a is scratch.
     */
    default void exponentials(float[] z, float[] a, int offset, int count, float largest) {
        for (int i = offset; i < offset + count; i++) {
            a[i] = FloatMath.expOfDifference(z[i], largest);
        }
    }
}
