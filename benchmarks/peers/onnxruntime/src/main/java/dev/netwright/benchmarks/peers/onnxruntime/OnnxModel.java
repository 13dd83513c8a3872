package dev.netwright.benchmarks.peers.onnxruntime;

import dev.netwright.benchmarks.work.Shape;
import dev.netwright.benchmarks.work.Task;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A network as an ONNX file: a {@code Gemm} and an activation for each layer, all sizes fixed, weights as initializers. The
 * field numbers are those of {@code onnx.proto}.
 */
final class OnnxModel {
    /** The name of the graph's input. */
    static final String INPUT = "x0";

    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;
    private static final int FLOAT = 1;
    private static final int FLOAT_ATTRIBUTE = 1;

    private final Task task;
    private final Shape shape;
    private String last = INPUT;

    OnnxModel(Task task) {
        this.task = task;
        shape = task.work().shape();
    }

    /** The name of the graph's output. */
    String output() {
        return last;
    }

    byte[] bytes() {
        ProtoBytes graph = new ProtoBytes();
        for (int layer = 0; layer < shape.layers(); layer++) {
            String z = "z" + (layer + 1);
            graph.message(1, gemm(layer, last, z));
            last = z;
            String operator = operator(layer);
            if (!operator.isEmpty()) {
                String a = "x" + (layer + 1);
                graph.message(1, node(operator, z, a));
                last = a;
            }
        }
        graph.text(2, "network");
        for (int layer = 0; layer < shape.layers(); layer++) {
            graph.message(5, tensor("w" + layer, task.weights(layer), shape.inputs(layer), shape.units(layer)));
            graph.message(5, tensor("b" + layer, task.biases(layer), shape.units(layer)));
        }
        int rows = task.work().rows();
        graph.message(11, value(INPUT, rows, shape.inputSize()));
        graph.message(12, value(last, rows, shape.outputSize()));
        ProtoBytes opset = new ProtoBytes().text(1, "").number(2, OPSET);
        return new ProtoBytes()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, opset)
                .toByteArray();
    }

    private String operator(int layer) {
        return switch (shape.activation(layer)) {
            case TANH -> "Tanh";
            case RELU -> "Relu";
            case SOFTMAX -> "Softmax";
            default -> "";
        };
    }

    private static ProtoBytes gemm(int layer, String input, String output) {
        return new ProtoBytes()
                .text(1, input)
                .text(1, "w" + layer)
                .text(1, "b" + layer)
                .text(2, output)
                .text(4, "Gemm")
                .message(5, new ProtoBytes().text(1, "alpha").real(2, 1f).number(20, FLOAT_ATTRIBUTE));
    }

    private static ProtoBytes node(String operator, String input, String output) {
        return new ProtoBytes().text(1, input).text(2, output).text(4, operator);
    }

    private static ProtoBytes tensor(String name, float[] values, int... dimensions) {
        ProtoBytes tensor = new ProtoBytes();
        for (int dimension : dimensions) {
            tensor.number(1, dimension);
        }
        ByteBuffer raw = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor.number(2, FLOAT).text(8, name).block(9, raw.array());
    }

    private static ProtoBytes value(String name, int rows, int columns) {
        ProtoBytes dimensions = new ProtoBytes()
                .message(1, new ProtoBytes().number(1, rows))
                .message(1, new ProtoBytes().number(1, columns));
        ProtoBytes tensorType = new ProtoBytes().number(1, FLOAT).message(2, dimensions);
        return new ProtoBytes().text(1, name).message(2, new ProtoBytes().message(1, tensorType));
    }
}
