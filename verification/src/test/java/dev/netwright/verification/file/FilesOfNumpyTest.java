package dev.netwright.verification.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.file.Npz;
import dev.netwright.runtime.file.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parameters of {@code small-pytorch.safetensors} once more, as NumPy keeps them. {@code small-numpy.py} beside the file made it. */
class FilesOfNumpyTest {
    @TempDir
    private Path folder;

    private static SmallConvolutionNetwork read(String name) throws IOException {
        SmallConvolutionNetwork network = SmallConvolutionNetwork.create(1);
        try (InputStream in = FilesOfNumpyTest.class.getResourceAsStream(name)) {
            ModelFile.read(in, name).copyTo(network);
        }
        return network;
    }

    @Test
    void theSameNumbersMakeTheSameNetwork() throws IOException {
        SmallConvolutionNetwork expected = read("small-pytorch.safetensors");
        SmallConvolutionNetwork network = read("small-numpy.npz");
        assertThat(network.parameters()).isEqualTo(expected.parameters());
        assertThat(network.statistics()).isEqualTo(expected.statistics());
    }

    @Test
    void aNetworkThatIsKeptForNumpyIsLoadedAgain() throws IOException {
        SmallConvolutionNetwork network = read("small-numpy.npz");
        Path file = folder.resolve("small.npz");
        ModelFile.of(network).writeNpz(file);
        SmallConvolutionNetwork again = SmallConvolutionNetwork.load(file);
        assertThat(again.parameters()).isEqualTo(network.parameters());
        assertThat(again.statistics()).isEqualTo(network.statistics());
        assertThat(Npz.read(file).tensor("edges.weight").shape()).containsExactly(3, 2, 3, 2);
    }

    /** Of many that are the same, the one that is missing is the one that is marked. */
    @Test
    void anArrayThatIsMissingStandsOut() throws IOException {
        Path file = folder.resolve("fewer.npz");
        List<Tensor> tensors =
                ModelFile.of(SmallConvolutionNetwork.create(1)).tensors().tensors();
        String missing = tensors.get(2).name();
        Npz.write(
                file,
                tensors.stream()
                        .filter(tensor -> !tensor.name().equals(missing))
                        .toList());
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> SmallConvolutionNetwork.load(file))
                .satisfies(failure -> assertThat(failure.getMessage().lines().filter(line -> line.contains("#")))
                        .singleElement()
                        .asString()
                        .matches(" +#  \\Q" + tensors.get(2) + "\\E"))
                .satisfies(failure -> assertThat(failure.getMessage().lines().filter(line -> line.contains("  |  ")))
                        .hasSize(tensors.size()));
    }

    @Test
    void aNetworkRefusesArraysOfAnother() throws IOException {
        Path file = folder.resolve("other.npz");
        Npz.write(file, List.of(Tensor.of("hidden.weight", new float[6], 2, 3)));
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> SmallConvolutionNetwork.load(file))
                .withMessageStartingWith(file + ", its tensors: they are not those of SmallConvolution");
    }
}
