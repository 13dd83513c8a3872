package dev.netwright.runtime.training;

import java.lang.reflect.UndeclaredThrowableException;

/** Keeps failures that meet, so that none is lost. */
final class Failures {
    /** Stands for no failure. An Optional would have to be allocated where memory may be what is missing. */
    @SuppressWarnings("StaticAssignmentOfThrowable") // A mark without a stack trace.
    static final Throwable NONE = new NoFailure();

    private Failures() {}

    /** Never thrown. */
    private static final class NoFailure extends Throwable {
        private static final long serialVersionUID = 1L;

        NoFailure() {
            super("no failure", null, false, false);
        }
    }

    /** Keeps a later failure with the first; each of them may be {@link #NONE}. */
    static Throwable join(Throwable first, Throwable later) {
        if (first == NONE) {
            return later;
        }
        if (later != NONE) {
            add(first, later);
        }
        return first;
    }

    /** Keeps a later failure with the first. */
    static void add(Throwable first, Throwable later) {
        if (first != later) {
            try {
                first.addSuppressed(later);
            } catch (OutOfMemoryError e) {
                // The first tells enough.
                return;
            }
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
