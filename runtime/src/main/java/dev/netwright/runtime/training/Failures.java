package dev.netwright.runtime.training;

import java.lang.reflect.UndeclaredThrowableException;

/** Keeps failures that meet, so that none is lost. */
final class Failures {
    private Failures() {}

    /** Keeps a later failure with the first. */
    static void add(Throwable first, Throwable later) {
        if (first != later) {
            first.addSuppressed(later);
        }
    }

    /** What can be thrown anywhere; a checked exception that another language let through is wrapped. */
    static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception ? exception : new UndeclaredThrowableException(failure);
    }
}
