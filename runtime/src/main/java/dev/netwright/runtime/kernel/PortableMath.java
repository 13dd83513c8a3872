package dev.netwright.runtime.kernel;

/**
 * Exponentials, logarithms and their relatives in plain double arithmetic. {@code Math.exp} and the like may differ
 * from one JVM to the next; additions, multiplications and divisions may not, so these give the same bits everywhere.
 *
 * <p>Relative errors are below 1e-11, far less than a float can show: cast to float, every result is the float nearest
 * to the true value or, very rarely, its neighbour. Infinities and NaN are treated as by {@code Math}.
 */
public final class PortableMath {
    private static final double LOG2_E = 1.4426950408889634;
    /** The upper bits of log 2: its product with a small whole number is exact (Cody and Waite 1980). */
    private static final double LN2_HIGH = 0.6931471803691238;

    private static final double LN2_LOW = 1.9082149292705877e-10;
    private static final double SQRT_HALF = 0.7071067811865476;
    private static final double ONE_OVER_SQRT_2_PI = 0.3989422804014327;

    /** Beyond these exp is taken for infinite or 0, far outside what a float holds. */
    private static final double EXP_MOST = 709.0;

    private static final double EXP_LEAST = -708.0;
    private static final long MANTISSA_BITS = 0x000FFFFFFFFFFFFFL;
    private static final long ONE_BITS = 0x3FF0000000000000L;

    /**
     * erfcx(x)·(1 + 2x) for x >= 0 as a polynomial of t = (x - 3.75) / (x + 3.75) (the variable is Schonfelder's, 1978);
     * fitted at 19 Chebyshev nodes, largest relative error 7e-14.
     */
    private static final double[] ERFCX = {
        1.2375126308378275,
        -0.14024059858484383,
        0.0035854154868332185,
        0.08227673844772143,
        -0.1088039302259571,
        0.09230432191171319,
        -0.058693397085249246,
        0.028362271333879547,
        -0.009746591776918926,
        0.0017556527948840992,
        0.00029376764488787146,
        -0.0002902251053994501,
        5.150789306634052e-05,
        2.2499895653469904e-05,
        -1.1217605824161804e-05,
        -1.09006108878499e-06,
        1.5293119902612247e-06,
        1.2915207710313169e-08,
        -1.3093296346548748e-07
    };

    private PortableMath() {}

    /** e to the power x. */
    public static double exp(double x) {
        if (!(x <= EXP_MOST)) {
            return Double.isNaN(x) ? x : Double.POSITIVE_INFINITY;
        }
        if (x < EXP_LEAST) {
            return 0.0;
        }
        // x = n·log 2 + r with |r| <= log(2) / 2, so exp(x) = 2^n·exp(r).
        double n = Math.rint(x * LOG2_E);
        double r = (x - n * LN2_HIGH) - n * LN2_LOW;
        return (1.0 + reducedExpm1(r)) * Double.longBitsToDouble((long) (n + 1023) << 52);
    }

    /** exp(x) - 1, accurate near 0 as well. */
    public static double expm1(double x) {
        return Math.abs(x) < 0.34 ? reducedExpm1(x) : exp(x) - 1.0;
    }

    /** The natural logarithm of x; -infinity for 0, NaN below. */
    public static double log(double x) {
        if (!(x > 0.0) || x == Double.POSITIVE_INFINITY) {
            return x == 0.0 ? Double.NEGATIVE_INFINITY : x > 0.0 ? x : Double.NaN;
        }
        double scaled = x < Double.MIN_NORMAL ? x * 0x1p54 : x;
        int exponent = Math.getExponent(scaled);
        double mantissa = Double.longBitsToDouble((Double.doubleToRawLongBits(scaled) & MANTISSA_BITS) | ONE_BITS);
        if (mantissa > 2 * SQRT_HALF) {
            mantissa *= 0.5;
            exponent++;
        }
        if (x < Double.MIN_NORMAL) {
            exponent -= 54;
        }
        return exponent * LN2_HIGH + (reducedLog(mantissa - 1.0) + exponent * LN2_LOW);
    }

    /** log(1 + x), accurate near 0 as well. */
    public static double log1p(double x) {
        return x > SQRT_HALF - 1.0 && x < 2 * SQRT_HALF - 1.0 ? reducedLog(x) : log(1.0 + x);
    }

    /** The hyperbolic tangent of x. */
    public static double tanh(double x) {
        double twice = Math.abs(2.0 * x);
        double t = twice > 60.0 ? 1.0 : tanhOfHalf(expm1(twice));
        return x < 0.0 ? -t : t;
    }

    /** 1 / (1 + exp(-x)). */
    public static double sigmoid(double x) {
        return 1.0 / (1.0 + exp(-x));
    }

    /** log(1 + exp(x)), without overflow. */
    public static double softplus(double x) {
        return Math.max(x, 0.0) + log1p(exp(-Math.abs(x)));
    }

    /** Φ(x), the share of the standard normal distribution below x; accurate in the lower tail as well. */
    public static double normalCdf(double x) {
        double y = Math.abs(x) * SQRT_HALF;
        double t = (y - 3.75) / (y + 3.75);
        double scaled = 0.0;
        for (int i = ERFCX.length - 1; i >= 0; i--) {
            scaled = scaled * t + ERFCX[i];
        }
        double tail = y > 40.0 ? 0.0 : 0.5 * exp(-y * y) * scaled / (1.0 + 2.0 * y);
        return x > 0.0 ? 1.0 - tail : tail;
    }

    /** φ(x), the density of the standard normal distribution. */
    public static double normalDensity(double x) {
        return ONE_OVER_SQRT_2_PI * exp(-0.5 * x * x);
    }

    private static double tanhOfHalf(double expm1) {
        return expm1 / (expm1 + 2.0);
    }

    /** exp(r) - 1 for {@code |r| < 0.35}: the Taylor series to the eleventh power, whose rest is below 1e-14. */
    private static double reducedExpm1(double r) {
        double p = 1.0 / 39916800.0;
        p = p * r + 1.0 / 3628800.0;
        p = p * r + 1.0 / 362880.0;
        p = p * r + 1.0 / 40320.0;
        p = p * r + 1.0 / 5040.0;
        p = p * r + 1.0 / 720.0;
        p = p * r + 1.0 / 120.0;
        p = p * r + 1.0 / 24.0;
        p = p * r + 1.0 / 6.0;
        p = p * r + 0.5;
        p = p * r + 1.0;
        return p * r;
    }

    /** log(1 + x) for 1 + x from sqrt(1/2) to sqrt(2): 2·artanh(s) with s = x / (2 + x), to the fifteenth power of s. */
    private static double reducedLog(double x) {
        double s = x / (2.0 + x);
        double q = s * s;
        double p = 1.0 / 15.0;
        p = p * q + 1.0 / 13.0;
        p = p * q + 1.0 / 11.0;
        p = p * q + 1.0 / 9.0;
        p = p * q + 1.0 / 7.0;
        p = p * q + 1.0 / 5.0;
        p = p * q + 1.0 / 3.0;
        p = p * q + 1.0;
        return 2.0 * s * p;
    }
}
