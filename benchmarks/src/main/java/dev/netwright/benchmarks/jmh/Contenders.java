package dev.netwright.benchmarks.jmh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who takes part: Netwright, hand-written Java, and the libraries whose modules have been built. */
public final class Contenders {
    /** Netwright's column, which all others are compared with. */
    public static final String NETWRIGHT = "Netwright";

    /** Netwright by a pass. */
    public static final String PASS = "Netwright, own pass";

    /** Netwright without the incubator module. */
    public static final String PLAIN = "Netwright, plain Java";

    /** Netwright with layers written out. */
    public static final String WRITTEN_OUT = "Netwright, written out";

    private Contenders() {}

    /** Netwright in its forms, and what people write by hand. */
    public static List<Contender> builtIn() {
        return List.of(
                Contender.builtIn(NETWRIGHT, "netwright", Contender.VECTOR_MODULE),
                Contender.builtIn(PASS, "netwright-pass", Contender.VECTOR_MODULE),
                Contender.builtIn(PLAIN, "netwright"),
                Contender.builtIn(WRITTEN_OUT, "netwright-unrolled", Contender.VECTOR_MODULE),
                Contender.builtIn("Java, textbook", "textbook"),
                Contender.builtIn("Java, hand-tuned", "hand-written"));
    }

    /** The libraries whose modules lie built in this folder. */
    public static List<Contender> libraries(Path folder) {
        List<Contender> found = new ArrayList<>();
        for (Library library : Library.values()) {
            Path target = folder.resolve(library.folder()).resolve("target");
            if (Files.isDirectory(target.resolve("classes"))) {
                List<Path> classPath = new ArrayList<>(List.of(target.resolve("classes")));
                classPath.addAll(jars(target.resolve("lib")));
                found.add(new Contender(library.title(), library.folder(), classPath, List.of()));
            }
        }
        return found;
    }

    /** The jars of a folder, in the order of their names. */
    public static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
