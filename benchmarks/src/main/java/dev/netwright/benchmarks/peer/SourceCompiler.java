package dev.netwright.benchmarks.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles sources to a temporary folder and loads what comes out. */
final class SourceCompiler {
    /**
     * One class.
     *
     * @param className in full
     * @param text      its source
     */
    record Source(String className, String text) {}

    private SourceCompiler() {}

    /** Compiles without processors, and loads one of the classes. */
    static Class<?> load(List<Source> sources, String className) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new Refusal("this JVM has no compiler");
        }
        try {
            Path folder = Files.createTempDirectory("netwright-variant");
            List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", folder.toString()));
            for (Source source : sources) {
                Path file = folder.resolve(source.className().replace('.', '/') + ".java");
                Files.createDirectories(file.getParent());
                Files.writeString(file, source.text());
                arguments.add(file.toString());
            }
            if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
                throw new IllegalStateException("The generated source of " + className + " does not compile.");
            }
            // Stays open: it loads nested classes later.
            @SuppressWarnings("resource")
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {folder.toUri().toURL()}, SourceCompiler.class.getClassLoader());
            return loader.loadClass(className);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
