package dev.netwright.runtime.kernel;

/**
 * Which part of every layer's gradients one thread computes, and what their sums start with. The rows of
 * every layer's weights are shared out evenly; no weight belongs to two shares, so shares need no order among themselves. The first has
 * all biases.
 *
 * @param part       this share, from 0 to {@code parts - 1}
 * @param parts      shares that together are all gradients
 * @param continues  whether sums go on from the gradients that are there, with the rows of a further pass; otherwise they
 *                   start at 0
 * @param keepsZeros whether the gradients of embeddings' tables and of layers that are not trained are 0 already, so that none of them
 *                   need be set to 0
 */
public record GradientShare(int part, int parts, boolean continues, boolean keepsZeros) {
    /** All gradients, from 0. */
    public static final GradientShare ALL = new GradientShare(0, 1, false);

    /** All gradients, going on from what is there. */
    public static final GradientShare ALL_CONTINUED = new GradientShare(0, 1, true);

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if there are not {@code 0 <= part < parts}
     */
    public GradientShare {
        if (part < 0 || part >= parts) {
            throw new IllegalArgumentException("Part " + part + " of " + parts
                    + " parts does not exist; parts are counted from 0 to one less than their number.");
        }
    }

    /** Which finds no zeros that it could keep. */
    public GradientShare(int part, int parts, boolean continues) {
        this(part, parts, continues, /* keepsZeros= */ false);
    }

    /** The first of {@code count} rows that belong to this share. */
    public int from(int count) {
        return (int) ((long) count * part / parts);
    }

    /** One past the last of {@code count} rows that belong to this share. */
    public int to(int count) {
        return (int) ((long) count * (part + 1) / parts);
    }
}
