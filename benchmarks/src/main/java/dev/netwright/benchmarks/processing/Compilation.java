package dev.netwright.benchmarks.processing;

import dev.netwright.annotations.Layer;
import dev.netwright.processor.NetworkProcessor;
import dev.netwright.runtime.Network;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** One run of javac over declarations, in this JVM; also a program of its own, for JVMs that are cold. */
public final class Compilation {
    private Compilation() {}

    /** Arguments: networks, layers of each, and whether with the processor. Prints milliseconds. */
    @SuppressWarnings("SystemOut") // Its parent reads the line.
    public static void main(String[] arguments) throws IOException {
        System.out.println(millis(
                Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Boolean.parseBoolean(arguments[2])));
    }

    /** Compiles as many networks of as many layers and returns the milliseconds. */
    static double millis(int networks, int layers, boolean withProcessor) throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        for (int network = 0; network < networks; network++) {
            sources.add(declaration("N" + network, layers));
        }
        Path folder = Files.createTempDirectory("netwright-processing");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        long start = System.nanoTime();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(place(Network.class), place(Layer.class)));
            JavaCompiler.CompilationTask task = task(compiler, messages, files, sources, withProcessor);
            if (!task.call()) {
                throw new IllegalStateException("The declarations do not compile: " + messages);
            }
        }
        double millis = (System.nanoTime() - start) / 1e6;
        delete(folder);
        return millis;
    }

    private static JavaCompiler.CompilationTask task(
            JavaCompiler compiler,
            StringWriter messages,
            JavaFileManager files,
            List<JavaFileObject> sources,
            boolean withProcessor) {
        List<String> options = withProcessor ? List.of("-nowarn") : List.of("-nowarn", "-proc:none");
        JavaCompiler.CompilationTask task = compiler.getTask(messages, files, null, options, null, sources);
        if (withProcessor) {
            task.setProcessors(List.of(new NetworkProcessor()));
        }
        return task;
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JavaFileObject declaration(String name, int layers) {
        StringBuilder text = new StringBuilder("import dev.netwright.annotations.*;\n@Input(8)\n");
        for (int layer = 0; layer < layers - 1; layer++) {
            text.append("@Layer(size = ").append(16).append(", activation = Activation.RELU)\n");
        }
        text.append("@Layer(size = 3, activation = Activation.SOFTMAX)\n");
        text.append("public interface ").append(name).append(" extends dev.netwright.runtime.Network {}\n");
        return new Text(name, text.toString());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A source in memory. */
    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String className, String text) {
            super(URI.create("string:///" + className + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
