package dev.netwright.verification.onnx;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A file with a function of one value that is put together of random operators, and a product behind it. */
final class RandomFunctionGraph {
    private static final int INPUTS = 4;
    private static final int OUTPUTS = 2;
    private static final int MOST_STEPS = 7;
    private static final String[] FUNCTIONS = {
        "Tanh", "Sigmoid", "Softplus", "Erf", "Abs", "Relu", "Neg", "Softsign", "LeakyRelu", "Elu"
    };
    private static final String[] COMPARISONS = {"Greater", "GreaterOrEqual", "Less", "LessOrEqual"};

    private final Random random;
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("random");
    private final List<String> values = new ArrayList<>(List.of("x"));
    private int names;

    private RandomFunctionGraph(Random random) {
        this.random = random;
    }

    /** The bytes of a file. */
    static byte[] of(Random random) {
        return new RandomFunctionGraph(random).model().toByteArray();
    }

    private ModelProto model() {
        int steps = 2 + random.nextInt(MOST_STEPS - 1);
        for (int i = 0; i < steps; i++) {
            values.add(step());
        }
        String[] last = {values.get(values.size() - 1), weights()};
        graph.addNode(NodeProto.newBuilder()
                .setOpType("MatMul")
                .addAllInput(List.of(last))
                .addOutput("y"));
        graph.addInput(end("x", INPUTS)).addOutput(end("y", OUTPUTS));
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build();
    }

    /** Mostly of what came last, so that nothing is left over. */
    private String value() {
        return values.get(random.nextBoolean() ? values.size() - 1 : random.nextInt(values.size()));
    }

    private String last() {
        return values.get(values.size() - 1);
    }

    private String step() {
        return switch (random.nextInt(10)) {
            case 0 -> node("Add", last(), valueOrNumber());
            case 1 -> node("Sub", valueOrNumber(), last());
            case 2 -> node("Mul", last(), valueOrNumber());
            case 3 -> node("Div", last(), node("Add", node("Abs", value()), number(1)));
            case 4 -> node("Clip", last(), number(-1.5f), number(random.nextInt(3)));
            case 5 -> node(random.nextBoolean() ? "Max" : "Min", last(), number());
            case 6, 7 -> node("Where", condition(2), last(), valueOrNumber());
            default -> node(FUNCTIONS[random.nextInt(FUNCTIONS.length)], last());
        };
    }

    private String valueOrNumber() {
        return random.nextBoolean() ? value() : number();
    }

    private String condition(int depth) {
        int kind = random.nextInt(depth == 0 ? 1 : 4);
        if (kind == 1) {
            return node("Not", condition(depth - 1));
        } else if (kind == 2) {
            return node(random.nextBoolean() ? "And" : "Or", condition(depth - 1), condition(depth - 1));
        }
        String comparison = COMPARISONS[random.nextInt(COMPARISONS.length)];
        return random.nextBoolean() ? node(comparison, value(), number()) : node(comparison, number(), value());
    }

    private String node(String operator, String... inputs) {
        String name = operator + names++;
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(name)
                .addAllAttribute(
                        operator.equals("Elu")
                                ? List.of(AttributeProto.newBuilder()
                                        .setName("alpha")
                                        .setType(AttributeType.FLOAT)
                                        .setF(0.7f)
                                        .build())
                                : List.of()));
        return name;
    }

    /** Often one that features and what functions make of them are equal to. */
    private String number() {
        float[] whole = {-1, 0, 0, 0.5f, 1, 2};
        return number(random.nextBoolean() ? whole[random.nextInt(whole.length)] : (float) random.nextGaussian());
    }

    private String number(float value) {
        return constant("number" + names++, List.of(), value);
    }

    private String weights() {
        float[] weights = new float[INPUTS * OUTPUTS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian() / 2;
        }
        return constant("w", List.of((long) INPUTS, (long) OUTPUTS), weights);
    }

    private String constant(String name, List<Long> shape, float... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .addAllDims(shape)
                .setDataType(DataType.FLOAT.getNumber())
                .setRawData(ByteString.copyFrom(bytes.array())));
        return name;
    }

    private static ValueInfoProto end(String name, int columns) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(DataType.FLOAT.getNumber())
                                .setShape(TensorShapeProto.newBuilder()
                                        .addDim(Dimension.newBuilder().setDimParam("n"))
                                        .addDim(Dimension.newBuilder().setDimValue(columns)))))
                .build();
    }
}
