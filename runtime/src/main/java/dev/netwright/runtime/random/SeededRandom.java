package dev.netwright.runtime.random;

/**
 * Random numbers from a seed: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
 * 2014). The algorithm stands here rather than in the JDK's hands, because a seed must give the same network
 * everywhere. For one thread; not for secrets.
 */
public final class SeededRandom {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double TWO_TO_MINUS_53 = 0x1p-53;

    private long state;

    /** The stream of a seed. */
    public SeededRandom(long seed) {
        this.state = seed;
    }

    /** The stream that belongs to a seed and an index, such as a layer's or an epoch's, independent of every other. */
    public static SeededRandom of(long seed, long index) {
        return new SeededRandom(mix(mix(seed + GOLDEN_GAMMA) + index * GOLDEN_GAMMA));
    }

    /** 64 random bits. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    public double nextDouble() {
        return (nextLong() >>> 11) * TWO_TO_MINUS_53;
    }

    /** Uniform in [from, to). */
    public double nextDouble(double from, double to) {
        return from + (to - from) * nextDouble();
    }

    /**
     * Uniform in 0 to {@code bound - 1}, without bias: values beyond the largest multiple of the bound are drawn again.
     *
     * @throws IllegalArgumentException if the bound is less than 1
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be at least 1, but is " + bound + ".");
        }
        while (true) {
            long bits = nextLong() >>> 33;
            long value = bits % bound;
            if (bits - value + bound <= 1L << 31) {
                return (int) value;
            }
        }
    }

    /** Normal with mean 0 and variance 1 (Box and Muller 1958), through {@code StrictMath}, which is the same everywhere. */
    public double nextGaussian() {
        double radius = Math.sqrt(-2.0 * StrictMath.log(1.0 - nextDouble()));
        return radius * StrictMath.cos(2.0 * Math.PI * nextDouble());
    }

    /** Puts the values into a random order (Fisher and Yates 1938; Durstenfeld 1964). */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
