package dev.netwright.processor.onnx;

import dev.netwright.onnx.schema.TensorProto.DataType;
import dev.netwright.processor.model.LayerModel;
import java.util.List;

/** What picks rows of tables, and how whole numbers come there. */
final class TableOperators {
    private static final String WHOLE_INPUT = "give the rows' numbers to the model as an input of their own";

    private final Layers layers;

    TableOperators(Layers layers) {
        this.layers = layers;
    }

    /** To a type of real numbers, which whole ones of an input become as they are, or of whole ones for a table. */
    static List<Value> cast(Call call) throws UnsupportedException {
        long type = call.node().integer("to", DataType.FLOAT_VALUE);
        Flow x = (Flow) call.inputs().get(0).orElseThrow();
        if (Casting.isReal(type)) {
            return List.of(x.isGivenWhole() ? x.as(Flow.Numbers.REAL) : call.flow(0));
        }
        if (!Casting.isWhole(type)) {
            throw new UnsupportedException("it makes values of type " + Casting.name(type), "use FLOAT");
        }
        boolean isInput = x.ports().stream().allMatch(DraftInput.class::isInstance) && !x.isScaled();
        if (!isInput && !x.isWhole()) {
            throw new UnsupportedException(
                    "it makes whole numbers of what has been computed, which no gradient goes back through",
                    "leave the output out that depends on it");
        }
        return List.of(x.as(Flow.Numbers.CUT));
    }

    /** Rows of a constant table. */
    List<Value> gather(Call call) throws UnsupportedException {
        Tensor table = call.tensor(0);
        Flow rows = (Flow) call.inputs().get(1).orElseThrow();
        long axis = call.node().integer("axis", 0);
        boolean isInput = rows.isWhole()
                && rows.ports().size() == 1
                && rows.ports().get(0) instanceof DraftInput
                && rows.isInOrder();
        if (!isInput || axis != 0 || table.shape().length != 2) {
            throw new UnsupportedException(
                    "it takes rows of a constant " + table + " along axis " + axis + " by numbers that "
                            + (isInput ? "are an input" : "are no input as it comes"),
                    WHOLE_INPUT);
        }
        int count = table.shape()[0];
        int width = table.shape()[1];
        if (count < 1 || count > LayerModel.MOST_TABLE_ROWS || width < 1) {
            throw new UnsupportedException("its table is " + table, "make it smaller");
        }
        Port input = rows.ports().get(0);
        String hint = Hints.of(call.node(), 0);
        Draft draft = Draft.embedding(input, count, width, table.values().clone(), hint);
        int[] shape = java.util.Arrays.copyOf(rows.shape(), rows.shape().length + 1);
        shape[rows.shape().length] = width;
        return List.of(Flow.inOrder(layers.add(draft), shape));
    }
}
