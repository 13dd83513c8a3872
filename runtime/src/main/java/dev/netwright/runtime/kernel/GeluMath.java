package dev.netwright.runtime.kernel;

/**
 * The two forms of GELU and their derivatives, in double arithmetic of our own: floats would need so many corrections that
 * doubles are no slower.
 *
 * <p>With x = |z|, the tail Φ(-x) = exp(-x² / 2)·Q(x), and (x + 1)·Q(x) is a polynomial of t = (x - 4) / (x + 4) (the variable
 * is Schonfelder's, 1978). All polynomials are minimax fits.
 */
final class GeluMath {
    static final double LOG2_E = 1.4426950408889634;
    static final double LN2 = 0.6931471805599453;

    /** 1.5·2⁵² + 1023: added to a small number it leaves that number rounded to a whole one, n, in the lowest bits, as the exponent of 2ⁿ. */
    static final double ROUND = 6755399441056767.0;

    /** Where the exponent of a double starts. */
    static final int EXPONENT = 52;

    /** exp(r) for |r| up to log(2) / 2; relative error 1.9e-9. */
    static final double EXP_0 = 1.000000000554777;

    static final double EXP_1 = 1.0000000363526547;
    static final double EXP_2 = 0.49999992073248345;
    static final double EXP_3 = 0.16666420036073093;
    static final double EXP_4 = 0.04166822643788867;
    static final double EXP_5 = 0.00837482709155376;
    static final double EXP_6 = 0.0013836830942317154;

    /** (x + 1)·Q(x) for x from 0 to {@link #GELU_MOST}; relative error 1.7e-9. */
    static final double TAIL_0 = 0.47205320681619495;

    static final double TAIL_1 = -0.09670346630443259;
    static final double TAIL_2 = 0.013999601172614999;
    static final double TAIL_3 = 0.028599966780625118;
    static final double TAIL_4 = -0.03219736177580066;
    static final double TAIL_5 = 0.01794023076531453;
    static final double TAIL_6 = -0.005003868115401405;
    static final double TAIL_7 = -0.0003033798832890698;
    static final double TAIL_8 = 0.000692102490877592;
    static final double TAIL_9 = -6.17187937182323e-05;
    static final double TAIL_10 = -7.20488875325144e-05;

    /** Beyond these |z| the tail times z is less than half of the smallest float. */
    static final double GELU_MOST = 15.0;

    static final double TANH_MOST = 11.0;

    static final double ONE_OVER_SQRT_2_PI = 0.3989422804014327;

    /** 2·√(2/π): (1 + tanh(y)) / 2 = 1 / (1 + exp(-2y)), which keeps its accuracy where tanh(y) is close to -1. */
    static final double TANH_LINEAR = 1.5957691216057308;

    static final double TANH_CUBIC = 0.07135481627260025;

    private GeluMath() {}

    /** {@code GELU}: z·Φ(z), as z - x·Φ(-x) for z from 0 on and -x·Φ(-x) for others. */
    static float gelu(float z) {
        double x = magnitude(z, GELU_MOST);
        double u = 1.0 / ((x + 4.0) * (x + 1.0));
        double below = -x * (exp(-0.5 * (x * x)) * (tail(x, u) * ((x + 4.0) * u)));
        return (float) ((z >= 0f ? z : 0.0) + below);
    }

    /** Φ(z) + z·φ(z): below 0 it is Φ(-x) - x·φ(x), and f'(z) + f'(-z) = 1. */
    static float geluDerivative(float z) {
        double x = magnitude(z, GELU_MOST);
        double u = 1.0 / ((x + 4.0) * (x + 1.0));
        double below = exp(-0.5 * (x * x)) * Math.fma(-x, ONE_OVER_SQRT_2_PI, tail(x, u) * ((x + 4.0) * u));
        return (float) (z >= 0f ? 1.0 - below : below);
    }

    /** {@code GELU_TANH}: z·s with s = 1 / (1 + exp(-w)), w = 2·√(2/π)·(z + 0.044715·z³). */
    static float geluTanh(float z) {
        double x = magnitude(z, TANH_MOST);
        double e = exp(-x * Math.fma(TANH_CUBIC, x * x, TANH_LINEAR));
        return (float) ((z >= 0f ? z : -x * e) / (1.0 + e));
    }

    /** s + z·s·(1 - s)·dw/dz, with f'(z) + f'(-z) = 1. */
    static float geluTanhDerivative(float z) {
        double x = magnitude(z, TANH_MOST);
        double square = x * x;
        double e = exp(-x * Math.fma(TANH_CUBIC, square, TANH_LINEAR));
        double u = 1.0 / (1.0 + e);
        double below = e * u * Math.fma(-x * u, Math.fma(3.0 * TANH_CUBIC, square, TANH_LINEAR), 1.0);
        return (float) (z >= 0f ? 1.0 - below : below);
    }

    private static double magnitude(double z, double most) {
        double x = Math.abs(z);
        return x > most ? most : x;
    }

    /** exp(x) for x from -300 to 0. */
    private static double exp(double x) {
        double rounded = Math.fma(x, LOG2_E, ROUND);
        double r = Math.fma(rounded - ROUND, -LN2, x);
        double p = Math.fma(EXP_6, r, EXP_5);
        p = Math.fma(p, r, EXP_4);
        p = Math.fma(p, r, EXP_3);
        p = Math.fma(p, r, EXP_2);
        p = Math.fma(p, r, EXP_1);
        p = Math.fma(p, r, EXP_0);
        return p * Double.longBitsToDouble(Double.doubleToRawLongBits(rounded) << EXPONENT);
    }

    /** (x + 1)·Q(x), with u = 1 / ((x + 4)·(x + 1)). */
    private static double tail(double x, double u) {
        double t = Math.fma(-8.0 * (x + 1.0), u, 1.0);
        double p = Math.fma(TAIL_10, t, TAIL_9);
        p = Math.fma(p, t, TAIL_8);
        p = Math.fma(p, t, TAIL_7);
        p = Math.fma(p, t, TAIL_6);
        p = Math.fma(p, t, TAIL_5);
        p = Math.fma(p, t, TAIL_4);
        p = Math.fma(p, t, TAIL_3);
        p = Math.fma(p, t, TAIL_2);
        p = Math.fma(p, t, TAIL_1);
        return Math.fma(p, t, TAIL_0);
    }
}
