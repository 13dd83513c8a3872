package dev.netwright.onnx;

import dev.netwright.onnx.schema.AttributeProto;
import dev.netwright.onnx.schema.AttributeProto.AttributeType;
import java.util.List;

/** Attributes of nodes. */
final class Attributes {
    private Attributes() {}

    static AttributeProto integer(String name, long value) {
        return of(name, AttributeType.INT).setI(value).build();
    }

    static AttributeProto number(String name, float value) {
        return of(name, AttributeType.FLOAT).setF(value).build();
    }

    static AttributeProto ints(String name, List<Integer> values) {
        return of(name, AttributeType.INTS)
                .addAllInts(values.stream().map(Integer::longValue).toList())
                .build();
    }

    private static AttributeProto.Builder of(String name, AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }
}
