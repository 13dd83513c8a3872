package dev.netwright.processor.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The numbers of a network in the order in which its class has them, and the resource that keeps them: safetensors with an array each. */
public final class NetworkNumbers {
    private static final String PARAMETERS = "parameters";
    private static final String STATISTICS = "statistics";
    private static final String MEANS = "means";
    private static final String DEVIATIONS = "deviations";

    /** Headers are filled up with spaces to a multiple of this. */
    private static final int ALIGNMENT = 8;

    private final float[] parameters;
    private final float[] statistics;
    private final double[] means;
    private final double[] deviations;

    /**
     * @param parameters layer after layer its weights, biases, gains and shifts
     * @param statistics layer after layer its means and variances
     * @param means      of the features, or none
     * @param deviations of the features, or none
     */
    NetworkNumbers(float[] parameters, float[] statistics, double[] means, double[] deviations) {
        this.parameters = parameters;
        this.statistics = statistics;
        this.means = means;
        this.deviations = deviations;
    }

    /** Layer after layer its weights, biases, gains and shifts. */
    float[] parameters() {
        return parameters;
    }

    /** Whether features are scaled. */
    public boolean scales() {
        return means.length > 0;
    }

    private byte[] data() {
        int count = (parameters.length + statistics.length) * Float.BYTES + 2 * means.length * Double.BYTES;
        ByteBuffer data = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        // Doubles first, so that all lie at multiples of their size.
        for (double mean : means) {
            data.putDouble(mean);
        }
        for (double deviation : deviations) {
            data.putDouble(deviation);
        }
        for (float parameter : parameters) {
            data.putFloat(parameter);
        }
        for (float statistic : statistics) {
            data.putFloat(statistic);
        }
        return data.array();
    }

    /** SHA-256 of all numbers, little-endian: means, deviations, parameters, statistics. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** The resource. The same numbers give the same bytes. */
    public byte[] resource() {
        byte[] data = data();
        byte[] header = header();
        ByteBuffer resource =
                ByteBuffer.allocate(Long.BYTES + header.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        return resource.putLong(header.length).put(header).put(data).array();
    }

    private byte[] header() {
        StringBuilder header = new StringBuilder("{");
        long end = 0;
        end = append(header, MEANS, "F64", means.length, end, Double.BYTES);
        end = append(header, DEVIATIONS, "F64", deviations.length, end, Double.BYTES);
        end = append(header, PARAMETERS, "F32", parameters.length, end, Float.BYTES);
        append(header, STATISTICS, "F32", statistics.length, end, Float.BYTES);
        header.append('}');
        while (header.length() % ALIGNMENT != 0) {
            header.append(' ');
        }
        return header.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static long append(StringBuilder header, String name, String type, int count, long start, int bytes) {
        if (count == 0) {
            return start;
        }
        long end = start + (long) count * bytes;
        header.append(header.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":{\"dtype\":\"")
                .append(type)
                .append("\",\"shape\":[")
                .append(count)
                .append("],\"data_offsets\":[")
                .append(start)
                .append(',')
                .append(end)
                .append("]}");
        return end;
    }
}
