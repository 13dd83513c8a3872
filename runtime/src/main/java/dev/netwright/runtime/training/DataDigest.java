package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.data.Targets;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of many numbers, to the bit, for texts that tell one data set from another. */
final class DataDigest {
    /** As many hexadecimal digits as a text has of it: two data sets are not alike by accident. */
    private static final int DIGITS = 16;

    private static final int CHUNK = 1 << 13;

    private final MessageDigest digest = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Double.BYTES);

    private DataDigest() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Such as {@code 120 rows, 4 features, 52f0c1a89b3e7d64}. */
    static String of(Dataset data) {
        DataDigest digest = new DataDigest();
        digest.add(data.features(), data.rows() * data.inputs());
        for (int head = 0; head < data.heads(); head++) {
            Targets targets = data.targets(head);
            digest.add(targets.width());
            digest.add(targets.values(), targets.values().length);
            for (int label : targets.labels()) {
                digest.add(label);
            }
            digest.add(targets.weights(), targets.weights().length);
        }
        return data.rows() + " rows, " + data.inputs() + " features, " + digest.digits();
    }

    /** Parameters and statistics. */
    static String ofParameters(Network network) {
        DataDigest digest = new DataDigest();
        digest.add(network.parameters(), network.parameters().length);
        digest.add(network.statistics(), network.statistics().length);
        return digest.digits();
    }

    /** {@code none} where there is none. */
    static String of(Standardizer standardizer) {
        if (standardizer.isNone()) {
            return "none";
        }
        DataDigest digest = new DataDigest();
        digest.add(standardizer.means());
        digest.add(standardizer.deviations());
        return digest.digits();
    }

    private void add(float[] numbers, int count) {
        add(count);
        for (int i = 0; i < count; i++) {
            add(Float.floatToRawIntBits(numbers[i]));
        }
    }

    private void add(double[] numbers) {
        for (double number : numbers) {
            long bits = Double.doubleToRawLongBits(number);
            add((int) (bits >>> Integer.SIZE));
            add((int) bits);
        }
    }

    private void add(int bits) {
        if (buffer.remaining() < Integer.BYTES) {
            flush();
        }
        buffer.putInt(bits);
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }

    private String digits() {
        flush();
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }
}
