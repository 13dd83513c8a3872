package dev.netwright.verification.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.NetworkProcessor;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import dev.netwright.runtime.Network;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;

/** The networks that files in a folder declare, compiled in one go. */
final class ImportedFolder implements AutoCloseable {
    private final URLClassLoader classes;
    private final Map<String, Network> networks = new TreeMap<>();

    private ImportedFolder(Compilation compilation, List<String> names) throws ReflectiveOperationException {
        classes = compilation.classLoader();
        for (String name : names) {
            Class<?> type = classes.loadClass("imported." + interfaceName(name) + "Network");
            networks.put(name, (Network) type.getMethod("load").invoke(null));
        }
    }

    /**
     * Imports files, none of which may be refused.
     *
     * @param names without {@code .onnx}
     * @param to    where classes go
     */
    static ImportedFolder of(Path models, List<String> names, Path to) throws ReflectiveOperationException {
        Compilation compilation = compile(models, names, to);
        assertThat(compilation.diagnostics()).as("%s", compilation).isEmpty();
        return new ImportedFolder(compilation, names);
    }

    /** Compiles an interface for each file. */
    static Compilation compile(Path models, List<String> names, Path to) {
        List<SourceFile> sources = names.stream()
                .map(name -> SourceFile.of("""
                        package imported;
                        @dev.netwright.annotations.OnnxModel("%1$s.onnx")
                        public interface %2$s extends dev.netwright.runtime.Network {}
                        """.formatted(name, interfaceName(name))))
                .toList();
        return TestCompiler.JAVAC.compile(
                to, sources, List.of(new NetworkProcessor()), List.of("-Anetwright.models=" + models));
    }

    /** Of files those that are refused, with what is said of each. */
    static Map<String, String> refused(Path models, List<String> names, Path to) {
        Map<String, String> refused = new TreeMap<>();
        for (Diagnostic<?> message : compile(models, names, to).diagnostics()) {
            String text = Compilation.text(message);
            names.stream()
                    .filter(name -> text.contains(" " + interfaceName(name) + ": "))
                    .forEach(name -> refused.put(name, text));
        }
        return refused;
    }

    /** What the interface of a file is called. */
    static String interfaceName(String name) {
        return "Model_" + name;
    }

    /** By the names of their files. */
    Map<String, Network> networks() {
        return networks;
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
