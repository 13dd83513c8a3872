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
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** One run of javac over declarations, in this JVM; also a program of its own, for JVMs that are cold. */
public final class Compilation {
    /** What javac is given. */
    enum Mode {
        /** The declarations alone. */
        DECLARATIONS,
        /** The declarations, and the processor that writes their classes. */
        PROCESSOR,
        /** The declarations and the classes that the processor wrote for them before. */
        CLASSES
    }

    private Compilation() {}

    /** Arguments: networks, layers of each, the mode, and where {@link #generate} wrote the classes. Prints milliseconds. */
    @SuppressWarnings("SystemOut") // Its parent reads the line.
    public static void main(String[] arguments) throws IOException {
        System.out.println(millis(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                Mode.valueOf(arguments[2]),
                Path.of(arguments[3])));
    }

    /** Writes the source of the class of every network. */
    static void generate(int networks, int layers, Path folder) throws IOException {
        compile(declarations(networks, layers), List.of("-proc:only"), true, folder);
    }

    /** Compiles as many networks of as many layers and returns the milliseconds. */
    static double millis(int networks, int layers, Mode mode, Path generated) throws IOException {
        List<JavaFileObject> sources = declarations(networks, layers);
        if (mode == Mode.CLASSES) {
            sources.addAll(sources(generated));
        }
        boolean withProcessor = mode == Mode.PROCESSOR;
        List<String> options = withProcessor ? List.of() : List.of("-proc:none");
        Path folder = Files.createTempDirectory("netwright-processing");
        long start = System.nanoTime();
        compile(sources, options, withProcessor, folder);
        double millis = (System.nanoTime() - start) / 1e6;
        delete(folder);
        return millis;
    }

    private static void compile(List<JavaFileObject> sources, List<String> options, boolean withProcessor, Path folder)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(place(Network.class), place(Layer.class)));
            List<String> all =
                    Stream.concat(Stream.of("-nowarn"), options.stream()).toList();
            JavaCompiler.CompilationTask task = compiler.getTask(messages, files, null, all, null, sources);
            if (withProcessor) {
                task.setProcessors(List.of(new NetworkProcessor()));
            }
            if (!task.call()) {
                throw new IllegalStateException("The declarations do not compile: " + messages);
            }
        }
    }

    private static List<JavaFileObject> declarations(int networks, int layers) {
        List<JavaFileObject> sources = new ArrayList<>();
        for (int network = 0; network < networks; network++) {
            sources.add(declaration("N" + network, layers));
        }
        return sources;
    }

    /** Read from their files by javac, as it reads those that a processor writes. */
    private static List<JavaFileObject> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().<JavaFileObject>map(Written::new).toList();
        }
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

    static void delete(Path folder) throws IOException {
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

    /** A source in a file. */
    private static final class Written extends SimpleJavaFileObject {
        private final Path file;

        Written(Path file) {
            super(file.toUri(), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
            return Files.readString(file);
        }
    }
}
