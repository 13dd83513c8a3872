package dev.netwright.processor.model;

/**
 * An input of a network.
 *
 * @param name unique among inputs and layers
 * @param size its columns: features of one sample
 */
public record InputModel(String name, int size) {
    /** The name of an input that is given none. */
    public static final String DEFAULT_NAME = "input";
}
