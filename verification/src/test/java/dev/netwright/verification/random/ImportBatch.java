package dev.netwright.verification.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.onnx.OnnxFile;
import dev.netwright.processor.NetworkProcessor;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.topology.CustomActivation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Networks that are written as ONNX and declared by these files again: compiled in one go, they give what the networks give. */
final class ImportBatch {
    private static final double TOLERANCE = 1e-5;

    private final Path folder;
    private final List<Written> files = new ArrayList<>();
    private int near;
    private int asLong;
    private int refused;

    /** A network that was written, and samples for it. */
    private record Written(Network network, String name, float[] inputs, int rows) {}

    ImportBatch(Path folder) {
        this.folder = folder;
    }

    /** Writes a copy, in every other case with scaled features. Functions of the user's cannot be written. */
    void add(Network original, float[] inputs, int rows, Random random) {
        Network network = original.copy();
        int size = network.inputSize();
        if (random.nextBoolean()) {
            network.standardize(Standardizer.of(
                    random.doubles(size, -0.5, 0.5).toArray(),
                    random.doubles(size, 0.7, 1.5).toArray()));
        }
        boolean isRefused =
                network.topology().layers().stream().anyMatch(layer -> layer.activation() instanceof CustomActivation);
        if (isRefused) {
            return;
        }
        String name = "Network" + files.size();
        try {
            Files.createDirectories(folder);
            OnnxFile.write(network, folder.resolve(name + ".onnx"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.add(new Written(network, name, inputs, rows));
    }

    /** Compiles all of them and compares every output. A file that is refused with a reason is left out, and counted. */
    void check() throws IOException {
        if (files.isEmpty()) { // the compiler warns of options that no processor reads, and none runs without an
            // annotation
            return;
        }
        Compilation compilation = compile(folder);
        List<Written> left = files.stream()
                .filter(file -> compilation.diagnostics().stream()
                        .anyMatch(message -> Compilation.text(message).startsWith("[Onnx.Node] " + file.name + ": ")))
                .toList();
        files.removeAll(left);
        refused += left.size();
        left.forEach(file -> System.out.println("Refused: " + compilation + "\n" + file.network.topology()));
        Compilation again = left.isEmpty() ? compilation : compile(folder.resolve("again"));
        assertThat(again.diagnostics()).as("%s", again).isEmpty();
        try (URLClassLoader classes = again.classLoader()) {
            for (Written file : files) {
                check(file, load(classes, "imported." + file.name + "Network"));
            }
        }
    }

    private Compilation compile(Path to) {
        List<SourceFile> sources = new ArrayList<>();
        sources.add(SourceFile.of("package imported;\ninterface Nothing {}\n"));
        for (Written file : files) {
            sources.add(SourceFile.of("""
                    package imported;
                    @dev.netwright.annotations.OnnxModel("%1$s.onnx")
                    public interface %1$s extends dev.netwright.runtime.Network {}
                    """.formatted(file.name)));
        }
        return TestCompiler.JAVAC.compile(
                to, sources, List.of(new NetworkProcessor()), List.of("-Anetwright.models=" + folder));
    }

    private static Network load(URLClassLoader classes, String name) {
        try {
            return (Network) classes.loadClass(name).getMethod("load").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("The processor wrote no " + name + " that loads.", e);
        }
    }

    private void check(Written file, Network imported) {
        String both = file.network.topology() + "\nand imported\n" + imported.topology();
        assertThat(imported.inputSize()).as(both).isEqualTo(file.network.inputSize());
        float[] expected = file.network.predict(file.inputs, file.rows);
        float[] found = imported.predict(file.inputs, file.rows);
        assertThat(found).as(both).hasSameSizeAs(expected);
        double largest = 1;
        double most = 0;
        for (int i = 0; i < found.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            most = Math.max(most, Math.abs(found[i] - expected[i]));
        }
        asLong += imported.topology().layers().size()
                        <= file.network.topology().layers().size()
                ? 1
                : 0;
        if (most <= TOLERANCE * largest) {
            near++;
        } else {
            OnnxCheck.checkAgainstReference(file.network, found, file.inputs, file.rows, TOLERANCE * largest, both);
        }
    }

    /** Files that are refused, which is right for none of ours but safe. */
    int refused() {
        return refused;
    }

    int files() {
        return files.size();
    }

    /** Files of which every output is that of the network to 1e-5; with others rounding makes more of it. */
    int near() {
        return near;
    }

    /** Files that come to as many layers as the network has, or fewer. */
    int asLong() {
        return asLong;
    }
}
