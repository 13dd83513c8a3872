package dev.netwright.export.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Exported files below a folder, compiled as Java 8 against nothing but that, without a warning, and loaded by themselves. */
public final class ExportedClasses implements AutoCloseable {
    private static final List<String> OF_JAVA_8 = List.of("--release", "8", "-Xlint:all,-options", "-Xdoclint:none");

    private final URLClassLoader loader;

    private ExportedClasses(Path classes) {
        try {
            loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles all sources in a folder; classes go to where the resources are. */
    public static ExportedClasses compile(Path folder) {
        return compile(folder, OF_JAVA_8);
    }

    /** The same with other options of javac. */
    public static ExportedClasses compile(Path folder, List<String> options) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                        javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.US_ASCII);
                Stream<Path> all = Files.walk(folder)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
            List<Path> sources = all.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            boolean succeeds = javac.getTask(
                            new StringWriter(),
                            files,
                            diagnostics,
                            options,
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!succeeds || !diagnostics.getDiagnostics().isEmpty()) {
                throw new AssertionError("javac says: " + diagnostics.getDiagnostics());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ExportedClasses(folder);
    }

    /** An object of a class. */
    public ExportedNetwork create(String className) {
        return ExportedNetwork.of(type(className));
    }

    /** A class, or one that is nested in it, as {@code a.B$C}. */
    public Class<?> type(String className) {
        try {
            return loader.loadClass(className);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("Nothing was exported as " + className + ".", e);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
