package dev.netwright.verification.onnx;

import static dev.netwright.onnx.schema.AttributeProto.AttributeType.FLOAT;
import static dev.netwright.onnx.schema.AttributeProto.AttributeType.INT;
import static dev.netwright.onnx.schema.AttributeProto.AttributeType.INTS;
import static java.util.Map.entry;

import dev.netwright.onnx.schema.AttributeProto.AttributeType;
import java.util.Map;

/** The operators of set 17 that files of ours use, as ONNX's documentation has them: inputs and attributes that are needed or may be there. */
final class OnnxOperators {
    static final Map<String, Operator> ALL = Map.ofEntries(
            entry("Abs", unary(Map.of())),
            entry("Add", binary()),
            entry("AveragePool", window()),
            entry("BatchNormalization", new Operator(5, 5, Map.of("epsilon", FLOAT), Map.of())),
            entry("Cast", new Operator(1, 1, Map.of(), Map.of("to", INT))),
            entry("Clip", new Operator(1, 3, Map.of(), Map.of())),
            entry("Concat", new Operator(1, Integer.MAX_VALUE, Map.of(), Map.of("axis", INT))),
            entry("Conv", new Operator(2, 3, Map.of("kernel_shape", INTS, "strides", INTS, "pads", INTS), Map.of())),
            entry("Div", binary()),
            entry("Elu", unary(Map.of("alpha", FLOAT))),
            entry("Erf", unary(Map.of())),
            entry("Exp", unary(Map.of())),
            entry("Gather", new Operator(2, 2, Map.of("axis", INT), Map.of())),
            entry("Gemm", new Operator(2, 3, Map.of("transB", INT), Map.of())),
            entry("GlobalAveragePool", unary(Map.of())),
            entry("GlobalMaxPool", unary(Map.of())),
            entry("Greater", binary()),
            entry("GreaterOrEqual", binary()),
            entry("HardSigmoid", unary(Map.of("alpha", FLOAT, "beta", FLOAT))),
            entry("Identity", unary(Map.of())),
            entry("LayerNormalization", new Operator(2, 3, Map.of("axis", INT, "epsilon", FLOAT), Map.of())),
            entry("LeakyRelu", unary(Map.of("alpha", FLOAT))),
            entry("Less", binary()),
            entry("LessOrEqual", binary()),
            entry("Log", unary(Map.of())),
            entry("LogSoftmax", unary(Map.of("axis", INT))),
            entry("MaxPool", window()),
            entry("Mul", binary()),
            entry("Relu", unary(Map.of())),
            entry("Reshape", new Operator(2, 2, Map.of("allowzero", INT), Map.of())),
            entry("Selu", unary(Map.of("alpha", FLOAT, "gamma", FLOAT))),
            entry("Sigmoid", unary(Map.of())),
            entry("Softmax", unary(Map.of("axis", INT))),
            entry("Softplus", unary(Map.of())),
            entry("Softsign", unary(Map.of())),
            entry("Sqrt", unary(Map.of())),
            entry("Sub", binary()),
            entry("Tanh", unary(Map.of())),
            entry("Transpose", unary(Map.of("perm", INTS))),
            entry("Where", new Operator(3, 3, Map.of(), Map.of())));

    private OnnxOperators() {}

    /**
     * What one takes.
     *
     * @param least  inputs
     * @param most   inputs
     * @param may    attributes that it may have, with their types
     * @param needs  attributes that it must have
     */
    record Operator(int least, int most, Map<String, AttributeType> may, Map<String, AttributeType> needs) {}

    private static Operator unary(Map<String, AttributeType> may) {
        return new Operator(1, 1, may, Map.of());
    }

    private static Operator binary() {
        return new Operator(2, 2, Map.of(), Map.of());
    }

    private static Operator window() {
        return new Operator(1, 1, Map.of("strides", INTS, "pads", INTS), Map.of("kernel_shape", INTS));
    }
}
