package dev.netwright.verification.file;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.file.Npy;
import dev.netwright.runtime.file.Npz;
import dev.netwright.runtime.file.Tensor;
import dev.netwright.runtime.file.TensorFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Whatever bytes a file has, it is read, or refused with the one exception that says what and where. As every other test this reads the
 * inputs that are kept in {@code FileFuzzTestInputs}; with {@code JAZZER_FUZZ=1} in the environment and one method chosen Jazzer makes
 * new ones from them, and keeps each that finds a fault.
 */
class FileFuzzTest {
    private static final String NAME = "fuzzed";

    @FuzzTest(maxDuration = "10m")
    void safetensors(byte[] bytes) throws IOException {
        TensorFile file;
        try {
            file = TensorFile.read(new ByteArrayInputStream(bytes), NAME);
        } catch (DataFormatException e) {
            return;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(out);
        requireSame(file.tensors(), TensorFile.read(new ByteArrayInputStream(out.toByteArray()), NAME));
    }

    /** A network takes what is whole, and is as it was where it refuses. */
    @FuzzTest(maxDuration = "10m")
    void model(byte[] bytes) throws IOException {
        KeptNetwork network = KeptNetwork.create(1);
        float[] before = network.parameters().clone();
        try {
            ModelFile.read(new ByteArrayInputStream(bytes), NAME).copyTo(network);
        } catch (DataFormatException e) {
            if (!Arrays.equals(before, network.parameters())) {
                throw new AssertionError("Refused, and changed all the same.", e);
            }
            return;
        }
        network.classify(new Kept.Flower(1, 2));
    }

    @FuzzTest(maxDuration = "10m")
    void npy(byte[] bytes) throws IOException {
        Tensor tensor;
        try {
            tensor = Npy.read(new ByteArrayInputStream(bytes), NAME);
        } catch (DataFormatException e) {
            return;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(out, tensor);
        Tensor again = Npy.read(new ByteArrayInputStream(out.toByteArray()), NAME);
        requireSame(List.of(tensor), new TensorFile(Map.of(), List.of(again)));
    }

    @FuzzTest(maxDuration = "10m")
    void npz(byte[] bytes) throws IOException {
        try {
            Npz.read(new ByteArrayInputStream(bytes), NAME);
        } catch (DataFormatException e) {
            // As it should be.
        }
    }

    private static void requireSame(List<Tensor> written, TensorFile read) {
        for (Tensor tensor : written) {
            Tensor again = read.tensor(tensor.name());
            if (!again.toString().equals(tensor.toString())) {
                throw new AssertionError(tensor + " came back as " + again);
            }
        }
    }
}
