package dev.netwright.verification.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.file.Tensor;
import dev.netwright.runtime.file.TensorFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * A convolution with batch normalisation, a dense layer with layer normalisation that reads its pixels and numbers beside them, as PyTorch
 * keeps them. {@code small-pytorch.py} beside the files made them.
 */
class FilesOfPyTorchTest {
    private static final int ROWS = 4;

    @Test
    void theParametersOfPyTorchGiveItsOutputs() throws IOException {
        SmallConvolutionNetwork network = SmallConvolutionNetwork.create(1);
        read("small-pytorch.safetensors").copyTo(network);
        TensorFile expected = read("small-pytorch-outputs.safetensors").tensors();
        SmallConvolutionNetwork.Workspace pass = network.newPass(ROWS);
        pass.forward(
                expected.tensor("images").floats(), expected.tensor("numbers").floats(), ROWS);
        assertThat(pass.outputs()).containsExactly(expected.tensor("outputs").floats(), Offset.offset(1e-6f));
    }

    @Test
    void whatIsKeptHasTheSameTensors() throws IOException {
        ModelFile original = read("small-pytorch.safetensors");
        SmallConvolutionNetwork network = SmallConvolutionNetwork.create(1);
        original.copyTo(network);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.of(network).tensors().write(out);
        TensorFile again = TensorFile.read(new ByteArrayInputStream(out.toByteArray()), "again");
        for (Tensor tensor : original.tensors().tensors()) {
            if (tensor.type().equals("F32")) {
                assertThat(again.tensor(tensor.name()).floats()).isEqualTo(tensor.floats());
                assertThat(again.tensor(tensor.name()).shape()).isEqualTo(tensor.shape());
            }
        }
        assertThat(again.tensors()).hasSize(12);
    }

    private static ModelFile read(String name) throws IOException {
        try (InputStream in = FilesOfPyTorchTest.class.getResourceAsStream(name)) {
            return ModelFile.read(in, name);
        }
    }
}
