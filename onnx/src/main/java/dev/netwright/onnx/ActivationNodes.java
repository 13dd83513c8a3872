package dev.netwright.onnx;

import dev.netwright.annotations.Activation;
import dev.netwright.onnx.schema.AttributeProto;
import java.util.List;

/** The nodes of each activation: one operator where ONNX has it, else the formula. */
final class ActivationNodes {
    private final GraphNodes graph;
    private final String layer;

    ActivationNodes(GraphNodes graph, String layer) {
        this.graph = graph;
        this.layer = layer;
    }

    /**
     * Applies one.
     *
     * @param alpha its parameter, if it takes one
     * @param z     for softmax and log-softmax {@code rows x columns}, else of any sizes
     * @return a, of the same sizes; z itself where nothing is to be done
     */
    String apply(Activation activation, float alpha, String z) {
        return switch (activation) {
            case IDENTITY -> z;
            case SIGMOID -> node("Sigmoid", z);
            case TANH -> node("Tanh", z);
            case RELU -> node("Relu", z);
            case SOFTMAX -> node("Softmax", z, Attributes.integer("axis", 1));
            case LOG_SOFTMAX -> node("LogSoftmax", z, Attributes.integer("axis", 1));
            case LEAKY_RELU -> node("LeakyRelu", z, Attributes.number("alpha", alpha));
            case ELU -> node("Elu", z, Attributes.number("alpha", alpha));
            case SELU -> node("Selu", z, Attributes.number("alpha", 1.6732632f), Attributes.number("gamma", 1.050701f));
            case GELU -> gelu(z);
            case GELU_TANH -> geluTanh(z);
            case SILU -> binary("Mul", z, node("Sigmoid", z));
            case SOFTPLUS -> node("Softplus", z);
            case SOFTSIGN -> node("Softsign", z);
            case HARD_SIGMOID ->
                node("HardSigmoid", z, Attributes.number("alpha", 1f / 6f), Attributes.number("beta", 0.5f));
            case HARD_TANH -> graph.add(layer, "Clip", List.of(z, graph.number(-1f), graph.number(1f)));
            case MISH -> binary("Mul", z, node("Tanh", node("Softplus", z)));
            case EXPONENTIAL -> node("Exp", z);
        };
    }

    /** In the order in which PyTorch writes it, so that runtimes which have it as one step find it. */
    private String gelu(String z) {
        String erf = node("Erf", withNumber("Div", z, (float) Math.sqrt(2)));
        return withNumber("Mul", binary("Mul", z, withNumber("Add", erf, 1f)), 0.5f);
    }

    private String geluTanh(String z) {
        String cubed = binary("Mul", binary("Mul", z, z), z);
        String sum = binary("Add", z, withNumber("Mul", cubed, 0.044715f));
        String t = node("Tanh", withNumber("Mul", sum, (float) Math.sqrt(2 / Math.PI)));
        return binary("Mul", withNumber("Mul", z, 0.5f), withNumber("Add", t, 1f));
    }

    private String node(String operator, String z, AttributeProto... attributes) {
        return graph.add(layer, operator, List.of(z), attributes);
    }

    private String binary(String operator, String left, String right) {
        return graph.add(layer, operator, List.of(left, right));
    }

    private String withNumber(String operator, String left, float right) {
        return binary(operator, left, graph.number(right));
    }
}
