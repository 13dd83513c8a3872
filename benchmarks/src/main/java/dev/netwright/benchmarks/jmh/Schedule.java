package dev.netwright.benchmarks.jmh;

import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Shape;
import dev.netwright.benchmarks.work.Work;
import java.util.Arrays;

/** Which contender is asked for which work; the others would only start a JVM to say no. */
public final class Schedule {
    private Schedule() {}

    /** Whether this contender is timed at this work. */
    public static boolean has(Contender contender, Work work) {
        return switch (contender.title()) {
            case Contenders.NETWRIGHT -> true;
            case Contenders.PASS -> work.kind() == Kind.ONE_SAMPLE;
            case Contenders.WRITTEN_OUT -> work.kind() == Kind.THRESHOLD;
            case Contenders.PLAIN -> work.threads() == 1;
            default ->
                work.kind() != Kind.THRESHOLD
                        && work.model() instanceof Shape
                        && (contender.libraries().isEmpty()
                                ? work.threads() == 1
                                : Arrays.stream(Library.values())
                                        .filter(library -> library.folder().equals(contender.peer()))
                                        .anyMatch(library -> library.takes(work)));
        };
    }
}
