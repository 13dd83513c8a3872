package dev.netwright.processor.onnx;

import java.util.List;

/** What becomes of a node of some operator. */
@FunctionalInterface
interface Operator {
    /**
     * The values of the node's outputs.
     *
     * @throws UnsupportedException if no layer can do that
     */
    List<Value> apply(Call call) throws OnnxException, UnsupportedException;
}
