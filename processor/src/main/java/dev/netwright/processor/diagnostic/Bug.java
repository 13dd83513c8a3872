package dev.netwright.processor.diagnostic;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Turns a failure of the processor itself into a finding, with what a maintainer needs to see of it. */
public final class Bug {
    private static final String OURS = "dev.netwright.";

    /** What lies between them and around them, of the JDK and the compiler, helps nobody. */
    private static final int FRAMES = 6;

    private static final int CAUSES = 3;

    private Bug() {}

    /**
     * The finding for a failure while a type was processed. Compilers have exceptions of their own for a class file that is
     * missing, and no bug is in that.
     */
    public static Finding of(TypeElement type, Throwable failure) {
        return isOfCompiler(failure)
                ? finding(Code.DECLARATION_CLASS_PATH, type, failure.toString())
                : finding(
                        Code.INTERNAL,
                        type,
                        describe(failure, CAUSES) + " (Java " + System.getProperty("java.version") + ")");
    }

    private static boolean isOfCompiler(Throwable failure) {
        String name = failure.getClass().getName();
        return name.startsWith("com.sun.tools.javac.") || name.startsWith("org.eclipse.jdt.");
    }

    private static Finding finding(Code code, TypeElement type, String argument) {
        return Finding.of(code, Origin.of(type), type.getSimpleName().toString(), Finding.NOT_A_LAYER, argument);
    }

    /** {@code java.lang.IllegalStateException: message at Where.itWas < Ours.method < Ours.other, caused by ...}. */
    private static String describe(Throwable failure, int causes) {
        List<StackTraceElement> frames = List.of(failure.getStackTrace());
        Stream<StackTraceElement> place = frames.stream().limit(1);
        Stream<StackTraceElement> ours = frames.stream()
                .skip(1)
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .limit(FRAMES);
        String own = Stream.concat(place, ours)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < ", failure + " at ", ""));
        Throwable cause = failure.getCause();
        return cause == null || causes == 0 ? own : own + ", caused by " + describe(cause, causes - 1);
    }
}
