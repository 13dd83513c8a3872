package dev.netwright.export.parts;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** One class of those that a network in one file has in it, as {@code Parts} says. */
final class Numbers {
    private static final int BYTES = 4;

    /** The characters of a number, which are its digits to the base 85 from '#' on without the backslash. */
    private static final int DIGITS = 5;

    /** The bytes of all numbers, the lowest of each first. */
    static byte[] ofText(String[] texts, int count, long checksum) {
        byte[] bytes = new byte[BYTES * count];
        int at = 0;
        for (String text : texts) {
            for (int i = 0; i + DIGITS <= text.length() && at < bytes.length; i += DIGITS) {
                int number = 0;
                for (int digit = i; digit < i + DIGITS; digit++) {
                    char c = text.charAt(digit);
                    number = 85 * number + c - (c > '\\' ? '$' : '#');
                }
                for (int part = 0; part < BYTES; part++) {
                    bytes[at] = (byte) (number >> 8 * part);
                    at++;
                }
            }
        }
        if (at < bytes.length || checksum(bytes) != checksum) {
            throw new IllegalStateException(
                    "The text of the weights was changed after it was written; write the file again.");
        }
        return bytes;
    }

    /** The bytes of all numbers, the lowest of each first, from a resource beside a class. */
    static byte[] ofResource(Class<?> owner, String name, int count, long checksum) {
        byte[] bytes = new byte[BYTES * count];
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no resource " + name + " beside the class " + owner.getName()
                        + "; put the file of that name there, which was written with the source.");
            }
            int length = 0;
            int read = in.read(bytes, 0, bytes.length);
            while (read > 0) {
                length += read;
                read = in.read(bytes, length, bytes.length - length);
            }
            if (length < bytes.length || in.read() >= 0) {
                throw new IllegalStateException("The resource " + name + " has "
                        + (length < bytes.length ? length + " bytes" : "more than " + length + " bytes")
                        + ", but should have " + bytes.length
                        + ": it is damaged, or was written with another source; write both again.");
            }
        } catch (IOException e) {
            throw new IllegalStateException("The resource " + name + " cannot be read: " + e.getMessage(), e);
        }
        if (checksum(bytes) != checksum) {
            throw new IllegalStateException("The resource " + name
                    + " has other numbers than its class was written with: it is damaged, or was written with another source;"
                    + " write both again.");
        }
        return bytes;
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length);
        return crc.getValue();
    }

    /** Some of the numbers, from a place on. */
    static float[] floats(byte[] bytes, int from, int count) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = Float.intBitsToFloat(bits(bytes, from + i));
        }
        return floats;
    }

    /** Some of the numbers as doubles, each of two numbers, of which the first has the lower bits. */
    static double[] doubles(byte[] bytes, int from, int count) {
        double[] doubles = new double[count];
        for (int i = 0; i < count; i++) {
            long low = bits(bytes, from + 2 * i) & 0xFFFFFFFFL;
            long high = bits(bytes, from + 2 * i + 1);
            doubles[i] = Double.longBitsToDouble(high << 32 | low);
        }
        return doubles;
    }

    private static int bits(byte[] bytes, int number) {
        int at = BYTES * number;
        return bytes[at] & 0xFF
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }
}
