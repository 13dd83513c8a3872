package dev.netwright.processor.plan;

/**
 * An array of a pass.
 *
 * @param name    what it is called
 * @param columns the constant with its columns, or {@link #ONE}
 * @param size    these columns
 */
public record PlannedArray(String name, String columns, long size) {
    /** The columns of an array with one value a sample. */
    public static final String ONE = "1";
}
