package com.acme;

import java.util.zip.CRC32;

/**
 * The network ActorCritic as it was trained, for predictions alone: 4 features in, 3 outputs out.
 *
 * <pre>{@code
 * ActorCritic: 51 parameters, 42 multiply-adds
 *   layer   reads  shape   activation  weights  biases
 *   state          4
 *   trunk   state  4 -> 6  tanh        4x6      6
 *   policy  trunk  6 -> 2  softmax     6x2      2
 *   value   trunk  6 -> 1  identity    6x1      1
 *   outputs: policy, value
 * }</pre>
 *
 * <p>Outputs have the same bits as those of that network, on every Java platform from version 8 on: every sum has one
 * order, and nothing is called that may differ. This file needs no other.
 *
 * <p>An object is for one thread at a time, since it has the arrays that a prediction needs. Make one for each thread:
 * all of them share their weights.
 *
 * <p>Written by Netwright; fingerprint f68b155a9960499021c086801520cd7370ceed10e9f39e146e4aa5610012e3fe.
 */
@SuppressWarnings("strictfp")
public final strictfp class Robot {
    /** Features of one sample. */
    public static final int INPUTS = 4;

    /** Outputs for one sample. */
    public static final int OUTPUTS = 3;

    /** Head policy: the number of the first of its outputs, and how many it has. */
    public static final int POLICY_FIRST = 0;
    public static final int POLICY_COUNT = 2;

    /** Head value: the number of the first of its outputs, and how many it has. */
    public static final int VALUE_FIRST = 2;
    public static final int VALUE_COUNT = 1;

    private final Weights weights;

    /** Features as the first layer reads them. */
    private final float[] scaled = new float[INPUTS];

    /** Layer trunk: z, and in its place a. */
    private final float[] trunkValues = new float[6];

    /** Layer policy: z, and in its place a. */
    private final float[] policyValues = new float[2];

    /** Layer value: z, and in its place a. */
    private final float[] valueValues = new float[1];

    /** An object for one thread. The first one reads the weights. */
    public Robot() {
        weights = Weights.shared();
    }

    /**
     * The outputs for one sample.
     *
     * @param features 4 of them
     * @return a new array of 3
     * @throws IllegalArgumentException if a length is wrong, or a feature is not finite or outgrows the scaling
     */
    public float[] predict(float[] features) {
        float[] outputs = new float[OUTPUTS];
        predict(features, outputs);
        return outputs;
    }

    /**
     * The outputs for one sample, written into the caller's array. Allocates nothing.
     *
     * @param features 4 of them
     * @param outputs receives 3
     * @throws IllegalArgumentException if a length is wrong, or a feature is not finite or outgrows the scaling;
     * outputs are then unchanged
     */
    public void predict(float[] features, float[] outputs) {
        Checks.length("features", features, INPUTS);
        Checks.length("outputs", outputs, OUTPUTS);
        Checks.finite(features);
        Kernels.scale(features, weights.means, weights.meansLow, weights.factors, scaled);
        Checks.scaled(features, scaled);
        computeTrunk(scaled);
        computePolicy();
        computeValue();
        System.arraycopy(policyValues, 0, outputs, 0, 2);
        System.arraycopy(valueValues, 0, outputs, 2, 1);
    }

    /** Layer trunk: 4 -> 6, tanh. */
    private void computeTrunk(float[] features) {
        // z = x*W + b
        Kernels.dense(features, 0, weights.trunkWeights, weights.trunkBiases, trunkValues);
        // a = tanh(z)
        for (int i = 0; i < trunkValues.length; i++) {
            trunkValues[i] = ActivationMath.tanh(trunkValues[i]);
        }
    }

    /** Layer policy: 6 -> 2, softmax. */
    private void computePolicy() {
        // z = x*W + b
        Kernels.dense(trunkValues, 0, weights.policyWeights, weights.policyBiases, policyValues);
        // a = exp(z) / sum of exp(z)
        Kernels.softmax(policyValues);
    }

    /** Layer value: 6 -> 1, identity. */
    private void computeValue() {
        // z = x*W + b
        Kernels.dense(trunkValues, 0, weights.valueWeights, weights.valueBiases, valueValues);
    }

    /** The numbers of all layers, which all objects share. */
    private static final class Weights {
        /** There are none before the first object asks for them. */
        private static Weights shared;

        /** How features are scaled: their means, each as the sum of two floats, and 1 / deviation. */
        final float[] means;
        final float[] meansLow;
        final float[] factors;

        /** Layer trunk; its weights are 4 x 6, row by row. */
        final float[] trunkWeights;
        final float[] trunkBiases;

        /** Layer policy; its weights are 6 x 2, row by row. */
        final float[] policyWeights;
        final float[] policyBiases;

        /** Layer value; its weights are 6 x 1, row by row. */
        final float[] valueWeights;
        final float[] valueBiases;

        private Weights(byte[] numbers) {
            means = Numbers.floats(numbers, 0, 4);
            meansLow = Numbers.floats(numbers, 4, 4);
            factors = Numbers.floats(numbers, 8, 4);
            trunkWeights = Numbers.floats(numbers, 12, 24);
            trunkBiases = Numbers.floats(numbers, 36, 6);
            policyWeights = Numbers.floats(numbers, 42, 12);
            policyBiases = Numbers.floats(numbers, 54, 2);
            valueWeights = Numbers.floats(numbers, 56, 6);
            valueBiases = Numbers.floats(numbers, 62, 1);
        }

        static synchronized Weights shared() {
            if (shared == null) {
                shared = new Weights(Numbers.ofText(text(), 63, 0x549C7BDAL));
            }
            return shared;
        }

        /** All numbers one after the other, each as five digits to the base 85. */
        private static String[] text() {
            return new String[] {
                "#####78*]c7Ecb8#########################7Ecb878*]c7Ecb87b(k9a$&T?a&I:a6dZ]-77X-HaD;wnaE6lZ73*J[a/O/H"
                        + "79Zwe7>bUF7<Uj+7854%7+HPx7;JQ6782>2`UCBO73]r)`t0/Aa(3q5aJhI3aEaCA`sN/u7<(Xi73Z)h####################"
                        + "##########7/*2q7@d)Da(jIR78r3Ka5W<B7:e^^79r*ca<a.MaFt#2aK`nRa1*k)a8O&T##########7'Ma0`VE@B`q]>f6meR_"
                        + "a$=:4aD5K-#####",
            };
        }
    }

    /** Refuses what cannot be computed with. */
    private static final class Checks {
        /** Refuses an array of another length. */
        static void length(String name, float[] array, int length) {
            if (array == null) {
                throw new NullPointerException(name + " is null, but should be an array of " + length + " values.");
            }
            if (array.length != length) {
                throw new IllegalArgumentException(
                        name + " has " + array.length + " values, but should have " + length + ".");
            }
        }

        /** Refuses NaN and infinite features. */
        static void finite(float[] features) {
            for (int i = 0; i < features.length; i++) {
                if (!(Math.abs(features[i]) <= Float.MAX_VALUE)) {
                    throw new IllegalArgumentException(
                            "Feature " + i + " is " + features[i] + "; every feature must be finite.");
                }
            }
        }

        /** Refuses features that scaling makes infinite. */
        static void scaled(float[] features, float[] scaled) {
            for (int i = 0; i < scaled.length; i++) {
                if (!(Math.abs(scaled[i]) <= Float.MAX_VALUE)) {
                    throw new IllegalArgumentException("Feature " + i + " is " + features[i]
                            + ", which is too many deviations from the mean that it has had in training.");
                }
            }
        }
    }

    /** What layers do, for one sample. The order of every sum is fixed, for the same bits everywhere. */
    private static final class Kernels {
        /** Moves and scales features: (x - mean) / deviation, with a mean that is the sum of two floats. */
        static void scale(float[] x, float[] means, float[] meansLow, float[] factors, float[] scaled) {
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = (x[i] - means[i] - meansLow[i]) * factors[i];
            }
        }

        /**
         * z = x*W + b. Weights are a row of units for each input. Every z starts at its bias, or at 0, and adds the
         * inputs in ascending order, each with one fused multiply-add.
         */
        static void dense(float[] x, int xAt, float[] weights, float[] biases, float[] z) {
            int units = z.length;
            int inputs = weights.length / units;
            start(biases, z, 0, units);
            int w = 0;
            for (int i = 0; i < inputs; i++) {
                float value = x[xAt + i];
                for (int j = 0; j < units; j++) {
                    z[j] = Fma.fma(value, weights[w], z[j]);
                    w++;
                }
            }
        }

        /** Where sums start: at their biases, or without any at 0. */
        static void start(float[] biases, float[] z, int at, int count) {
            if (biases.length > 0) {
                System.arraycopy(biases, 0, z, at, count);
            } else {
                for (int i = at; i < at + count; i++) {
                    z[i] = 0f;
                }
            }
        }

        /** a = exp(z) / sum of exp(z), in place; the largest z is subtracted first, which keeps every exponential finite. */
        static void softmax(float[] z) {
            float largest = Softmax.largest(z, 0, z.length);
            double sum = 0.0;
            for (int i = 0; i < z.length; i++) {
                z[i] = FloatMath.expOfDifference(z[i], largest);
                sum += z[i];
            }
            double scale = 1.0 / sum;
            for (int i = 0; i < z.length; i++) {
                z[i] = (float) (z[i] * scale);
            }
        }
    }

    /** The activations as functions of one pre-activation z. */
    private static final class ActivationMath {
        /** {@code TANH}. */
        static float tanh(float z) {
            return FloatMath.tanh(z);
        }
    }

    /**
     * Exponentials and their relatives in floats: those of Math may differ from one JVM to the next, while basic
     * operations may not.
     */
    private static final class FloatMath {
        static final float LOG2_E = 1.442695f;

        /** log 2 as the sum of two floats (Cody and Waite 1980). */
        static final float LN2_HIGH = 0.6931472f;
        static final float LN2_LOW = -1.9046542e-9f;

        /**
         * 1.5*2^23 + 127: added to a small number it leaves that number rounded to a whole one, n, in the lowest bits, in the
         * form in which the exponent of the float 2^n is stored.
         */
        static final float ONE_FACTOR = 12583039f;

        /** The same for 2^n as a product of two floats, where it may be too large or too small for one. */
        static final float TWO_FACTORS = 12583166f;

        /** Where the exponent of a float starts. */
        static final int EXPONENT = 23;

        /** Beyond these exp is infinite or 0 by far, and x*exp(x) is 0 as well. */
        static final float EXP_MOST = 89f;
        static final float EXP_LEAST = -110f;

        /** Below this exp(x) - 1 is -1. */
        static final float EXPM1_LEAST = -30f;

        /** (exp(r) - 1 - r) / r^2 for |r| up to log(2) / 2; relative error of exp(r) 3.1e-9. */
        static final float EXP_0 = 0.49999994f;
        static final float EXP_1 = 0.16666521f;
        static final float EXP_2 = 0.041668262f;
        static final float EXP_3 = 0.008368671f;
        static final float EXP_4 = 0.0013821027f;

        /** e to the power x. */
        static float exp(float x) {
            float c = x > EXP_MOST ? EXP_MOST : x < EXP_LEAST ? EXP_LEAST : x;
            float rounded = Fma.fma(c, LOG2_E, TWO_FACTORS);
            float first = firstFactor(rounded);
            return Fma.fma(first, reducedExpm1(c, rounded - TWO_FACTORS), first) * secondFactor(rounded);
        }

        /** exp(x - largest) for x up to the largest, with what the subtraction loses (Knuth 1969, section 4.2.2). */
        static float expOfDifference(float x, float largest) {
            float d = x - largest;
            float b = d - x;
            float lost = (x - (d - b)) - (largest + b);
            float e = exp(d);
            return Fma.fma(e, d < EXP_LEAST ? 0f : lost, e);
        }

        /** The hyperbolic tangent of x: (1 - e) / (1 + e) with e = exp(-2|x|) = 2^n*(1 + y), and the sign of x. */
        static float tanh(float x) {
            float c = -2f * Math.abs(x);
            c = c < EXPM1_LEAST ? EXPM1_LEAST : c;
            float rounded = Fma.fma(c, LOG2_E, ONE_FACTOR);
            float power = powerOfTwo(rounded);
            float y = reducedExpm1(c, rounded - ONE_FACTOR);
            return Math.copySign(Fma.fma(-y, power, 1f - power) / Fma.fma(y, power, power + 1f), x);
        }

        /** With n = x*log2(e) rounded and r = x - n*log 2, so that |r| is at most log(2) / 2 and exp(x) = 2^n*exp(r): exp(r) - 1. */
        static float reducedExpm1(float x, float n) {
            return expm1OfReduced(Fma.fma(n, -LN2_LOW, Fma.fma(n, -LN2_HIGH, x)));
        }

        /** exp(r) - 1 for |r| up to log(2) / 2. */
        static float expm1OfReduced(float r) {
            float p = Fma.fma(EXP_4, r, EXP_3);
            p = Fma.fma(p, r, EXP_2);
            p = Fma.fma(p, r, EXP_1);
            p = Fma.fma(p, r, EXP_0);
            return Fma.fma(r * r, p, r);
        }

        /** 2^n, from n + {@link #ONE_FACTOR}. */
        static float powerOfTwo(float rounded) {
            return Float.intBitsToFloat(Float.floatToRawIntBits(rounded) << EXPONENT);
        }

        /** 2 to the power n / 2, rounded down, from n + {@link #TWO_FACTORS}. */
        static float firstFactor(float rounded) {
            return Float.intBitsToFloat(Float.floatToRawIntBits(rounded) >> 1 << EXPONENT);
        }

        /** 2^n divided by {@link #firstFactor}. */
        static float secondFactor(float rounded) {
            int bits = Float.floatToRawIntBits(rounded);
            return Float.intBitsToFloat((bits - (bits >> 1)) << EXPONENT);
        }
    }

    /** A part of softmax. */
    private static final class Softmax {
        /** The largest z of the row that starts at {@code offset}; NaN if there is one. */
        static float largest(float[] z, int offset, int units) {
            float largest = z[offset];
            for (int i = offset + 1; i < offset + units; i++) {
                largest = Math.max(largest, z[i]);
            }
            return largest;
        }
    }

    /** The fused multiply-add, exactly, which Java has from version 9 on alone. */
    private static final class Fma {
        /** The bits of a double that a float has no room for, and what they are halfway from a float to the next. */
        static final long BEHIND_FLOAT = (1L << 29) - 1;
        static final long HALFWAY = 1L << 28;

        /**
         * a*b + c, rounded once, as Math.fma of Java 9 has it. The product of two floats is exact in a double. The sum is
         * rounded to a double and then to a float, which gives another number only if that double is halfway from a float
         * to the next.
         */
        static float fma(float a, float b, float c) {
            double product = (double) a * b;
            double sum = product + c;
            boolean isHalfway = (Double.doubleToRawLongBits(sum) & BEHIND_FLOAT) == HALFWAY;
            // Floats below the smallest normal one have fewer bits.
            return isHalfway || Math.abs(sum) < Float.MIN_NORMAL ? (float) toOdd(product, c, sum) : (float) sum;
        }

        /**
         * x + y, of which sum is the nearest double. Where that lost something, and its last bit is 0, it is the neighbour
         * on the side of what was lost, which is halfway between no two floats (Boldo and Melquiond 2008).
         */
        static double toOdd(double x, double y, double sum) {
            double added = sum - x;
            double lost = (x - (sum - added)) + (y - added);
            boolean isOdd = (Double.doubleToRawLongBits(sum) & 1) == 1;
            if (lost == 0 || isOdd) {
                return sum;
            }
            return Math.nextAfter(sum, lost > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
        }
    }

    /** Reads the weights. */
    private static final class Numbers {
        static final int BYTES = 4;

        /** The characters of a number, which are its digits to the base 85 from '#' on without the backslash. */
        static final int DIGITS = 5;

        /** The bytes of all numbers, the lowest of each first. */
        static byte[] ofText(String[] texts, int count, long checksum) {
            byte[] bytes = new byte[BYTES * count];
            int at = 0;
            for (String text : texts) {
                for (int i = 0; i + DIGITS <= text.length() && at < bytes.length; i += DIGITS) {
                    int number = 0;
                    for (int digit = i; digit < i + DIGITS; digit++) {
                        char c = text.charAt(digit);
                        number = 85 * number + c - (c > '\\' ? '$' : '#');
                    }
                    for (int part = 0; part < BYTES; part++) {
                        bytes[at] = (byte) (number >> 8 * part);
                        at++;
                    }
                }
            }
            if (at < bytes.length || checksum(bytes) != checksum) {
                throw new IllegalStateException(
                        "The text of the weights was changed after it was written; write the file again.");
            }
            return bytes;
        }

        static long checksum(byte[] bytes) {
            CRC32 crc = new CRC32();
            crc.update(bytes, 0, bytes.length);
            return crc.getValue();
        }

        /** Some of the numbers, from a place on. */
        static float[] floats(byte[] bytes, int from, int count) {
            float[] floats = new float[count];
            for (int i = 0; i < count; i++) {
                floats[i] = Float.intBitsToFloat(bits(bytes, from + i));
            }
            return floats;
        }

        static int bits(byte[] bytes, int number) {
            int at = BYTES * number;
            return bytes[at] & 0xFF
                    | (bytes[at + 1] & 0xFF) << 8
                    | (bytes[at + 2] & 0xFF) << 16
                    | (bytes[at + 3] & 0xFF) << 24;
        }
    }
}
