package dev.netwright.processor.onnx;

import dev.netwright.onnx.schema.AttributeProto;
import dev.netwright.onnx.schema.AttributeProto.AttributeType;
import dev.netwright.onnx.schema.TensorProto;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One use of an operator.
 *
 * @param number     which node of the file it is, from 1
 * @param name       its name; may be empty
 * @param operator   the operator
 * @param domain     the operator's domain; empty for ONNX's own
 * @param version    the release of the domain's operators that the model uses
 * @param inputs     the names of what it reads; an empty one stands for none
 * @param outputs    the names of what it gives; an empty one stands for none
 * @param attributes by name
 * @param function   the function that it applies to every element, where that has been recognised in several nodes
 */
record OnnxNode(
        int number,
        String name,
        String operator,
        String domain,
        long version,
        List<String> inputs,
        List<String> outputs,
        Map<String, AttributeProto> attributes,
        Optional<Formula> function) {
    /** The operator of several nodes that are one function. */
    static final String FUNCTION = "Function";

    OnnxNode {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = Map.copyOf(attributes);
    }

    /** A node that takes the place of this one and others, and gives what this one gives. */
    OnnxNode as(String otherOperator, List<String> otherInputs, Map<String, AttributeProto> otherAttributes) {
        return new OnnxNode(
                number, name, otherOperator, "", version, otherInputs, outputs, otherAttributes, Optional.empty());
    }

    /** A node that applies a function to what another value has, and gives what this one gives. */
    OnnxNode as(Formula formula, String of) {
        return new OnnxNode(number, name, FUNCTION, "", version, List.of(of), outputs, Map.of(), Optional.of(formula));
    }

    /** {@code ai.onnx.ml.Scaler}. */
    String fullOperator() {
        return domain.isEmpty() ? operator : domain + "." + operator;
    }

    /** The name of an input; empty where it has none. */
    String input(int index) {
        return index < inputs.size() ? inputs.get(index) : "";
    }

    String output() {
        return outputs.isEmpty() ? "" : outputs.get(0);
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    long integer(String attribute, long otherwise) throws UnsupportedException {
        Optional<AttributeProto> found = find(attribute, AttributeType.INT);
        return found.isPresent() ? found.get().getI() : otherwise;
    }

    double number(String attribute, double otherwise) throws UnsupportedException {
        Optional<AttributeProto> found = find(attribute, AttributeType.FLOAT);
        return found.isPresent() ? found.get().getF() : otherwise;
    }

    String text(String attribute, String otherwise) throws UnsupportedException {
        Optional<AttributeProto> found = find(attribute, AttributeType.STRING);
        return found.isPresent() ? found.get().getS().toStringUtf8() : otherwise;
    }

    /** Whole numbers; none where the attribute is left out. */
    int[] integers(String attribute) throws UnsupportedException {
        Optional<AttributeProto> found = find(attribute, AttributeType.INTS);
        List<Long> values = found.isPresent() ? found.get().getIntsList() : List.of();
        return values.stream()
                .mapToInt(value -> (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value)))
                .toArray();
    }

    /** Numbers; none where the attribute is left out. */
    double[] numbers(String attribute) throws UnsupportedException {
        Optional<AttributeProto> found = find(attribute, AttributeType.FLOATS);
        List<Float> values = found.isPresent() ? found.get().getFloatsList() : List.of();
        return values.stream().mapToDouble(Float::doubleValue).toArray();
    }

    /** Texts; none where the attribute is left out. */
    List<String> texts(String attribute) throws UnsupportedException {
        Optional<AttributeProto> found = find(attribute, AttributeType.STRINGS);
        return found.isPresent()
                ? found.get().getStringsList().stream()
                        .map(bytes -> bytes.toStringUtf8())
                        .toList()
                : List.of();
    }

    Optional<TensorProto> tensor(String attribute) throws UnsupportedException {
        return find(attribute, AttributeType.TENSOR).map(AttributeProto::getT);
    }

    private Optional<AttributeProto> find(String attribute, AttributeType type) throws UnsupportedException {
        AttributeProto found = attributes.get(attribute);
        if (found == null) {
            return Optional.empty();
        }
        // Files before the fourth release of the format do not say the type.
        if (found.getType() != type && found.getType() != AttributeType.UNDEFINED) {
            throw new UnsupportedException(
                    "its attribute " + attribute + " is of type " + found.getType() + " and not " + type,
                    "export the model again");
        }
        return Optional.of(found);
    }
}
