package dev.netwright.verification.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.netwright.export.JavaFile;
import dev.netwright.export.testing.ExportedClasses;
import dev.netwright.export.testing.ExportedNetwork;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.topology.CustomActivation;
import dev.netwright.runtime.topology.NetworkLayer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Networks as files of Java 8, which are compiled in one go and compute the bits of the networks. */
final class ExportBatch {
    private final Path folder;
    private final List<Exported> files = new ArrayList<>();
    private long outputs;

    /** A network that was written as a class, and samples for it. */
    private record Exported(Network network, String className, List<float[]> samples) {}

    ExportBatch(Path folder) {
        this.folder = folder;
    }

    /** Writes a copy, sometimes with scaled features, its weights now in the class and now beside it. */
    void add(Network original, float[] inputs, int rows, Random random) {
        Network network = original.copy();
        int size = network.inputSize();
        int scaling = random.nextInt(3);
        if (scaling > 0) {
            network.standardize(standardizer(size, scaling == 1 ? 1 : 1e31, random));
        }
        String className = "exported.p" + files.size() + ".Network" + files.size();
        Optional<NetworkLayer> refused = network.topology().layers().stream()
                .filter(layer -> layer.activation() instanceof CustomActivation)
                .findFirst();
        if (refused.isPresent()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JavaFile.of(network, className))
                    .withMessageStartingWith("Layer " + refused.get().name() + " of ");
            return;
        }
        List<float[]> samples = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            samples.add(Arrays.copyOfRange(inputs, row * size, (row + 1) * size));
        }
        JavaFile file = JavaFile.of(network, className);
        try {
            (random.nextBoolean() ? file.withResource() : file).writeTo(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.add(new Exported(network, className, samples));
    }

    /** Around the features as they are; with deviations of another size than that arithmetic is in doubles. */
    private static Standardizer standardizer(int columns, double size, Random random) {
        double[] means = random.doubles(columns, -0.5, 0.5).toArray();
        double[] deviations = random.doubles(columns, 0.7 * size, 1.5 * size).toArray();
        return Standardizer.of(means, deviations);
    }

    /** Compiles all of them and compares every output. */
    void check() throws IOException {
        if (files.isEmpty()) {
            return;
        }
        try (ExportedClasses classes = ExportedClasses.compile(folder)) {
            for (Exported file : files) {
                ExportedNetwork exported = classes.create(file.className);
                float[] found = new float[file.network.outputSize()];
                for (float[] sample : file.samples) {
                    float[] expected = file.network.predict(sample);
                    exported.predict(sample, found);
                    assertThat(found)
                            .as("exported, of features %s\n%s", Arrays.toString(sample), file.network.topology())
                            .isEqualTo(expected);
                    outputs += expected.length;
                }
            }
        }
    }

    int files() {
        return files.size();
    }

    /** Those that were compared. */
    long outputs() {
        return outputs;
    }
}
