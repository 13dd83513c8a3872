package dev.netwright.verification.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.onnx.schema.GraphProto;
import dev.netwright.onnx.schema.ModelProto;
import dev.netwright.onnx.schema.NodeProto;
import dev.netwright.onnx.schema.TensorProto.DataType;
import dev.netwright.onnx.schema.TypeProto;
import dev.netwright.onnx.schema.ValueInfoProto;
import dev.netwright.runtime.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every value on the way may be an output, alone or beside those of the model, also one in the middle of what becomes a single layer: a
 * decomposed GELU or normalisation, a product and its bias, a batch normalisation behind its layer.
 */
class InnerOutputsTest {
    private static final int SAMPLES = 3;

    /** Without pixels, whose order would be another question. */
    private static final List<String> MODELS = List.of(
            "chain_exp_log",
            "chain_gauss",
            "formula_softshrink",
            "gated",
            "glu",
            "joined",
            "mlp_batch_norm_kept",
            "mlp_gelu",
            "mlp_gelu_tanh",
            "mlp_mish",
            "mlp_relu6",
            "norm_first",
            "residual",
            "scaled_between",
            "scaled_input",
            "scaled_output",
            "transformer_mlp_opset13",
            "transformer_post_norm",
            "two_heads");

    @TempDir
    Path folder;

    private final List<String> written = new ArrayList<>();

    @Test
    void givesWhatOnnxRuntimeGives() throws Exception {
        for (String name : MODELS) {
            write(
                    name,
                    ModelProto.parseFrom(
                            Files.readAllBytes(OnnxImportTest.models().get(0).resolveSibling(name + ".onnx"))));
        }
        Set<String> refused =
                ImportedFolder.refused(folder, written, folder.resolve("first")).keySet();
        written.removeAll(refused);
        try (ImportedFolder imported = ImportedFolder.of(folder, written, folder.resolve("second"))) {
            for (String name : written) {
                compare(name, imported.networks().get(name));
            }
        }
        System.out.println("Values inside as outputs: " + written.size() + " networks, " + refused.size() + " refused: "
                + refused);
        assertThat(refused.size()).isLessThan(written.size() / 10);
    }

    /** A file for each value that is data, with it alone and with it behind the outputs of the model. */
    private void write(String name, ModelProto model) throws IOException {
        GraphProto graph = model.getGraph();
        Set<String> outputs = new HashSet<>();
        graph.getOutputList().forEach(output -> outputs.add(output.getName()));
        Set<String> data = new HashSet<>();
        graph.getInputList().forEach(input -> data.add(input.getName()));
        graph.getInitializerList().forEach(constant -> data.remove(constant.getName()));
        int number = 0;
        for (NodeProto node : graph.getNodeList()) {
            boolean isShape = node.getOpType().equals("Shape");
            if (isShape || node.getInputList().stream().noneMatch(data::contains)) {
                continue;
            }
            String value = node.getOutput(0);
            data.add(value);
            if (!outputs.contains(value)) {
                keep(name + "_" + number + "_alone", model, graph.toBuilder().clearOutput(), value);
                keep(name + "_" + number + "_beside", model, graph.toBuilder(), value);
                number++;
            }
        }
    }

    private void keep(String name, ModelProto model, GraphProto.Builder graph, String value) throws IOException {
        TypeProto.Tensor real = TypeProto.Tensor.newBuilder()
                .setElemType(DataType.FLOAT.getNumber())
                .build();
        graph.addOutput(ValueInfoProto.newBuilder()
                .setName(value)
                .setType(TypeProto.newBuilder().setTensorType(real)));
        Files.write(
                folder.resolve(name + ".onnx"),
                model.toBuilder().setGraph(graph).build().toByteArray());
        written.add(name);
    }

    private void compare(String name, Network network) throws Exception {
        try (OnnxSession session = new OnnxSession(folder.resolve(name + ".onnx"), false)) {
            Random random = new Random(4);
            for (int sample = 0; sample < SAMPLES; sample++) {
                float[] features = new float[session.inputSize()];
                for (int i = 0; i < features.length; i++) {
                    features[i] = (float) random.nextGaussian();
                }
                float[] expected = session.predict(features);
                float[] given = network.predict(features);
                assertThat(given).as(name).hasSameSizeAs(expected);
                for (int i = 0; i < given.length; i++) {
                    assertThat((double) given[i])
                            .as("%s, output %d", name, i)
                            .isCloseTo(expected[i], Offset.offset(1e-5 * (1 + Math.abs(expected[i]))));
                }
            }
        }
    }
}
