package dev.netwright.benchmarks.jmh;

import java.nio.file.Path;
import java.util.List;

/**
 * A peer in a JVM of a certain kind: one column of the tables.
 *
 * @param title     its name in tables
 * @param peer      the peer's id
 * @param libraries what its class path needs besides the benchmarks
 * @param options   of its JVM
 */
public record Contender(String title, String peer, List<Path> libraries, List<String> options) {
    /** The incubator module that Netwright's faster kernels use. */
    public static final String VECTOR_MODULE = "--add-modules=jdk.incubator.vector";

    /** Copies the lists. */
    public Contender {
        libraries = List.copyOf(libraries);
        options = List.copyOf(options);
    }

    /** One that needs no library. */
    static Contender builtIn(String title, String peer, String... options) {
        return new Contender(title, peer, List.of(), List.of(options));
    }
}
