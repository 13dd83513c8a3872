package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Origin;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.TypeElement;

/**
 * A component of a record whose components are features, as the user wrote it.
 *
 * @param name     its name
 * @param path     with the names of the components that it is inside of, such as {@code address.zip}
 * @param origin   where it stands
 * @param form     what becomes of it
 * @param typeText its type, as messages name it
 * @param isNullable whether its type is no primitive one
 * @param isNever  whether its value is never missing: neither null nor NaN
 * @param type     the enum or record
 * @param nested   the components of the record; empty where it contains itself
 * @param length   the elements of an array
 * @param missing  what stands in the place of missing values
 * @param index    whether it picks a row of a table
 */
record ComponentDeclaration(
        String name,
        String path,
        Origin origin,
        Form form,
        String typeText,
        boolean isNullable,
        boolean isNever,
        Optional<TypeElement> type,
        Optional<RecordDeclaration> nested,
        Declared<Integer> length,
        Declared<Float> missing,
        Declared<Boolean> index) {
    /** What becomes of a component. */
    enum Form {
        NUMBER,
        FLAG,
        CHOICE,
        NUMBERS,
        FLAGS,
        RECORD,
        NOTHING;

        boolean isArray() {
            return this == NUMBERS || this == FLAGS;
        }
    }

    /** Whether it picks a row of a table. */
    boolean isIndex() {
        return index.value();
    }

    /** Of an index how many rows there are to pick from, where that is known: the constants of an enum. */
    OptionalInt choices() {
        return form == Form.CHOICE
                ? OptionalInt.of(
                        type.map(constants -> EnumConstants.of(constants).size())
                                .orElse(0))
                : OptionalInt.empty();
    }

    /** Its features; 0 where they are not known. */
    long columns() {
        if (isIndex()) {
            return 1;
        }
        return switch (form) {
            case NUMBER, FLAG -> 1;
            case CHOICE ->
                type.map(constants -> EnumConstants.of(constants).size()).orElse(0);
            case NUMBERS, FLAGS -> length.isWritten() ? Math.max(0, length.value()) : 0;
            case RECORD -> nested.map(RecordDeclaration::columns).orElse(0L);
            case NOTHING -> 0;
        };
    }
}
