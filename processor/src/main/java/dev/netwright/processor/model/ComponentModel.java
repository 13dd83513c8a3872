package dev.netwright.processor.model;

import java.util.Optional;

/**
 * A component of a record whose components are features.
 *
 * @param name    its name, which is that of its accessor
 * @param kind    what becomes of it
 * @param columns its features
 * @param mayBeNull whether its type is no primitive one
 * @param missing what stands in each of its features where its value is missing; NaN where that is an error
 * @param choice  the enum of a {@code CHOICE}
 * @param nested  the record of a {@code RECORD}
 */
public record ComponentModel(
        String name,
        Kind kind,
        int columns,
        boolean mayBeNull,
        float missing,
        Optional<TypeReference> choice,
        Optional<RecordModel> nested) {
    /** What becomes of a component. */
    public enum Kind {
        /** One feature. */
        NUMBER,
        /** One feature, 0 or 1. */
        FLAG,
        /** A feature for each constant of an enum. */
        CHOICE,
        /** An array of numbers. */
        NUMBERS,
        /** An array of booleans. */
        FLAGS,
        /** The features of another record. */
        RECORD,
        /** The number of a row of a table, in an input of its own. */
        INDEX
    }

    /** Whether a number is declared for missing values. */
    public boolean isMissingDeclared() {
        return !Float.isNaN(missing);
    }
}
