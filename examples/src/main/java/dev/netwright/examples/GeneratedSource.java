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

    private GeneratedSource() {}

    /**
     * Where the source of a generated class is: a file where the classes lie as the build has left them, else the copy in the
     * jar.
     */
    public static String of(Class<?> generated) {
        String name = generated.getName().replace('.', '/') + ".java";
        CodeSource origin = generated.getProtectionDomain().getCodeSource();
        if (origin != null) {
            Path file = besides(origin.getLocation(), name);
            if (Files.isRegularFile(file)) {
                return file.toString();
            }
        }
        URL copy = generated.getResource("/" + name);
        return copy == null ? name + ", which is not here" : copy + " (no longer beside the build that wrote it)";
    }

    private static Path besides(URL classes, String name) {
        try {
            return Path.of(classes.toURI())
                    .toAbsolutePath()
                    .resolveSibling(FOLDER)
                    .resolve(name);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The classes' own location is no URI: " + classes, e);
        }
    }
}
