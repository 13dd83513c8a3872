package dev.netwright.processor.onnx;

import dev.netwright.onnx.schema.TensorProto.DataType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Numbers of one type as those of another: constants become what the type has. */
final class Casting {
    private static final Set<DataType> WHOLE = EnumSet.of(
            DataType.BOOL,
            DataType.INT8,
            DataType.INT16,
            DataType.INT32,
            DataType.INT64,
            DataType.UINT8,
            DataType.UINT16,
            DataType.UINT32,
            DataType.UINT64);

    private Casting() {}

    /** Whether a type, by its number, is one of real numbers. */
    static boolean isReal(long type) {
        return type == DataType.FLOAT_VALUE
                || type == DataType.DOUBLE_VALUE
                || type == DataType.FLOAT16_VALUE
                || type == DataType.BFLOAT16_VALUE;
    }

    /** Whether a type, by its number, is one of whole numbers. */
    static boolean isWhole(long type) {
        return WHOLE.contains(type(type));
    }

    static String name(long type) {
        return type(type).name();
    }

    private static DataType type(long number) {
        return Optional.ofNullable(DataType.forNumber((int) number)).orElse(DataType.UNDEFINED);
    }

    /** A constant as another type. */
    static Tensor apply(Call call) throws UnsupportedException {
        Tensor tensor = call.sizes(0);
        long type = call.node().integer("to", DataType.FLOAT_VALUE);
        DataType to = type(type);
        double[] values = new double[tensor.size()];
        boolean[] areOfSamples = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = cast(tensor.values()[i], to);
            areOfSamples[i] = tensor.isOfSamples(i);
        }
        return new Tensor(tensor.shape(), values, !isReal(type)).ofSamples(areOfSamples);
    }

    private static double cast(double value, DataType type) throws UnsupportedException {
        return switch (type) {
            case DOUBLE -> value;
            case FLOAT -> (float) value;
            case FLOAT16 -> rounded((float) value, 10, -14, 0x1.ffcp15);
            case BFLOAT16 -> rounded((float) value, 7, -126, 0x1.fep127);
            case BOOL -> value != 0 ? 1 : 0;
            case INT8 -> whole(value, Byte.MIN_VALUE, Byte.MAX_VALUE, type);
            case INT16 -> whole(value, Short.MIN_VALUE, Short.MAX_VALUE, type);
            case INT32 -> whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE, type);
            case INT64 -> whole(value, Long.MIN_VALUE, Long.MAX_VALUE, type);
            case UINT8 -> whole(value, 0, 0xff, type);
            case UINT16 -> whole(value, 0, 0xffff, type);
            case UINT32 -> whole(value, 0, 0xffffffffL, type);
            default ->
                throw new UnsupportedException(
                        "it makes constants numbers of type " + type, "use FLOAT, or whole numbers of up to 64 bits");
        };
    }

    /** The nearest number of a shorter type, of two that are as near the even one (IEEE 754). */
    private static double rounded(double value, int fractionBits, int leastExponent, double most) {
        if (value == 0 || !Double.isFinite(value)) {
            return value;
        }
        int exponent = Math.max(leastExponent, Math.getExponent(value));
        double step = Math.scalb(1.0, exponent - fractionBits);
        double rounded = Math.rint(value / step) * step;
        return Math.abs(rounded) > most ? Math.copySign(Double.POSITIVE_INFINITY, value) : rounded;
    }

    /** Towards 0. What a type has no number for differs from one runtime to the next. */
    private static double whole(double value, double least, double most, DataType type) throws UnsupportedException {
        double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
        if (!(whole >= least && whole <= most)) {
            throw new UnsupportedException(
                    "it makes " + value + " a number of type " + type + ", which has none such",
                    "use a type that has it, such as INT64");
        }
        return whole;
    }
}
