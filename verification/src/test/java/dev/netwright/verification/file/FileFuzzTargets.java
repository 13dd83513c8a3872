package dev.netwright.verification.file;

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

/** Whatever bytes a file has, it is read, or refused with the one exception that says what and where. Jazzer looks for methods of this name. */
final class FileFuzzTargets {
    private static final String NAME = "fuzzed";

    private FileFuzzTargets() {}

    /** What is read comes back when it is written. */
    static final class Safetensors {
        private Safetensors() {}

        public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
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
    }

    /** A network takes what is whole, and is as it was where it refuses. */
    static final class Model {
        private Model() {}

        public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
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
            // The outputs of huge parameters may be NaN, which no classification is; a pass has them as they are.
            network.newPass(1).forward(new float[] {1, 2}, 1);
        }
    }

    /** What is read comes back when it is written. */
    static final class NumpyArray {
        private NumpyArray() {}

        public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
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
    }

    /** Several arrays. */
    static final class NumpyArchive {
        private NumpyArchive() {}

        public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
            try {
                Npz.read(new ByteArrayInputStream(bytes), NAME);
            } catch (DataFormatException e) {
                // As it should be.
            }
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
