package dev.netwright.runtime.kernel;

/**
 * Every elementwise {@code Activation} as a function of one pre-activation z, and its derivative da/dz as a function of z
 * and a = f(z). Formulas and sources stand in the {@code Activation} table; here is the arithmetic.
 *
 * <p>Generated networks call these by name. Results are the same bits on every JVM. For finite z, functions that stay
 * finite give finite results, however large z is; NaN stays NaN.
 */
public final class ActivationMath {
    private ActivationMath() {}

    /** {@code SIGMOID}. */
    public static float sigmoid(float z) {
        return FloatMath.sigmoid(z);
    }

    /** da/dz of {@code SIGMOID}. */
    public static float sigmoidDerivative(float z, float a) {
        return a * (1f - a);
    }

    /** {@code TANH}. */
    public static float tanh(float z) {
        return FloatMath.tanh(z);
    }

    /** da/dz of {@code TANH}. */
    public static float tanhDerivative(float z, float a) {
        return Math.fma(-a, a, 1f);
    }

    /** {@code RELU}. Not {@code z > 0f ? z : 0f}, which would turn NaN into 0, and which C2 does not vectorise. */
    public static float relu(float z) {
        return Math.max(0f, z);
    }

    /** da/dz of {@code RELU}. */
    public static float reluDerivative(float z, float a) {
        return z > 0f ? 1f : 0f;
    }

    /** {@code LEAKY_RELU}. */
    public static float leakyRelu(float z, float alpha) {
        return z > 0f ? z : alpha * z;
    }

    /** da/dz of {@code LEAKY_RELU}. */
    public static float leakyReluDerivative(float z, float a, float alpha) {
        return z > 0f ? 1f : alpha;
    }

    /** {@code ELU}. */
    public static float elu(float z, float alpha) {
        return z >= 0f ? z : alpha * FloatMath.expm1OfNegative(z);
    }

    /** da/dz of {@code ELU}. */
    public static float eluDerivative(float z, float a, float alpha) {
        return z > 0f ? 1f : a + alpha;
    }

    /** {@code SELU}. */
    public static float selu(float z) {
        return FloatMath.selu(z);
    }

    /** da/dz of {@code SELU}. */
    public static float seluDerivative(float z, float a) {
        return z > 0f ? FloatMath.SELU_LAMBDA : a + FloatMath.SELU_DEPTH;
    }

    /** {@code GELU}. */
    public static float gelu(float z) {
        return GeluMath.gelu(z);
    }

    /** da/dz of {@code GELU}. */
    public static float geluDerivative(float z, float a) {
        return GeluMath.geluDerivative(z);
    }

    /** {@code GELU_TANH}. */
    public static float geluTanh(float z) {
        return GeluMath.geluTanh(z);
    }

    /** da/dz of {@code GELU_TANH}. */
    public static float geluTanhDerivative(float z, float a) {
        return GeluMath.geluTanhDerivative(z);
    }

    /** {@code SILU}. */
    public static float silu(float z) {
        return FloatMath.silu(z);
    }

    /** da/dz of {@code SILU}. */
    public static float siluDerivative(float z, float a) {
        return FloatMath.siluDerivative(z);
    }

    /** {@code SOFTPLUS}. */
    public static float softplus(float z) {
        return FloatMath.softplus(z);
    }

    /** da/dz of {@code SOFTPLUS}. */
    public static float softplusDerivative(float z, float a) {
        return FloatMath.sigmoid(z);
    }

    /** {@code SOFTSIGN}. */
    public static float softsign(float z) {
        return FloatMath.softsign(z);
    }

    /** da/dz of {@code SOFTSIGN}. */
    public static float softsignDerivative(float z, float a) {
        return FloatMath.softsignDerivative(z);
    }

    /** {@code HARD_SIGMOID}. */
    public static float hardSigmoid(float z) {
        return Math.min(1f, Math.max(0f, (z + 3f) / 6f));
    }

    /** da/dz of {@code HARD_SIGMOID}. */
    public static float hardSigmoidDerivative(float z, float a) {
        return z > -3f && z < 3f ? 1f / 6f : 0f;
    }

    /** {@code HARD_TANH}. */
    public static float hardTanh(float z) {
        return Math.min(1f, Math.max(-1f, z));
    }

    /** da/dz of {@code HARD_TANH}. */
    public static float hardTanhDerivative(float z, float a) {
        return z > -1f && z < 1f ? 1f : 0f;
    }

    /** {@code MISH}. */
    public static float mish(float z) {
        return FloatMath.mish(z);
    }

    /** da/dz of {@code MISH}. */
    public static float mishDerivative(float z, float a) {
        return FloatMath.mishDerivative(z);
    }

    /** {@code EXPONENTIAL}. */
    public static float exponential(float z) {
        return FloatMath.exp(z);
    }

    /** da/dz of {@code EXPONENTIAL}. */
    public static float exponentialDerivative(float z, float a) {
        return a;
    }
}
