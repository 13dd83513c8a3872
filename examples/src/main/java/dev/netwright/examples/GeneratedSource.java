package dev.netwright.examples;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Finds the source that the annotation processor has written for a network. */
public final class GeneratedSource {
    /** Where Maven lets processors write, seen from the folder of the classes and of the jar. */
    private static final String FOLDER = "generated-sources/annotations";

    /** Where the jar has a copy. */
    private static final String COPIES = "META-INF/generated-sources/";

    private GeneratedSource() {}

    /**
     * Where the source of a generated class is, for people: a file, as long as its classes lie where the build has put them;
     * elsewhere the copy in the jar.
     */
    public static String of(Class<?> generated) {
        CodeSource origin = generated.getProtectionDomain().getCodeSource();
        return origin == null ? none(generated) : of(generated, path(origin.getLocation()));
    }

    /** The same for classes that lie in this folder or jar. */
    static String of(Class<?> generated, Path classes) {
        String name = generated.getName().replace('.', '/') + ".java";
        Path file = classes.toAbsolutePath().resolveSibling(FOLDER).resolve(name);
        if (Files.isRegularFile(file)) {
            return file.toString();
        }
        return generated.getResource("/" + COPIES + name) == null
                ? none(generated)
                : COPIES + name + " inside " + classes;
    }

    private static String none(Class<?> generated) {
        return "the one of " + generated.getName() + " is neither beside its class nor with it";
    }

    private static Path path(URL classes) {
        try {
            return Path.of(classes.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The classes' own location is no URI: " + classes, e);
        }
    }
}
