package dev.netwright.runtime.kernel;

/**
 * Inverted dropout (Srivastava and others 2014): in training an element is kept with probability {@code 1 - rate} and then multiplied
 * by {@code 1 / (1 - rate)}, so that its expected value stays and inference needs no dropout at all. The mask is applied, forward and
 * backward alike, with {@link Merging#multiply}.
 *
 * <p>Whether an element is kept is a function of the seed, the step, the layer, its row in the batch and its column, and of nothing
 * else: the same bits on any number of threads, in blocks of any size. The generator counts instead of keeping a state (as those
 * of Salmon and others 2011 do). Each row has a key of 64 bits, by steps and finalisers of SplitMix64 (Steele, Lea and Flood 2014). Within a row
 * the arithmetic has 32 bits, as vectors have it: the lower half of the key plus the column's multiple of the golden ratio goes through
 * the multiplications of MurmurHash3's finaliser (Appleby 2011), with the upper half of the key mixed in between, so that two rows
 * whose lower halves are near each other have nothing in common. Its last shift is left out, which changes low bits alone, since the
 * element is dropped where the number is less than {@code rate·2³²}.
 */
public final class Dropout {
    private static final Masks MASKS = KernelChoice.KERNELS.masks();
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Dropout() {}

    /**
     * Which elements are kept.
     *
     * @param seed     of the training
     * @param step     of the training, counted over all epochs
     * @param layer    the layer's number, so that layers differ
     * @param firstRow the row of the batch in which this block begins
     * @param rate     the probability to be dropped
     * @param mask     receives 0 or {@code 1 / (1 - rate)}, {@code rows x columns}
     * @throws IllegalArgumentException if the rate is not from 0 to less than 1
     */
    public static void mask(
            long seed, long step, int layer, long firstRow, float rate, float[] mask, int rows, int columns) {
        if (!(rate >= 0f && rate < 1f)) {
            throw new IllegalArgumentException(
                    "The rate of dropout must be from 0 to less than 1, but is " + rate + ".");
        }
        // The smallest int where nothing is less and nothing is dropped; rate·2³² is exact or far below what can be
        // seen.
        int limit = (int) ((long) (rate * 0x1p32) + Integer.MIN_VALUE);
        MASKS.fill(layerKey(seed, step, layer), firstRow, limit, 1f / (1f - rate), mask, rows, columns);
    }

    private static long layerKey(long seed, long step, int layer) {
        return mix(mix(mix(seed + GOLDEN_GAMMA) + step * GOLDEN_GAMMA) + layer * GOLDEN_GAMMA);
    }

    /** The key of a row. */
    static long rowKey(long layerKey, long row) {
        return mix(layerKey + row * GOLDEN_GAMMA);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
