package dev.netwright.processor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;

/**
 * What a compiler made of some sources.
 *
 * @param success     whether it says that it succeeded
 * @param diagnostics every error, warning and note
 * @param output      what it wrote beside its diagnostics
 * @param classes     the folder of class files
 * @param generated   the folder of generated sources
 */
public record Compilation(
        boolean success,
        List<Diagnostic<? extends JavaFileObject>> diagnostics,
        String output,
        Path classes,
        Path generated) {
    /** The messages of a kind, in the order in which they came. */
    public List<String> messages(Kind kind) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == kind)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    /** The text of a message as the processor wrote it: javac indents every line of it but the first. */
    public static String text(Diagnostic<?> diagnostic) {
        String text = diagnostic.getMessage(Locale.ROOT);
        boolean isJavac = diagnostic.getClass().getName().startsWith("com.sun.tools.javac");
        return isJavac ? text.replace("\n  ", "\n") : text;
    }

    /** Generated sources by their path, such as {@code demo/DigitsNetwork.java}. */
    public SortedMap<String, String> generatedSources() {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(generated)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(generated.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** Loads the compiled classes; the caller closes it. */
    public URLClassLoader classLoader() {
        try {
            return new URLClassLoader(new URL[] {classes.toUri().toURL()}, Compilation.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The diagnostics and the output as text, for messages of failed assertions. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(success ? "compiled" : "failed");
        diagnostics.forEach(diagnostic -> text.append('\n').append(diagnostic));
        return text.append('\n').append(output).toString();
    }
}
