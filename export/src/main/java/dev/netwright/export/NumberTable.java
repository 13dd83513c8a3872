package dev.netwright.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32;

/** All numbers of a network one after the other, as bytes or as text. An array of the exported class has some of them, from a place on. */
final class NumberTable {
    /** Digits of a number in text, to the base 85. */
    private static final int DIGITS = 5;

    private static final int BASE = 85;
    private static final int NUMBERS_IN_LINE = 20;

    private final List<Array> arrays = new ArrayList<>();
    private long count;

    /**
     * Numbers that lie together.
     *
     * @param bits  those of each
     * @param count how many
     */
    private record Array(IntUnaryOperator bits, int count) {}

    /** The code that has these numbers as an array again. */
    String floats(float[] values, int from, int length) {
        String code = "Numbers.floats(numbers, " + count + ", " + length + ")";
        arrays.add(new Array(i -> Float.floatToRawIntBits(values[from + i]), length));
        count += length;
        return code;
    }

    /** The same for doubles, each of which is two numbers: its lower half, and its upper one. */
    String doubles(double[] values) {
        String code = "Numbers.doubles(numbers, " + count + ", " + values.length + ")";
        arrays.add(new Array(
                i -> (int) (Double.doubleToRawLongBits(values[i / 2]) >>> (i % 2 * Integer.SIZE)), 2 * values.length));
        count += 2L * values.length;
        return code;
    }

    /** How many numbers there are. */
    long count() {
        return count;
    }

    /** All of them, four bytes each, the lowest first. */
    byte[] bytes() {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.toIntExact(Float.BYTES * count)).order(ByteOrder.LITTLE_ENDIAN);
        for (Array array : arrays) {
            for (int i = 0; i < array.count; i++) {
                bytes.putInt(array.bits.applyAsInt(i));
            }
        }
        return bytes.array();
    }

    /** The CRC-32 of the bytes. */
    static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    /** Bytes as lines of text, five characters for each number: the digits from {@code #} on without the backslash, the highest first. */
    static List<String> lines(byte[] bytes) {
        ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<String> lines = new ArrayList<>();
        char[] digits = new char[DIGITS];
        StringBuilder line = new StringBuilder();
        while (numbers.hasRemaining()) {
            long rest = Integer.toUnsignedLong(numbers.getInt());
            for (int i = DIGITS - 1; i >= 0; i--) {
                char digit = (char) ('#' + rest % BASE);
                digits[i] = digit < '\\' ? digit : (char) (digit + 1);
                rest /= BASE;
            }
            line.append(digits);
            if (line.length() == DIGITS * NUMBERS_IN_LINE || !numbers.hasRemaining()) {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        return lines;
    }
}
