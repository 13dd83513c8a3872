package dev.netwright.verification.onnx;

import dev.netwright.onnx.schema.GraphProto;
import dev.netwright.onnx.schema.ModelProto;
import dev.netwright.onnx.schema.TensorProto;
import dev.netwright.onnx.schema.TensorProto.DataType;
import dev.netwright.onnx.schema.TensorShapeProto.Dimension;
import dev.netwright.onnx.schema.ValueInfoProto;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.TestCompiler;
import dev.netwright.runtime.Network;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.tools.Diagnostic.Kind;

/**
 * A test of one operator as the ONNX project has them: a model, its inputs and its outputs. There the inputs are of fixed sizes, and weights are inputs too; here
 * the first input is data, whose first axis is that of the samples, and all others are constants.
 */
final class OnnxNodeCase {
    private static final double TOLERANCE = 1e-4;
    private static final Set<DataType> REAL = EnumSet.of(DataType.FLOAT, DataType.DOUBLE);
    private static final Set<DataType> NUMBERS =
            EnumSet.of(DataType.FLOAT, DataType.DOUBLE, DataType.INT64, DataType.BOOL);

    private final Path folder;
    private final ModelProto model;

    OnnxNodeCase(Path folder) throws IOException {
        this.folder = folder;
        this.model = ModelProto.parseFrom(Files.readAllBytes(folder.resolve("model.onnx")));
    }

    /** Whether it is of these operators alone. */
    boolean isOf(Set<String> operators) {
        return model.getGraph().getNodeList().stream().allMatch(node -> operators.contains(node.getOpType()));
    }

    /** Whether all that it reads and gives are numbers of a kind that is read here. */
    boolean hasNumbers() throws IOException {
        for (int i = 0; i < model.getGraph().getInputCount(); i++) {
            if (!NUMBERS.contains(DataType.forNumber(tensor("input_" + i).getDataType()))) {
                return false;
            }
        }
        for (int i = 0; i < model.getGraph().getOutputCount(); i++) {
            if (!REAL.contains(DataType.forNumber(tensor("output_" + i).getDataType()))) {
                return false;
            }
        }
        return model.getGraph().getInputCount() > 0;
    }

    private TensorProto tensor(String name) throws IOException {
        return TensorProto.parseFrom(
                Files.readAllBytes(folder.resolve("test_data_set_0").resolve(name + ".pb")));
    }

    /** {@code passed}, or what is said of the file, or {@code failed} and what differs. First with weights, then with data alone. */
    String result(Path work) throws Exception {
        String withWeights = result(Files.createDirectory(work.resolve("weights")), false);
        return withWeights.startsWith("refused") && model.getGraph().getInputCount() > 1
                ? result(Files.createDirectory(work.resolve("data")), true)
                : withWeights;
    }

    private String result(Path work, boolean isDataAlone) throws Exception {
        GraphProto graph = model.getGraph();
        GraphProto.Builder changed = graph.toBuilder().clearInput();
        List<TensorProto> data = new ArrayList<>();
        for (int i = 0; i < graph.getInputCount(); i++) {
            ValueInfoProto input = graph.getInput(i);
            TensorProto tensor = tensor("input_" + i);
            if (i == 0 || isDataAlone) {
                changed.addInput(withFreeSamples(input));
                data.add(tensor);
            } else {
                changed.addInitializer(tensor.toBuilder().setName(input.getName()));
            }
        }
        ModelProto.Builder file = model.toBuilder().setGraph(changed);
        if (file.getOpsetImport(0).getVersion() < 7) {
            // The operators of these tests have not changed since.
            file.getOpsetImportBuilder(0).setVersion(7);
        }
        Path path = work.resolve("case.onnx");
        Files.write(path, file.build().toByteArray());
        Compilation compilation = ImportedClass.compile(TestCompiler.JAVAC, work, path);
        if (!compilation.success()) {
            List<String> messages = compilation.messages(Kind.ERROR);
            boolean isRefused = messages.stream().allMatch(message -> message.startsWith("[Onnx."));
            return (isRefused ? "refused " : "failed ")
                    + messages.get(0).lines().findFirst().orElse("");
        }
        try (ImportedClass imported = ImportedClass.of(work, path)) {
            return compared(imported.network(), data);
        }
    }

    private static ValueInfoProto withFreeSamples(ValueInfoProto input) {
        ValueInfoProto.Builder changed = input.toBuilder();
        if (changed.getType().getTensorType().getShape().getDimCount() > 0) {
            changed.getTypeBuilder()
                    .getTensorTypeBuilder()
                    .getShapeBuilder()
                    .setDim(0, Dimension.newBuilder().setDimParam("n"));
        }
        return changed.build();
    }

    /** Pixels come in the order of the file or with the channels last, which depends on what reads them. */
    private String compared(Network network, List<TensorProto> data) throws IOException {
        List<TensorProto> outputs = new ArrayList<>();
        for (int i = 0; i < model.getGraph().getOutputCount(); i++) {
            outputs.add(tensor("output_" + i));
        }
        int rows = (int) data.get(0).getDims(0);
        double least = Double.POSITIVE_INFINITY;
        for (boolean isInputMoved : List.of(true, false)) {
            float[] features = joined(data, rows, isInputMoved);
            if (features.length != network.inputSize() * rows) {
                return "failed: " + network.inputSize() + " features";
            }
            float[] given = network.predict(features, rows);
            for (boolean isOutputMoved : List.of(true, false)) {
                least = Math.min(least, difference(given, joined(outputs, rows, isOutputMoved)));
            }
        }
        return least < TOLERANCE ? "passed" : "failed by " + least;
    }

    /** Row by row what several have. */
    private static float[] joined(List<TensorProto> tensors, int rows, boolean isMoved) {
        List<float[]> parts = tensors.stream()
                .map(tensor -> isMoved ? channelsLast(tensor) : values(tensor))
                .toList();
        float[] joined = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int next = 0;
        for (int row = 0; row < rows; row++) {
            for (float[] part : parts) {
                int columns = part.length / rows;
                System.arraycopy(part, row * columns, joined, next, columns);
                next += columns;
            }
        }
        return joined;
    }

    private static double difference(float[] given, float[] expected) {
        if (given.length != expected.length) {
            return Double.POSITIVE_INFINITY;
        }
        double most = 0;
        for (int i = 0; i < given.length; i++) {
            most = Math.max(most, Math.abs(given[i] - expected[i]) / (1 + Math.abs(expected[i])));
        }
        return most;
    }

    private static float[] values(TensorProto tensor) {
        ByteBuffer data = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        List<Float> values = new ArrayList<>();
        while (data.hasRemaining()) {
            values.add(
                    switch (DataType.forNumber(tensor.getDataType())) {
                        case DOUBLE -> (float) data.getDouble();
                        case INT64 -> (float) data.getLong();
                        case BOOL -> (float) data.get();
                        default -> data.getFloat();
                    });
        }
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }

    private static float[] channelsLast(TensorProto tensor) {
        float[] values = values(tensor);
        if (tensor.getDimsCount() < 3) {
            return values;
        }
        int channels = (int) tensor.getDims(1);
        int sample = values.length / (int) tensor.getDims(0);
        int pixels = sample / channels;
        float[] moved = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int within = i % sample;
            moved[i - within + within % pixels * channels + within / pixels] = values[i];
        }
        return moved;
    }
}
