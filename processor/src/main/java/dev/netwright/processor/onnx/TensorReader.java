package dev.netwright.processor.onnx;

import com.google.protobuf.ByteString;
import dev.netwright.onnx.schema.AttributeProto;
import dev.netwright.onnx.schema.TensorProto;
import dev.netwright.onnx.schema.TensorProto.DataLocation;
import dev.netwright.onnx.schema.TensorProto.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Reads constants of every type of numbers, from whichever of the fields has them. Trusts no length. */
final class TensorReader {
    private final TensorProto tensor;
    private final String place;
    private final DataType type;
    private final int[] shape;
    private final int size;

    private TensorReader(TensorProto tensor, String place) throws OnnxException {
        this.tensor = tensor;
        this.place = place;
        DataType found = DataType.forNumber(tensor.getDataType());
        if (found == null) {
            throw OnnxException.ofFile(place, "it has the unknown type " + tensor.getDataType());
        }
        type = found;
        shape = new int[tensor.getDimsCount()];
        for (int axis = 0; axis < shape.length; axis++) {
            long side = tensor.getDims(axis);
            if (side < 0 || side > Integer.MAX_VALUE) {
                throw OnnxException.ofFile(place, "its axis " + axis + " has the size " + side);
            }
            shape[axis] = (int) side;
        }
        long elements = Shapes.size(shape);
        if (elements > Integer.MAX_VALUE - 8) {
            throw OnnxException.ofFile(place, "it has the shape " + Shapes.text(shape) + ", more than an array holds");
        }
        size = (int) elements;
    }

    /** The numbers of a tensor. */
    static Tensor read(TensorProto tensor, String place) throws OnnxException {
        if (tensor.getDataLocation() == DataLocation.EXTERNAL || tensor.getExternalDataCount() > 0) {
            throw OnnxException.ofFile(
                    place,
                    "its numbers are in a file beside the model",
                    "write the model into one file: onnx.save(onnx.load(\"model.onnx\"), \"whole.onnx\")");
        }
        return new TensorReader(tensor, place).read();
    }

    /** What a node of the operator Constant gives. */
    static Tensor ofConstant(OnnxNode node) throws OnnxException, UnsupportedException {
        Optional<TensorProto> value = node.tensor("value");
        if (value.isPresent()) {
            return read(value.get(), "the constant " + Quotes.of(node.output()));
        }
        if (node.has("value_float")) {
            return Tensor.scalar(node.number("value_float", 0));
        }
        if (node.has("value_int")) {
            return new Tensor(new int[0], new double[] {node.integer("value_int", 0)}, true);
        }
        if (node.has("value_floats")) {
            double[] numbers = node.numbers("value_floats");
            return new Tensor(new int[] {numbers.length}, numbers, false);
        }
        if (node.has("value_ints")) {
            return Tensor.ofWholes(node.integers("value_ints"));
        }
        String attributes = String.join(
                ", ",
                node.attributes().values().stream()
                        .map(AttributeProto::getName)
                        .sorted()
                        .toList());
        throw new UnsupportedException(
                "it is a constant of another kind: " + attributes, "export the model with constants that are tensors");
    }

    private Tensor read() throws OnnxException {
        double[] values = tensor.getRawData().isEmpty() ? fields() : raw();
        boolean isWhole = type != DataType.FLOAT
                && type != DataType.DOUBLE
                && type != DataType.FLOAT16
                && type != DataType.BFLOAT16;
        return new Tensor(shape, values, isWhole);
    }

    private double[] fields() throws OnnxException {
        return switch (type) {
            case FLOAT -> values(tensor.getFloatDataCount(), tensor::getFloatData);
            case DOUBLE -> values(tensor.getDoubleDataCount(), tensor::getDoubleData);
            case INT64 -> values(tensor.getInt64DataCount(), tensor::getInt64Data);
            case UINT32, UINT64 -> values(tensor.getUint64DataCount(), tensor::getUint64Data);
            case FLOAT16 -> values(tensor.getInt32DataCount(), i -> half((short) tensor.getInt32Data(i)));
            case BFLOAT16 ->
                values(tensor.getInt32DataCount(), i -> Float.intBitsToFloat(tensor.getInt32Data(i) << 16));
            case INT8, INT16, INT32, UINT8, UINT16, BOOL -> values(tensor.getInt32DataCount(), tensor::getInt32Data);
            default -> throw otherType();
        };
    }

    private double[] raw() throws OnnxException {
        ByteString bytes = tensor.getRawData();
        ByteBuffer data = bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        int width = switch (type) {
            case FLOAT, INT32, UINT32 -> Integer.BYTES;
            case DOUBLE, INT64, UINT64 -> Long.BYTES;
            case FLOAT16, BFLOAT16, INT16, UINT16 -> Short.BYTES;
            case INT8, UINT8, BOOL -> 1;
            default -> throw otherType();
        };
        if (bytes.size() % width != 0) {
            throw OnnxException.ofFile(place, "it has " + bytes.size() + " bytes for numbers of " + width);
        }
        return values(
                bytes.size() / width,
                switch (type) {
                    case FLOAT -> i -> data.getFloat(i * Integer.BYTES);
                    case DOUBLE -> i -> data.getDouble(i * Long.BYTES);
                    case INT32 -> i -> data.getInt(i * Integer.BYTES);
                    case UINT32 -> i -> Integer.toUnsignedLong(data.getInt(i * Integer.BYTES));
                    case FLOAT16 -> i -> half(data.getShort(i * Short.BYTES));
                    case BFLOAT16 -> i -> Float.intBitsToFloat(data.getShort(i * Short.BYTES) << 16);
                    case INT16 -> i -> data.getShort(i * Short.BYTES);
                    case UINT16 -> i -> Short.toUnsignedInt(data.getShort(i * Short.BYTES));
                    case INT8 -> i -> data.get(i);
                    case UINT8, BOOL -> i -> Byte.toUnsignedInt(data.get(i));
                    default -> i -> data.getLong(i * Long.BYTES);
                });
    }

    private double[] values(int count, IntToDoubleFunction value) throws OnnxException {
        if (count != size) {
            throw OnnxException.ofFile(
                    place, "it has " + count + " numbers, but its shape " + Shapes.text(shape) + " needs " + size);
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = value.applyAsDouble(i);
        }
        return values;
    }

    private OnnxException otherType() {
        return OnnxException.ofFile(
                place,
                "its numbers are of type " + type + ", which is not read",
                "export the model with numbers of type FLOAT, without quantisation");
    }

    /** From half precision (IEEE 754, binary16). */
    private static float half(short bits) {
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        float magnitude = switch (exponent) {
            case 0 -> fraction * 0x1p-24f;
            case 0x1f -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
            default -> Float.intBitsToFloat(((exponent + 112) << 23) | (fraction << 13));
        };
        return bits < 0 ? -magnitude : magnitude;
    }
}
