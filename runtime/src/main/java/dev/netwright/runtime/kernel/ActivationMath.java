package dev.netwright.runtime.kernel;

/**
 * Every elementwise {@code Activation} as a function of one pre-activation z, and its derivative da/dz as a function of z
 * and a = f(z). Formulas and sources stand in the {@code Activation} table; here is the arithmetic.
 *
 * <p>Generated networks call these by name. Results are the same bits on every JVM. For finite z, functions that stay
 * finite give finite results, however large z is; NaN stays NaN.
 */
public final class ActivationMath {
    private static final double SELU_LAMBDA = 1.0507009873554805;
    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double SQRT_2_OVER_PI = 0.7978845608028654;
    private static final double GELU_CUBIC = 0.044715;

    /** Below this, z·Φ(z) is less than the smallest float; likewise for its tanh form. */
    private static final float GELU_ZERO = -15f;

    /** Below this, z·sigmoid(z) is less than the smallest float. */
    private static final float SIGMOID_ZERO = -110f;

    private ActivationMath() {}

    /** {@code SIGMOID}. */
    public static float sigmoid(float z) {
        return (float) PortableMath.sigmoid(z);
    }

    /** da/dz of {@code SIGMOID}. */
    public static float sigmoidDerivative(float z, float a) {
        return a * (1f - a);
    }

    /** {@code TANH}. */
    public static float tanh(float z) {
        return (float) PortableMath.tanh(z);
    }

    /** da/dz of {@code TANH}. */
    public static float tanhDerivative(float z, float a) {
        return 1f - a * a;
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
        return z > 0f ? z : (float) (alpha * PortableMath.expm1(z));
    }

    /** da/dz of {@code ELU}. */
    public static float eluDerivative(float z, float a, float alpha) {
        return z > 0f ? 1f : a + alpha;
    }

    /** {@code SELU}. */
    public static float selu(float z) {
        return (float) (SELU_LAMBDA * (z > 0f ? z : SELU_ALPHA * PortableMath.expm1(z)));
    }

    /** da/dz of {@code SELU}. */
    public static float seluDerivative(float z, float a) {
        return (float) (z > 0f ? SELU_LAMBDA : a + SELU_LAMBDA * SELU_ALPHA);
    }

    /** {@code GELU}. */
    public static float gelu(float z) {
        return z < GELU_ZERO ? 0f : (float) (z * PortableMath.normalCdf(z));
    }

    /** da/dz of {@code GELU}. */
    public static float geluDerivative(float z, float a) {
        return Math.abs(z) > -GELU_ZERO
                ? relu(Math.signum(z))
                : (float) (PortableMath.normalCdf(z) + z * PortableMath.normalDensity(z));
    }

    /** {@code GELU_TANH}. */
    public static float geluTanh(float z) {
        return z < GELU_ZERO ? 0f : (float) (z * geluGate(z));
    }

    /** da/dz of {@code GELU_TANH}. */
    public static float geluTanhDerivative(float z, float a) {
        if (Math.abs(z) > -GELU_ZERO) {
            return relu(Math.signum(z));
        }
        double gate = geluGate(z);
        // With t = 2·gate - 1, (1 - t²) / 2 = 2·gate·(1 - gate).
        double slope = 2.0 * gate * (1.0 - gate) * SQRT_2_OVER_PI * (1.0 + 3.0 * GELU_CUBIC * z * z);
        return (float) (gate + z * slope);
    }

    /** {@code SILU}. */
    public static float silu(float z) {
        return z < SIGMOID_ZERO ? 0f : (float) (z * PortableMath.sigmoid(z));
    }

    /** da/dz of {@code SILU}. */
    public static float siluDerivative(float z, float a) {
        if (Math.abs(z) > -SIGMOID_ZERO) {
            return relu(Math.signum(z));
        }
        double s = PortableMath.sigmoid(z);
        return (float) (s * (1.0 + z * (1.0 - s)));
    }

    /** {@code SOFTPLUS}. */
    public static float softplus(float z) {
        return (float) PortableMath.softplus(z);
    }

    /** da/dz of {@code SOFTPLUS}. */
    public static float softplusDerivative(float z, float a) {
        return (float) PortableMath.sigmoid(z);
    }

    /** {@code SOFTSIGN}. */
    public static float softsign(float z) {
        return z / (1f + Math.abs(z));
    }

    /** da/dz of {@code SOFTSIGN}. */
    public static float softsignDerivative(float z, float a) {
        float d = 1f + Math.abs(z);
        return 1f / d / d;
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
        return z < SIGMOID_ZERO ? 0f : (float) (z * PortableMath.tanh(PortableMath.softplus(z)));
    }

    /** da/dz of {@code MISH}. */
    public static float mishDerivative(float z, float a) {
        if (Math.abs(z) > -SIGMOID_ZERO) {
            return relu(Math.signum(z));
        }
        double t = PortableMath.tanh(PortableMath.softplus(z));
        return (float) (t + z * (1.0 - t * t) * PortableMath.sigmoid(z));
    }

    /** {@code EXPONENTIAL}. */
    public static float exponential(float z) {
        return (float) PortableMath.exp(z);
    }

    /** da/dz of {@code EXPONENTIAL}. */
    public static float exponentialDerivative(float z, float a) {
        return a;
    }

    /** (1 + tanh(y)) / 2 = 1 / (1 + exp(-2y)), which keeps its accuracy where tanh(y) is close to -1. */
    private static double geluGate(float z) {
        double x = z;
        return PortableMath.sigmoid(2.0 * SQRT_2_OVER_PI * (x + GELU_CUBIC * x * x * x));
    }
}
