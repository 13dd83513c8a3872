package dev.netwright.runtime.topology;

/**
 * A part of what a sample consists of.
 *
 * @param name its name, for layers that read it
 * @param size features of one sample
 */
public record NetworkInput(String name, int size) {
    /** The name of an input that is given none. */
    public static final String DEFAULT_NAME = "input";
}
