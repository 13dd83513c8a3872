package dev.netwright.processor.diagnostic;

import java.util.Arrays;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/** Turns a failure of the processor itself into a finding, with what a maintainer needs to see of it. */
public final class Bug {
    private static final int FRAMES = 6;
    private static final int CAUSES = 3;

    private Bug() {}

    /** The finding for a failure while a type was processed. */
    public static Finding of(TypeElement type, Throwable failure) {
        return Finding.of(
                Code.INTERNAL,
                Origin.of(type),
                type.getSimpleName().toString(),
                Finding.NOT_A_LAYER,
                describe(failure, CAUSES) + " (Java " + System.getProperty("java.version") + ")");
    }

    /** {@code java.lang.IllegalStateException: message at Inner.method < Outer.method, caused by ...}. */
    private static String describe(Throwable failure, int causes) {
        String frames = Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        String own = failure + (frames.isEmpty() ? "" : " at " + frames);
        Throwable cause = failure.getCause();
        return cause == null || causes == 0 ? own : own + ", caused by " + describe(cause, causes - 1);
    }
}
