package dev.netwright.verification.onnx;

import dev.netwright.processor.NetworkProcessor;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import dev.netwright.runtime.Network;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** The generated class of an interface that a file declares. */
final class ImportedClass implements AutoCloseable {
    private static final String INTERFACE = """
            package demo;
            @dev.netwright.annotations.OnnxModel("%s")
            public interface Imported extends dev.netwright.runtime.Network {}
            """;

    private final URLClassLoader loader;
    private final Network network;
    private final String source;

    private ImportedClass(Compilation compilation) throws ReflectiveOperationException {
        loader = compilation.classLoader();
        network = (Network)
                loader.loadClass("demo.ImportedNetwork").getMethod("load").invoke(null);
        source = compilation.generatedSources().get("demo/ImportedNetwork.java");
    }

    /** Compiles an interface with a file, which may fail. */
    static Compilation compile(TestCompiler compiler, Path folder, Path model) {
        String path = model.toAbsolutePath().getParent().toString();
        return compiler.compile(
                folder,
                List.of(SourceFile.of(INTERFACE.formatted(model.getFileName()))),
                List.of(new NetworkProcessor()),
                List.of("-Anetwright.models=" + path));
    }

    /** Compiles an interface with a file, and loads the network. */
    static ImportedClass of(Path folder, Path model) throws ReflectiveOperationException {
        Compilation compilation = compile(TestCompiler.JAVAC, folder, model);
        if (!compilation.success() || !compilation.diagnostics().isEmpty()) {
            throw new IllegalArgumentException(model.getFileName() + " " + compilation);
        }
        return new ImportedClass(compilation);
    }

    Network network() {
        return network;
    }

    String source() {
        return source;
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
