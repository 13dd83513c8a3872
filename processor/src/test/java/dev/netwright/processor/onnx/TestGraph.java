package dev.netwright.processor.onnx;

import com.google.protobuf.ByteString;
import dev.netwright.onnx.schema.AttributeProto;
import dev.netwright.onnx.schema.AttributeProto.AttributeType;
import dev.netwright.onnx.schema.GraphProto;
import dev.netwright.onnx.schema.ModelProto;
import dev.netwright.onnx.schema.NodeProto;
import dev.netwright.onnx.schema.OperatorSetIdProto;
import dev.netwright.onnx.schema.TensorProto;
import dev.netwright.onnx.schema.TensorProto.DataType;
import dev.netwright.onnx.schema.TensorShapeProto;
import dev.netwright.onnx.schema.TensorShapeProto.Dimension;
import dev.netwright.onnx.schema.TypeProto;
import dev.netwright.onnx.schema.ValueInfoProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Puts files together that no exporter would write. */
final class TestGraph {
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("test");
    private final Map<String, String> metadata = new TreeMap<>();
    private long opset = 17;

    /** With another opset. */
    TestGraph opset(long version) {
        opset = version;
        return this;
    }

    /** With a text beside the graph. */
    TestGraph metadata(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    /** An input of real numbers; a size of 0 is free. */
    TestGraph input(String name, long... shape) {
        graph.addInput(end(name, DataType.FLOAT, shape));
        return this;
    }

    /** An input of whole numbers. */
    TestGraph wholeInput(String name, long... shape) {
        graph.addInput(end(name, DataType.INT32, shape));
        return this;
    }

    TestGraph output(String name, long... shape) {
        graph.addOutput(end(name, DataType.FLOAT, shape));
        return this;
    }

    /** An output of whole numbers. */
    TestGraph wholeOutput(String name, long... shape) {
        graph.addOutput(end(name, DataType.INT64, shape));
        return this;
    }

    private static ValueInfoProto end(String name, DataType type, long... shape) {
        TensorShapeProto.Builder sizes = TensorShapeProto.newBuilder();
        for (long side : shape) {
            sizes.addDim(
                    side == 0
                            ? Dimension.newBuilder().setDimParam("n")
                            : Dimension.newBuilder().setDimValue(side));
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(type.getNumber())
                .setShape(sizes)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    /** A constant of a shape, with numbers that differ. */
    TestGraph constant(String name, long... shape) {
        int count = (int) LongStream.of(shape).reduce(1, (a, b) -> a * b);
        ByteBuffer data = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            data.putFloat((i * 7 % 11 - 5) / 8f);
        }
        data.flip();
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.FLOAT.getNumber())
                .setRawData(ByteString.copyFrom(data));
        LongStream.of(shape).forEach(tensor::addDims);
        return constant(tensor.build());
    }

    /** Any constant. */
    TestGraph constant(TensorProto tensor) {
        graph.addInitializer(tensor);
        return this;
    }

    /** Whole numbers. */
    TestGraph wholes(String name, long... numbers) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.INT64.getNumber())
                .addDims(numbers.length);
        LongStream.of(numbers).forEach(tensor::addInt64Data);
        return constant(tensor.build());
    }

    /** A node with one output. */
    TestGraph node(String operator, String output, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(operator + "_" + output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
        return this;
    }

    /** A node of somebody else's operator. */
    TestGraph foreign(String domain, String operator, String output, List<String> inputs) {
        graph.addNode(NodeProto.newBuilder()
                .setDomain(domain)
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(output));
        return this;
    }

    static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto integers(String name, Long... values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INTS)
                .addAllInts(List.of(values))
                .build();
    }

    static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(com.google.protobuf.ByteString.copyFromUtf8(value))
                .build();
    }

    static AttributeProto number(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    byte[] file() {
        ModelProto.Builder model = ModelProto.newBuilder();
        metadata.forEach(
                (key, value) -> model.addMetadataPropsBuilder().setKey(key).setValue(value));
        return model.setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    /** A convolution, a pool, layers and functions, and an output of each kind. */
    static byte[] example() {
        return new TestGraph()
                .input("x", 0, 1, 6, 5)
                .constant("k", 2, 1, 3, 3)
                .constant("scale", 2)
                .constant("w", 8, 3)
                .constant("b", 3)
                .wholes("shape", 0, -1)
                .node("Conv", "c", List.of("x", "k"), integers("pads", 1L, 1L, 1L, 1L))
                .node("PRelu", "r", List.of("c", "slope"))
                .constant("slope", 2, 1, 1)
                .node("MaxPool", "p", List.of("r"), integers("kernel_shape", 3L, 2L), integers("strides", 3L, 2L))
                .node("Reshape", "f", List.of("p", "shape"))
                .node("Gemm", "z", List.of("f", "w", "b"), number("alpha", 0.5f))
                .node("Sigmoid", "s", List.of("z"))
                .node("Mul", "a", List.of("z", "s"))
                .node("Softmax", "y", List.of("a"), integer("axis", 1))
                .output("y", 0, 3)
                .file();
    }
}
