package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Origin;

/**
 * The value of an attribute.
 *
 * @param value     what it is, or the default
 * @param isWritten whether the user wrote it
 * @param origin    where it stands, or where the annotation does
 */
public record Declared<T>(T value, boolean isWritten, Origin origin) {
    /** The same place with the value as another type sees it. */
    public <R> Declared<R> with(R converted) {
        return new Declared<>(converted, isWritten, origin);
    }
}
