package dev.netwright.processor.model;

/**
 * An input of a network.
 *
 * @param name  unique among inputs and layers
 * @param shape how the features of one sample are arranged
 */
public record InputModel(String name, Shape shape) {
    /** The name of an input that is given none. */
    public static final String DEFAULT_NAME = "input";

    /** An input of so many columns. */
    public InputModel(String name, int size) {
        this(name, Shape.flat(size));
    }

    /** Its columns: features of one sample. */
    public int size() {
        return (int) shape.size();
    }
}
