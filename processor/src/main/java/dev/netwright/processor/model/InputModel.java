package dev.netwright.processor.model;

import java.util.Optional;

/**
 * An input of a network.
 *
 * @param name   unique among inputs and layers
 * @param shape  how the features of one sample are arranged
 * @param record the record whose components these are
 * @param isOfRecord whether it is a component of the record of an input before it, and comes with that
 */
public record InputModel(String name, Shape shape, Optional<RecordModel> record, boolean isOfRecord) {
    /** The name of an input that is given none. */
    public static final String DEFAULT_NAME = "input";

    /** An input that is no record. */
    public InputModel(String name, Shape shape) {
        this(name, shape, Optional.empty(), false);
    }

    /** An input of so many columns. */
    public InputModel(String name, int size) {
        this(name, Shape.flat(size));
    }

    /** Its columns: features of one sample. */
    public int size() {
        return (int) shape.size();
    }
}
