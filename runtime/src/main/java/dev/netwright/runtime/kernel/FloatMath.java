package dev.netwright.runtime.kernel;

/**
 * Exponentials and their relatives in float arithmetic of our own: {@code Math.exp} and the like may differ from one JVM to
 * the next, while {@link Math#fma} and the basic operations may not. {@code SimdExponentials} does the same operations in the
 * same order on vectors, so scalar and vector code give the same bits; a change here is a change there.
 *
 * <p>Infinities, zeros and NaN are treated as by {@code Math}. The largest errors are measured over all floats, and stand in
 * {@code docs/activations.md}. Polynomials are minimax fits whose coefficients are floats.
 */
final class FloatMath {
    static final float LOG2_E = 1.442695f;

    /** log 2 as the sum of two floats (Cody and Waite 1980). */
    static final float LN2_HIGH = 0.6931472f;

    static final float LN2_LOW = -1.9046542e-9f;

    /**
     * 1.5·2²³ + 127: added to a small number it leaves that number rounded to a whole one, n, in the lowest bits, in the
     * form in which the exponent of the float 2ⁿ is stored.
     */
    static final float ONE_FACTOR = 12583039f;

    /** The same for 2ⁿ as a product of two floats, where it may be too large or too small for one. */
    static final float TWO_FACTORS = 12583166f;

    /** Where the exponent of a float starts. */
    static final int EXPONENT = 23;

    /** Beyond these exp is infinite or 0 by far, and x·exp(x) is 0 as well. */
    static final float EXP_MOST = 89f;

    static final float EXP_LEAST = -110f;

    /** Below this exp(x) - 1 is -1. */
    static final float EXPM1_LEAST = -30f;

    static final float SELU_LAMBDA = 1.050701f;

    /** λ·α as the sum of two floats. */
    static final float SELU_DEPTH = 1.7580993f;

    static final float SELU_DEPTH_LOW = 2.3296717e-08f;

    /** Beyond this Mish is the identity. */
    static final float MISH_MOST = 20f;

    /** Above this Mish is x less a part that is not much larger. */
    static final float MISH_SMALL = -0.4f;

    /** (exp(r) - 1 - r) / r² for |r| up to log(2) / 2; relative error of exp(r) 3.1e-9. */
    static final float EXP_0 = 0.49999994f;

    static final float EXP_1 = 0.16666521f;
    static final float EXP_2 = 0.041668262f;
    static final float EXP_3 = 0.008368671f;
    static final float EXP_4 = 0.0013821027f;

    /** (log(1 + e) - e) / e² for e from 0 to 1; relative error of log(1 + e) 5.3e-9. */
    static final float LOG1P_0 = -0.4999993f;

    static final float LOG1P_1 = 0.33330476f;
    static final float LOG1P_2 = -0.24958247f;
    static final float LOG1P_3 = 0.19693746f;
    static final float LOG1P_4 = -0.1535085f;
    static final float LOG1P_5 = 0.10673169f;
    static final float LOG1P_6 = -0.057594087f;
    static final float LOG1P_7 = 0.020168265f;
    static final float LOG1P_8 = -0.003310628f;

    private FloatMath() {}

    /** e to the power x. */
    static float exp(float x) {
        float c = x > EXP_MOST ? EXP_MOST : x < EXP_LEAST ? EXP_LEAST : x;
        float rounded = Math.fma(c, LOG2_E, TWO_FACTORS);
        float first = firstFactor(rounded);
        return Math.fma(first, reducedExpm1(c, rounded - TWO_FACTORS), first) * secondFactor(rounded);
    }

    /** exp(x - largest) for x up to the largest, with what the subtraction loses (Knuth 1969, section 4.2.2). */
    static float expOfDifference(float x, float largest) {
        float d = x - largest;
        float b = d - x;
        float lost = (x - (d - b)) - (largest + b);
        float e = exp(d);
        return Math.fma(e, d < EXP_LEAST ? 0f : lost, e);
    }

    /** exp(x) - 1 for x up to 0; meaningless for others. */
    static float expm1OfNegative(float x) {
        float c = x < EXPM1_LEAST ? EXPM1_LEAST : x;
        float rounded = Math.fma(c, LOG2_E, ONE_FACTOR);
        float power = powerOfTwo(rounded);
        // 2ⁿ·(1 + y) - 1, in which 2ⁿ - 1 is exact or far from 0.
        return Math.fma(reducedExpm1(c, rounded - ONE_FACTOR), power, power - 1f);
    }

    /** λ·x for x from 0 on, λ·α·(exp(x) - 1) for others. */
    static float selu(float x) {
        float e = expm1OfNegative(x);
        return x >= 0f ? SELU_LAMBDA * x : Math.fma(e, SELU_DEPTH, e * SELU_DEPTH_LOW);
    }

    /** The hyperbolic tangent of x: (1 - e) / (1 + e) with e = exp(-2|x|) = 2ⁿ·(1 + y), and the sign of x. */
    static float tanh(float x) {
        float c = -2f * Math.abs(x);
        c = c < EXPM1_LEAST ? EXPM1_LEAST : c;
        float rounded = Math.fma(c, LOG2_E, ONE_FACTOR);
        float power = powerOfTwo(rounded);
        float y = reducedExpm1(c, rounded - ONE_FACTOR);
        return Math.copySign(Math.fma(-y, power, 1f - power) / Math.fma(y, power, power + 1f), x);
    }

    /** 1 / (1 + exp(-x)). */
    static float sigmoid(float x) {
        float e = expOfMinusMagnitude(x);
        return (x >= 0f ? 1f : e) / (1f + e);
    }

    /** log(1 + exp(x)), without overflow. */
    static float softplus(float x) {
        float e = expOfMinusMagnitude(x);
        float p = Math.fma(LOG1P_8, e, LOG1P_7);
        p = Math.fma(p, e, LOG1P_6);
        p = Math.fma(p, e, LOG1P_5);
        p = Math.fma(p, e, LOG1P_4);
        p = Math.fma(p, e, LOG1P_3);
        p = Math.fma(p, e, LOG1P_2);
        p = Math.fma(p, e, LOG1P_1);
        p = Math.fma(p, e, LOG1P_0);
        return (x > 0f ? x : 0f) + Math.fma(e * e, p, e);
    }

    /** x·sigmoid(x): x / (1 + e) for x from 0 on, and x·e / (1 + e) for others, in which what the sum lost is made good. */
    static float silu(float x) {
        float c = minusMagnitude(x);
        float rounded = Math.fma(c, LOG2_E, TWO_FACTORS);
        float y = reducedExpm1(c, rounded - TWO_FACTORS);
        float first = firstFactor(rounded);
        float second = secondFactor(rounded);
        float e = Math.fma(first, y, first) * second;
        float sum = e + 1f;
        float lost = e - (sum - 1f);
        float scaled = c * first;
        return (x >= 0f ? x : Math.fma(scaled, y - lost, scaled) * second) / sum;
    }

    /** The derivative of {@link #silu}: below 0 it is s·(1 + x·(1 - s)) with 1 - s = 1 / (1 + e), and f'(x) + f'(-x) = 1. */
    static float siluDerivative(float x) {
        float c = minusMagnitude(x);
        float rounded = Math.fma(c, LOG2_E, TWO_FACTORS);
        float y = reducedExpm1(c, rounded - TWO_FACTORS);
        float first = firstFactor(rounded);
        float second = secondFactor(rounded);
        float head = Math.fma(first, y, first);
        float u = 1f / (1f + head * second);
        float below = head * (u * Math.fma(c, u, 1f)) * second;
        return x >= 0f ? 1f - below : below;
    }

    /**
     * x·tanh(log(1 + exp(x))) = x·n / (n + 2) with n = e² + 2e and e = exp(x). Where n is not small it is x - 2x / (n + 2).
     * Otherwise it is x·e·(1 + g), g = -e·(1 + e) / (n + 2), a product that is rounded once.
     */
    static float mish(float x) {
        float c = bounded(x);
        float rounded = Math.fma(c, LOG2_E, TWO_FACTORS);
        float y = reducedExpm1(c, rounded - TWO_FACTORS);
        float first = firstFactor(rounded);
        float second = secondFactor(rounded);
        float e = Math.fma(first, y, first) * second;
        boolean isLarge = x > MISH_SMALL;
        float g = (isLarge ? -2f * c : -e * (e + 1f)) / (Math.fma(e, e, e + e) + 2f);
        float scaled = c * first;
        return isLarge ? x + g : Math.fma(scaled, Math.fma(g, y, g + y), scaled) * second;
    }

    /** The derivative of {@link #mish}: t + 4x·e·(1 + e) / (n + 2)², t = n / (n + 2). */
    static float mishDerivative(float x) {
        float c = bounded(x);
        float rounded = Math.fma(c, LOG2_E, TWO_FACTORS);
        float first = firstFactor(rounded);
        float second = secondFactor(rounded);
        float head = Math.fma(first, reducedExpm1(c, rounded - TWO_FACTORS), first);
        float e = head * second;
        float n = Math.fma(e, e, e + e);
        float u = 1f / (n + 2f);
        float slope = 4f * c * (e + 1f) * u;
        return Math.fma(n, u, head * (slope * u) * second);
    }

    /** x / (1 + |x|). */
    static float softsign(float x) {
        float magnitude = finite(Math.abs(x));
        return Math.copySign(magnitude / (1f + magnitude), x);
    }

    /** 1 / (1 + |x|)²; what the sum lost is made good. */
    static float softsignDerivative(float x) {
        float magnitude = finite(Math.abs(x));
        float sum = 1f + magnitude;
        float added = sum - magnitude;
        float lost = (magnitude - (sum - added)) + (1f - added);
        float u = 1f / sum;
        float square = u / sum;
        return Math.fma(square, -2f * lost * u, square);
    }

    private static float expOfMinusMagnitude(float x) {
        float c = minusMagnitude(x);
        float rounded = Math.fma(c, LOG2_E, TWO_FACTORS);
        float first = firstFactor(rounded);
        return Math.fma(first, reducedExpm1(c, rounded - TWO_FACTORS), first) * secondFactor(rounded);
    }

    /** With n = x·log2(e) rounded and r = x - n·log 2, so that |r| is at most log(2) / 2 and exp(x) = 2ⁿ·exp(r): exp(r) - 1. */
    static float reducedExpm1(float x, float n) {
        return expm1OfReduced(Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x)));
    }

    /** exp(r) - 1 for |r| up to log(2) / 2. */
    static float expm1OfReduced(float r) {
        float p = Math.fma(EXP_4, r, EXP_3);
        p = Math.fma(p, r, EXP_2);
        p = Math.fma(p, r, EXP_1);
        p = Math.fma(p, r, EXP_0);
        return Math.fma(r * r, p, r);
    }

    /** 2ⁿ, from n + {@link #ONE_FACTOR}. */
    private static float powerOfTwo(float rounded) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(rounded) << EXPONENT);
    }

    /** 2 to the power n / 2, rounded down, from n + {@link #TWO_FACTORS}. */
    static float firstFactor(float rounded) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(rounded) >> 1 << EXPONENT);
    }

    /** 2ⁿ divided by {@link #firstFactor}. */
    static float secondFactor(float rounded) {
        int bits = Float.floatToRawIntBits(rounded);
        return Float.intBitsToFloat((bits - (bits >> 1)) << EXPONENT);
    }

    private static float minusMagnitude(float x) {
        float c = -Math.abs(x);
        return c < EXP_LEAST ? EXP_LEAST : c;
    }

    private static float bounded(float x) {
        return x < EXP_LEAST ? EXP_LEAST : x > MISH_MOST ? MISH_MOST : x;
    }

    private static float finite(float magnitude) {
        return magnitude > Float.MAX_VALUE ? Float.MAX_VALUE : magnitude;
    }
}
