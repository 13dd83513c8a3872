package dev.netwright.processor.testing;

import dev.netwright.processor.NetworkProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The two compilers that the processor must serve alike. */
public enum TestCompiler {
    JAVAC(
            ToolProvider::getSystemJavaCompiler,
            List.of("-Xlint:all,-options,-path,-processing,-requires-automatic,-module")),
    /** Without its warning of every {@code @SuppressWarnings} that another tool reads. */
    ECJ(
            EclipseCompiler::new,
            List.of("-warn:+unused,raw,unchecked,deadCode,nullDereference", "-warn:-warningToken", "-proceedOnError"));

    private final Supplier<JavaCompiler> compiler;
    private final List<String> warnings;

    TestCompiler(Supplier<JavaCompiler> compiler, List<String> warnings) {
        this.compiler = compiler;
        this.warnings = warnings;
    }

    /** Compiles sources with the processor, for Java 17 and with every warning, into folders below {@code folder}. */
    public Compilation compile(Path folder, List<SourceFile> sources) {
        return compile(folder, sources, List.of(new NetworkProcessor()), List.of());
    }

    /** Compiles sources with these processors and further options. */
    public Compilation compile(
            Path folder, List<SourceFile> sources, List<? extends Processor> processors, List<String> options) {
        return compile(folder, sources, processors, options, Jars.CLASS_PATH, List.of());
    }

    /** Compiles sources with these processors, further options, a class path and a module path. */
    public Compilation compile(
            Path folder,
            List<SourceFile> sources,
            List<? extends Processor> processors,
            List<String> options,
            List<Path> classPath,
            List<Path> modulePath) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler instance = compiler.get();
        try (StandardJavaFileManager files =
                instance.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            Path classes = Files.createDirectories(folder.resolve("classes"));
            Path generated = Files.createDirectories(folder.resolve("generated"));
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
            // Not as options, beside which ecj would still use the class path of the tests.
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            if (!modulePath.isEmpty()) {
                files.setLocationFromPaths(StandardLocation.MODULE_PATH, modulePath);
            }
            List<Path> written = write(sources, folder.resolve("sources"));
            List<String> allOptions = new ArrayList<>(List.of("--release", "17"));
            allOptions.addAll(warnings);
            allOptions.addAll(options);
            StringWriter output = new StringWriter();
            JavaCompiler.CompilationTask task = instance.getTask(
                    output, files, diagnostics, allOptions, null, files.getJavaFileObjectsFromPaths(written));
            task.setLocale(Locale.ROOT);
            task.setProcessors(processors);
            boolean success = task.call();
            return new Compilation(success, diagnostics.getDiagnostics(), output.toString(), classes, generated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On disk, because ecj compiles nothing else. */
    private static List<Path> write(List<SourceFile> sources, Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        for (SourceFile source : sources) {
            Path file = folder.resolve(source.path());
            Files.createDirectories(file.getParent());
            written.add(Files.writeString(file, source.text()));
        }
        return written;
    }
}
