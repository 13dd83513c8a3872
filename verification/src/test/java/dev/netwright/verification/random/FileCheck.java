package dev.netwright.verification.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.file.Npz;
import dev.netwright.runtime.file.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;

/** A network that is kept in a file and given back has the same bits, and its tensors are all of its numbers, each once. */
final class FileCheck {
    private FileCheck() {}

    static void check(Network network, Network other, Random random) {
        Network scaled = network.copy();
        scaled.standardize(standardizer(network.inputSize(), random));
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ModelFile.of(scaled).tensors().write(out);
            checkReadAgain(out.toByteArray(), scaled, other);
            out.reset();
            Npz.write(out, ModelFile.of(scaled).tensors().tensors());
            Arrays.fill(other.parameters(), 0);
            checkReadAgain(out.toByteArray(), scaled, other);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        checkPlaces(network);
    }

    private static void checkReadAgain(byte[] file, Network network, Network other) throws IOException {
        ModelFile.read(new ByteArrayInputStream(file), "random").copyTo(other);
        assertThat(other.parameters()).as("parameters from a file").isEqualTo(network.parameters());
        assertThat(other.statistics()).as("statistics from a file").isEqualTo(network.statistics());
        assertThat(other.standardizer().means())
                .isEqualTo(network.standardizer().means());
        assertThat(other.standardizer().deviations())
                .isEqualTo(network.standardizer().deviations());
    }

    private static void checkPlaces(Network network) {
        Network numbered = network.copy();
        fill(numbered.parameters(), 0);
        fill(numbered.statistics(), numbered.parameters().length);
        boolean[] found = new boolean[numbered.parameters().length + numbered.statistics().length];
        for (Tensor tensor : ModelFile.of(numbered).tensors().tensors()) {
            if (tensor.type().equals("F32")) {
                for (float number : tensor.floats()) {
                    assertThat(found[(int) number])
                            .as("number %s twice", number)
                            .isFalse();
                    found[(int) number] = true;
                }
            }
        }
        assertThat(found).doesNotContain(false);
    }

    private static void fill(float[] values, int first) {
        for (int i = 0; i < values.length; i++) {
            values[i] = first + i;
        }
    }

    private static Standardizer standardizer(int columns, Random random) {
        double[] means = random.doubles(columns, -1, 1).toArray();
        double[] deviations = random.doubles(columns, 0.5, 2).toArray();
        return Standardizer.of(means, deviations);
    }
}
