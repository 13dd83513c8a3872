package dev.netwright.processor.onnx;

import java.util.List;
import java.util.Optional;

/**
 * A node that is about to become a part of the network.
 *
 * @param node   the node
 * @param inputs what its inputs stand for; none of them is unknown, and those that are left out are missing at the end or empty in between
 * @param goesOn whether a function or a normalisation is all that reads its result
 * @param rows   the number of samples, where the file fixes it; else 0
 */
record Call(OnnxNode node, List<Optional<Value>> inputs, boolean goesOn, int rows) {
    Call {
        inputs = List.copyOf(inputs);
    }

    /** Whether the file has one sample alone. */
    boolean isOne() {
        return rows == 1;
    }

    boolean has(int index) {
        return index >= 0 && index < inputs.size() && inputs.get(index).isPresent();
    }

    boolean isFlow(int index) {
        return has(index) && inputs.get(index).get() instanceof Flow;
    }

    /** Whether nothing that it reads depends on a sample. */
    boolean isConstant() {
        return inputs.stream().allMatch(input -> input.isEmpty() || input.get() instanceof Tensor);
    }

    /** An input that is data. */
    Flow flow(int index) throws UnsupportedException {
        if (has(index) && inputs.get(index).get() instanceof Flow flow) {
            if (flow.isWhole()) {
                throw new UnsupportedException(
                        "it computes with whole numbers"
                                + (flow.isGivenWhole() ? "" : " that a Cast has made of others")
                                + ", which only pick rows of a table here",
                        "let the model make them numbers of type FLOAT before it computes, or look them up in a table alone");
            }
            return flow;
        }
        throw new UnsupportedException(
                "its input " + (index + 1) + (has(index) ? " is a constant" : " is left out") + ", but it must be data",
                "let it read what depends on a sample");
    }

    /** An input that must be a constant. */
    Tensor tensor(int index) throws UnsupportedException {
        Tensor tensor = sizes(index);
        if (tensor.isOfSamples()) {
            throw new UnsupportedException(
                    "it computes with the number of samples, which no layer knows",
                    "use that number in shapes alone, or export the model with a first axis of size 1");
        }
        return tensor;
    }

    /** An input that must be a constant, among whose numbers that of the samples may be, as in shapes. */
    Tensor sizes(int index) throws UnsupportedException {
        if (has(index) && inputs.get(index).get() instanceof Tensor tensor) {
            return tensor;
        }
        throw new UnsupportedException(
                "its input " + (index + 1) + (has(index) ? " depends on a sample" : " is left out")
                        + ", but it must be a constant",
                "let it be a weight or a number of the model");
    }

    /** Whether a shape that data gets has the number of samples first, as the file fixes it. */
    boolean hasFixedRows(Tensor shape) throws UnsupportedException {
        return isFlow(0) && rows > 1 && shape.size() > 0 && !shape.isOfSamples(0) && shape.wholes()[0] == rows;
    }

    /** An input that is a constant where it is given. */
    Optional<Tensor> optional(int index) throws UnsupportedException {
        return has(index) ? Optional.of(tensor(index)) : Optional.empty();
    }

    /** Numbers that have been attributes before they became inputs; empty where neither is given. */
    Optional<int[]> wholes(String attribute, int index) throws UnsupportedException {
        if (node.has(attribute)) {
            return Optional.of(node.integers(attribute));
        }
        Optional<Tensor> input = optional(index);
        return input.isPresent() ? Optional.of(input.get().wholes()) : Optional.empty();
    }

    /** A problem with something that the node asks for. */
    static UnsupportedException unsupported(String what, String cure) {
        return new UnsupportedException(what, cure);
    }
}
