package dev.netwright.onnx;

import dev.netwright.onnx.schema.TensorProto.DataType;
import dev.netwright.onnx.schema.TensorShapeProto;
import dev.netwright.onnx.schema.TensorShapeProto.Dimension;
import dev.netwright.onnx.schema.TypeProto;
import dev.netwright.onnx.schema.ValueInfoProto;

/** How a graph declares what it takes and what it gives: any number of rows, each of the same sizes. */
final class Declarations {
    /** What the first size of everything is called, which is free. */
    private static final String ROWS = "rows";

    private Declarations() {}

    static ValueInfoProto of(String name, DataType type, Form form) {
        TensorShapeProto.Builder shape =
                TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam(ROWS));
        form.sizes().forEach(size -> shape.addDim(Dimension.newBuilder().setDimValue(size)));
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(type.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
