package dev.netwright.runtime.file;

import java.nio.ByteBuffer;

/** What the numbers of a tensor are in a file: the names of the safetensors format, and how many bytes each has. */
enum ElementType {
    BOOL(1),
    U8(1),
    I8(1),
    U16(2),
    I16(2),
    U32(4),
    I32(4),
    U64(8),
    I64(8),
    F16(2),
    BF16(2),
    F32(4),
    F64(8);

    /** Of the 16 bits of a half: sign, 5 bits of exponent with a bias of 15, 10 of fraction (IEEE 754-2008). */
    private static final int HALF_FRACTION_BITS = 10;

    private static final int HALF_EXPONENT_MASK = 0x1f;
    private static final int HALF_FRACTION_MASK = 0x3ff;
    private static final int HALF_SIGN = 0x8000;
    private static final float HALF_SMALLEST = 0x1p-24f;

    /** From the exponent's bias in a half, 15, to that in a float, 127. */
    private static final int HALF_TO_FLOAT_BIAS = 112;

    private static final int FLOAT_FRACTION_BITS = 23;
    private static final int FLOAT_EXPONENT_MASK = 0xff;

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** Of one number. */
    int bytes() {
        return bytes;
    }

    /** Whether it is read as floats. */
    boolean isFloat() {
        return this == F16 || this == BF16 || this == F32;
    }

    /** The next number as a float, which is exact. */
    float readFloat(ByteBuffer from) {
        return switch (this) {
            case F16 -> half(from.getShort());
            case BF16 -> Float.intBitsToFloat(from.getShort() << Short.SIZE);
            case F32 -> from.getFloat();
            default -> throw new IllegalStateException(this + " is not read as floats");
        };
    }

    /** The next number as a long, which is exact but for a {@code U64} beyond 2⁶³ - 1, which becomes negative. */
    long readLong(ByteBuffer from) {
        return switch (this) {
            case BOOL, U8 -> from.get() & 0xffL;
            case I8 -> from.get();
            case U16 -> from.getShort() & 0xffffL;
            case I16 -> from.getShort();
            case U32 -> from.getInt() & 0xffffffffL;
            case I32 -> from.getInt();
            case U64, I64 -> from.getLong();
            default -> throw new IllegalStateException(this + " is not read as longs");
        };
    }

    private static float half(short bits) {
        int exponent = (bits >> HALF_FRACTION_BITS) & HALF_EXPONENT_MASK;
        int fraction = bits & HALF_FRACTION_MASK;
        int sign = (bits & HALF_SIGN) << Short.SIZE;
        if (exponent == 0) {
            return Float.intBitsToFloat(sign | Float.floatToRawIntBits(fraction * HALF_SMALLEST));
        }
        int widened = exponent == HALF_EXPONENT_MASK ? FLOAT_EXPONENT_MASK : exponent + HALF_TO_FLOAT_BIAS;
        int widenedFraction = fraction << (FLOAT_FRACTION_BITS - HALF_FRACTION_BITS);
        return Float.intBitsToFloat(sign | (widened << FLOAT_FRACTION_BITS) | widenedFraction);
    }
}
