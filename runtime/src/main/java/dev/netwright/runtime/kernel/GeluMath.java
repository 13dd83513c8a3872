package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.FloatMath.LN2_HIGH;
import static dev.netwright.runtime.kernel.FloatMath.LN2_LOW;
import static dev.netwright.runtime.kernel.FloatMath.LOG2_E;
import static dev.netwright.runtime.kernel.FloatMath.TWO_FACTORS;

/**
 * The two forms of GELU and their derivatives in floats, as {@link FloatMath} has the others; {@code SimdGelu} does the same
 * operations in the same order. Exponents are the sums of two floats (Dekker 1971), for an error there is one of the result.
 *
 * <p>With x = |z|, the tail Φ(-x) = exp(-x² / 2)·Q(x) (Q is Mills' ratio over √(2π)). Variables of the form (x - a) / (x + b)
 * are Schonfelder's (1978). Polynomials are weighted minimax fits (Lawson's algorithm, 1961) against erfc and its continued
 * fraction in doubles; coefficients are rounded to floats one after the other, and what is left is fitted again.
 */
final class GeluMath {
    /** Up to this x, Φ(z) is 1/2 + z·p(z²). Chosen such that {@link #TAIL_0}, which is x·Q(x) here, is nearly a float. */
    static final float CENTRAL = 0.6875f;

    static final float SHIFT = 3f;

    /** Beyond these |z| the tail times z is less than half of the smallest float. */
    static final float GELU_LEAST = -15f;

    static final float TANH_LEAST = -11f;

    /** p(h) for h up to {@link #CENTRAL} squared; relative error of Φ 2.4e-9. */
    static final float CENTRE_0 = 0.3989423f;

    static final float CENTRE_1 = -0.066490605f;
    static final float CENTRE_2 = 0.009974626f;
    static final float CENTRE_3 = -0.0011876351f;
    static final float CENTRE_4 = 0.00010890382f;
    /** x·Q(x) of (x - {@link #CENTRAL}) / (x + {@link #SHIFT}); relative error 1.1e-8. */
    static final float TAIL_0 = 0.21411087f;

    static final float TAIL_1 = 0.6798367f;
    static final float TAIL_2 = -0.9717115f;
    static final float TAIL_3 = 0.60357636f;
    static final float TAIL_4 = -0.03884933f;
    static final float TAIL_5 = -0.10858957f;
    static final float TAIL_6 = -0.033429798f;
    static final float TAIL_7 = 0.08048052f;
    static final float TAIL_8 = -0.026501957f;
    /** Q(x)·(x + {@link #SHIFT}) of 1 / (x + {@link #SHIFT}), for derivatives; error of exp(-x² / 2)·Q(x) 2.6e-9, coefficients rounded at once. */
    static final float MILLS_0 = 0.39884648f;

    static final float MILLS_1 = 1.2033342f;
    static final float MILLS_2 = 3.0054777f;
    static final float MILLS_3 = 10.120105f;
    static final float MILLS_4 = -16.2146f;
    static final float MILLS_5 = 175.22537f;
    static final float MILLS_6 = -637.8069f;
    static final float MILLS_7 = 919.5925f;
    static final float MILLS_8 = -493.42047f;
    static final float ONE_OVER_SQRT_2_PI = 0.3989423f;

    /** 2·√(2/π) as two floats: (1 + tanh(y)) / 2 = 1 / (1 + exp(-2y)), which keeps its accuracy where tanh(y) is close to -1. */
    static final float LINEAR = 1.5957692f;

    static final float LINEAR_LOW = -4.534068e-8f;

    /** 0.044715 times that, as two floats. */
    static final float CUBIC = 0.071354814f;

    static final float CUBIC_LOW = 2.3988325e-9f;

    static final float CUBIC_SLOPE = 0.21406445f;

    private GeluMath() {}

    /** {@code GELU}: z·Φ(z), as z - x·Φ(-x) for z from 0 on and -x·Φ(-x) for others; what sums lost is carried along. */
    static float gelu(float z) {
        float c = minusMagnitude(z, GELU_LEAST);
        float h = c * c;
        float exponent = -0.5f * h;
        float low = -0.5f * Math.fma(c, c, -h);
        float rounded = Math.fma(exponent, LOG2_E, TWO_FACTORS);
        float n = rounded - TWO_FACTORS;
        float y = FloatMath.expm1OfReduced(Math.fma(n, -LN2_HIGH, exponent) + Math.fma(n, -LN2_LOW, low));
        float d = (-CENTRAL - c) / (SHIFT - c);
        float q = Math.fma(TAIL_8, d, TAIL_7);
        q = Math.fma(q, d, TAIL_6);
        q = Math.fma(q, d, TAIL_5);
        q = Math.fma(q, d, TAIL_4);
        q = Math.fma(q, d, TAIL_3);
        q = Math.fma(q, d, TAIL_2);
        q = Math.fma(q, d, TAIL_1);
        q = d * q;
        float g = q + TAIL_0;
        float lost = q - (g - TAIL_0);
        float tail = (g + Math.fma(g, y, lost)) * FloatMath.firstFactor(rounded) * FloatMath.secondFactor(rounded);
        float p = Math.fma(CENTRE_4, h, CENTRE_3);
        p = Math.fma(p, h, CENTRE_2);
        p = Math.fma(p, h, CENTRE_1);
        p = Math.fma(p, h, CENTRE_0);
        float phi = Math.fma(z, p, 0.5f);
        float phiLost = Math.fma(z, p, 0.5f - phi);
        float outside = z >= 0f ? z - tail : -tail;
        return c > -CENTRAL ? Math.fma(z, phi, z * phiLost) : outside;
    }

    /** Φ(z) + z·φ(z): below 0 it is Φ(-x) - x·φ(x), and f'(z) + f'(-z) = 1. */
    static float geluDerivative(float z) {
        float c = minusMagnitude(z, GELU_LEAST);
        float exponent = -0.5f * c * c;
        float rounded = Math.fma(exponent, LOG2_E, TWO_FACTORS);
        float first = FloatMath.firstFactor(rounded);
        float y = FloatMath.reducedExpm1(exponent, rounded - TWO_FACTORS);
        float t = 1f / (SHIFT - c);
        float q = Math.fma(MILLS_8, t, MILLS_7);
        q = Math.fma(q, t, MILLS_6);
        q = Math.fma(q, t, MILLS_5);
        q = Math.fma(q, t, MILLS_4);
        q = Math.fma(q, t, MILLS_3);
        q = Math.fma(q, t, MILLS_2);
        q = Math.fma(q, t, MILLS_1);
        q = Math.fma(q, t, MILLS_0);
        float scaled = Math.fma(c, ONE_OVER_SQRT_2_PI, t * q) * first;
        float below = Math.fma(scaled, y, scaled) * FloatMath.secondFactor(rounded);
        return z >= 0f ? 1f - below : below;
    }

    /** {@code GELU_TANH}: z·s with s = 1 / (1 + exp(-w)), w = 2·√(2/π)·(z + 0.044715·z³). */
    static float geluTanh(float z) {
        float c = minusMagnitude(z, TANH_LEAST);
        float h = c * c;
        float product = CUBIC * h;
        float factor = product + LINEAR;
        float added = factor - product;
        float lost = (product - (factor - added)) + (LINEAR - added) + Math.fma(CUBIC, h, -product);
        lost = Math.fma(CUBIC_LOW, h, Math.fma(CUBIC, Math.fma(c, c, -h), lost + LINEAR_LOW));
        float exponent = c * factor;
        float low = Math.fma(c, lost, Math.fma(c, factor, -exponent));
        float rounded = Math.fma(exponent, LOG2_E, TWO_FACTORS);
        float n = rounded - TWO_FACTORS;
        float y = FloatMath.expm1OfReduced(Math.fma(n, -LN2_HIGH, exponent) + Math.fma(n, -LN2_LOW, low));
        float first = FloatMath.firstFactor(rounded);
        float second = FloatMath.secondFactor(rounded);
        float e = Math.fma(first, y, first) * second;
        float sum = e + 1f;
        float sumLost = e - (sum - 1f);
        float scaled = c * first;
        return (z >= 0f ? z : Math.fma(scaled, y - sumLost, scaled) * second) / sum;
    }

    /** s + z·s·(1 - s)·dw/dz, with f'(z) + f'(-z) = 1. */
    static float geluTanhDerivative(float z) {
        float c = minusMagnitude(z, TANH_LEAST);
        float h = c * c;
        float exponent = c * Math.fma(CUBIC, h, LINEAR);
        float rounded = Math.fma(exponent, LOG2_E, TWO_FACTORS);
        float first = FloatMath.firstFactor(rounded);
        float second = FloatMath.secondFactor(rounded);
        float y = FloatMath.reducedExpm1(exponent, rounded - TWO_FACTORS);
        float head = Math.fma(first, y, first);
        float u = 1f / (head * second + 1f);
        float below = head * (u * Math.fma(c * u, Math.fma(CUBIC_SLOPE, h, LINEAR), 1f)) * second;
        return z >= 0f ? 1f - below : below;
    }

    private static float minusMagnitude(float z, float least) {
        float c = -Math.abs(z);
        return c < least ? least : c;
    }
}
