package dev.netwright.verification.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Declarations compiled in one go by both compilers: without any warning, and to the same generated sources. */
final class CompiledBatch {
    private CompiledBatch() {}

    /** Compiles all of them, checks each, and says which it is that fails. */
    static void check(List<RandomNetwork> networks, Coverage coverage) throws IOException {
        Path folder = Files.createTempDirectory("netwright-random");
        ExportBatch exports = new ExportBatch(folder.resolve("exported"));
        ImportBatch imports = new ImportBatch(folder.resolve("imported"));
        try (URLClassLoader classes = compileOrName(folder, networks).classLoader()) {
            for (RandomNetwork network : networks) {
                try {
                    coverage.add(network, new NetworkCheck(network, load(classes, network), exports, imports));
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError(e + "\nin the network\n" + network, e);
                }
            }
            exports.check();
            imports.check();
            coverage.add(exports, imports);
        } finally {
            delete(folder);
        }
    }

    private static Compilation compileOrName(Path folder, List<RandomNetwork> networks) {
        try {
            return compile(folder.resolve("all"), networks);
        } catch (AssertionError all) {
            for (RandomNetwork network : networks) {
                Path own = folder.resolve("one" + networks.indexOf(network));
                try {
                    compile(own, List.of(network));
                } catch (AssertionError one) {
                    throw new AssertionError(one.getMessage() + "\nin the declaration\n" + network, one);
                }
            }
            throw all;
        }
    }

    /** What one of the compilers made, now this and now that. */
    private static Compilation compile(Path folder, List<RandomNetwork> networks) {
        List<SourceFile> sources = networks.stream().map(RandomNetwork::file).toList();
        Compilation javac = compile(TestCompiler.JAVAC, folder, sources);
        Compilation ecj = compile(TestCompiler.ECJ, folder, sources);
        assertThat(javac.generatedSources()).hasSize(networks.size()).isEqualTo(ecj.generatedSources());
        return Math.floorMod(networks.get(0).seed(), 2) == 0 ? javac : ecj;
    }

    private static Compilation compile(TestCompiler compiler, Path folder, List<SourceFile> sources) {
        Compilation compilation = compiler.compile(folder.resolve(compiler.name()), sources);
        assertThat(compilation.diagnostics())
                .as("%s: %s", compiler, compilation)
                .isEmpty();
        assertThat(compilation.success()).as("%s: %s", compiler, compilation).isTrue();
        return compilation;
    }

    private static GeneratedClass load(URLClassLoader classes, RandomNetwork network) {
        try {
            return new GeneratedClass(classes.loadClass(network.className()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("The processor wrote no " + network.className() + ".", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
