package dev.netwright.runtime.kernel;

/**
 * The activations of a layer, forward and backward, as generated networks call them: element by element over arrays. What
 * each computes stands in {@link ActivationMath} and in the table {@code Activation}; every implementation gives the same bits.
 *
 * <p>An array that is written is no other argument's array. What lies beyond {@code count} in arrays that are longer is
 * scratch: it may be overwritten, so that whole vectors are computed.
 */
public final class Activations {
    private static final ActivationKernels VALUES = KernelChoice.KERNELS.activations();
    private static final ActivationGradients GRADIENTS = KernelChoice.KERNELS.activationGradients();

    private Activations() {}

    /** {@code SIGMOID}: a = f(z) for the first {@code count} elements. */
    public static void sigmoid(float[] z, float[] a, int count) {
        VALUES.sigmoid(z, a, count);
    }

    /** {@code SIGMOID}, backward: dz = da·f'(z) for the first {@code count} elements. */
    public static void sigmoidBackward(float[] z, float[] a, float[] da, float[] dz, int count) {
        GRADIENTS.sigmoid(z, a, da, dz, count);
    }

    /** {@code TANH}: a = f(z) for the first {@code count} elements. */
    public static void tanh(float[] z, float[] a, int count) {
        VALUES.tanh(z, a, count);
    }

    /** {@code TANH}, backward: dz = da·f'(z) for the first {@code count} elements. */
    public static void tanhBackward(float[] z, float[] a, float[] da, float[] dz, int count) {
        GRADIENTS.tanh(z, a, da, dz, count);
    }

    /** {@code RELU}: a = f(z) for the first {@code count} elements. */
    public static void relu(float[] z, float[] a, int count) {
        VALUES.relu(z, a, count);
    }

    /** {@code RELU}, backward: dz = da·f'(z) for the first {@code count} elements. */
    public static void reluBackward(float[] z, float[] a, float[] da, float[] dz, int count) {
        GRADIENTS.relu(z, a, da, dz, count);
    }

    /** {@code LEAKY_RELU}: a = f(z) for the first {@code count} elements. */
    public static void leakyRelu(float[] z, float[] a, int count, float alpha) {
        VALUES.leakyRelu(z, a, count, alpha);
    }

    /** {@code LEAKY_RELU}, backward: dz = da·f'(z) for the first {@code count} elements. */
    public static void leakyReluBackward(float[] z, float[] a, float[] da, float[] dz, int count, float alpha) {
        GRADIENTS.leakyRelu(z, a, da, dz, count, alpha);
    }

    /** {@code ELU}: a = f(z) for the first {@code count} elements. */
    public static void elu(float[] z, float[] a, int count, float alpha) {
        VALUES.elu(z, a, count, alpha);
    }

    /** {@code ELU}, backward: dz = da·f'(z) for the first {@code count} elements. */
    public static void eluBackward(float[] z, float[] a, float[] da, float[] dz, int count, float alpha) {
        GRADIENTS.elu(z, a, da, dz, count, alpha);
    }

    /** {@code SELU}: a = f(z) for the first {@code count} elements. */
    public static void selu(float[] z, float[] a, int count) {
        VALUES.selu(z, a, count);
    }

    /** {@code SELU}, backward: dz = da·f'(z) for the first {@code count} elements. */
    public static void seluBackward(float[] z, float[] a, float[] da, float[] dz, int count) {
        GRADIENTS.selu(z, a, da, dz, count);
    }

    /** {@code GELU}: a = f(z) for the first {@code count} elements. */
    public static void gelu(float[] z, float[] a, int count) {
        VALUES.gelu(z, a, count);
    }

    /** {@code GELU}, backward: dz = da·f'(z) for the first {@code count} elements. */
    public static void geluBackward(float[] z, float[] a, float[] da, float[] dz, int count) {
        GRADIENTS.gelu(z, a, da, dz, count);
    }

    /** {@code GELU_TANH}: a = f(z) for the first {@code count} elements. */
    public static void geluTanh(float[] z, float[] a, int count) {
        VALUES.geluTanh(z, a, count);
    }

    /** {@code GELU_TANH}, backward: dz = da·f'(z) for the first {@code count} elements. */
    public static void geluTanhBackward(float[] z, float[] a, float[] da, float[] dz, int count) {
        GRADIENTS.geluTanh(z, a, da, dz, count);
    }

    /** {@code SILU}: a = f(z) for the first {@code count} elements. */
    public static void silu(float[] z, float[] a, int count) {
        VALUES.silu(z, a, count);
    }

    /** {@code SILU}, backward: dz = da·f'(z) for the first {@code count} elements. */
    public static void siluBackward(float[] z, float[] a, float[] da, float[] dz, int count) {
        GRADIENTS.silu(z, a, da, dz, count);
    }

    /** {@code SOFTPLUS}: a = f(z) for the first {@code count} elements. */
    public static void softplus(float[] z, float[] a, int count) {
        VALUES.softplus(z, a, count);
    }

    /** {@code SOFTPLUS}, backward: dz = da·f'(z) for the first {@code count} elements. */
    public static void softplusBackward(float[] z, float[] a, float[] da, float[] dz, int count) {
        GRADIENTS.softplus(z, a, da, dz, count);
    }

    /** {@code SOFTSIGN}: a = f(z) for the first {@code count} elements. */
    public static void softsign(float[] z, float[] a, int count) {
        VALUES.softsign(z, a, count);
    }

    /** {@code SOFTSIGN}, backward: dz = da·f'(z) for the first {@code count} elements. */
    public static void softsignBackward(float[] z, float[] a, float[] da, float[] dz, int count) {
        GRADIENTS.softsign(z, a, da, dz, count);
    }

    /** {@code HARD_SIGMOID}: a = f(z) for the first {@code count} elements. */
    public static void hardSigmoid(float[] z, float[] a, int count) {
        VALUES.hardSigmoid(z, a, count);
    }

    /** {@code HARD_SIGMOID}, backward: dz = da·f'(z) for the first {@code count} elements. */
    public static void hardSigmoidBackward(float[] z, float[] a, float[] da, float[] dz, int count) {
        GRADIENTS.hardSigmoid(z, a, da, dz, count);
    }

    /** {@code HARD_TANH}: a = f(z) for the first {@code count} elements. */
    public static void hardTanh(float[] z, float[] a, int count) {
        VALUES.hardTanh(z, a, count);
    }

    /** {@code HARD_TANH}, backward: dz = da·f'(z) for the first {@code count} elements. */
    public static void hardTanhBackward(float[] z, float[] a, float[] da, float[] dz, int count) {
        GRADIENTS.hardTanh(z, a, da, dz, count);
    }

    /** {@code MISH}: a = f(z) for the first {@code count} elements. */
    public static void mish(float[] z, float[] a, int count) {
        VALUES.mish(z, a, count);
    }

    /** {@code MISH}, backward: dz = da·f'(z) for the first {@code count} elements. */
    public static void mishBackward(float[] z, float[] a, float[] da, float[] dz, int count) {
        GRADIENTS.mish(z, a, da, dz, count);
    }

    /** {@code EXPONENTIAL}: a = f(z) for the first {@code count} elements. */
    public static void exponential(float[] z, float[] a, int count) {
        VALUES.exponential(z, a, count);
    }

    /** {@code EXPONENTIAL}, backward: dz = da·f'(z) for the first {@code count} elements. */
    public static void exponentialBackward(float[] z, float[] a, float[] da, float[] dz, int count) {
        GRADIENTS.exponential(z, a, da, dz, count);
    }
}
