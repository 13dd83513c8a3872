package dev.netwright.benchmarks;

import dev.netwright.benchmarks.work.Kind;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The parts of a sitting, by the names that the command line has for them. */
final class Part {
    static final String LIMIT = "limit";
    static final String START = "start";
    static final String PROCESSING = "processing";

    private Part() {}

    static List<String> all() {
        return Stream.concat(
                        Stream.concat(
                                Stream.of(LIMIT), Arrays.stream(Kind.values()).map(Kind::option)),
                        Stream.of(START, PROCESSING))
                .toList();
    }

    /** For the command line's help and its checks. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return all().iterator();
        }
    }
}
