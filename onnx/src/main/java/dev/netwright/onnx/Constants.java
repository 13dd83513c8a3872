package dev.netwright.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.netwright.onnx.schema.TensorProto;
import dev.netwright.onnx.schema.TensorProto.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Constants of a graph. */
final class Constants {
    private Constants() {}

    static TensorProto floats(String name, List<Integer> shape, float[] numbers) {
        byte[] raw = new byte[Math.multiplyExact(Float.BYTES, numbers.length)];
        littleEndian(raw).asFloatBuffer().put(numbers);
        return of(name, shape, DataType.FLOAT, raw);
    }

    static TensorProto doubles(String name, List<Integer> shape, double[] numbers) {
        byte[] raw = new byte[Math.multiplyExact(Double.BYTES, numbers.length)];
        littleEndian(raw).asDoubleBuffer().put(numbers);
        return of(name, shape, DataType.DOUBLE, raw);
    }

    static TensorProto longs(String name, long... numbers) {
        byte[] raw = new byte[Math.multiplyExact(Long.BYTES, numbers.length)];
        littleEndian(raw).asLongBuffer().put(numbers);
        return of(name, List.of(numbers.length), DataType.INT64, raw);
    }

    private static ByteBuffer littleEndian(byte[] raw) {
        return ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static TensorProto of(String name, List<Integer> shape, DataType type, byte[] raw) {
        // The array is nobody else's, so it need not be copied once more.
        ByteString bytes = UnsafeByteOperations.unsafeWrap(raw);
        return TensorProto.newBuilder()
                .setName(name)
                .addAllDims(shape.stream().map(Integer::longValue).toList())
                .setDataType(type.getNumber())
                .setRawData(bytes)
                .build();
    }
}
