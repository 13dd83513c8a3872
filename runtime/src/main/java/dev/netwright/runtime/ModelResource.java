package dev.netwright.runtime;

import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.file.Tensor;
import dev.netwright.runtime.file.TensorFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Called by generated code: the resource beside a class whose network a file declares, with the numbers of that file. It was written with the
 * class, which knows their digest, so that no other will do.
 */
public final class ModelResource {
    private final String name;
    private final float[] parameters;
    private final float[] statistics;
    private final double[] means;
    private final double[] deviations;

    private ModelResource(String name, TensorFile file) {
        this.name = name;
        parameters = floats(file, "parameters");
        statistics = floats(file, "statistics");
        means = doubles(file, "means");
        deviations = doubles(file, "deviations");
    }

    /**
     * Reads a resource, and closes it.
     *
     * @param name   what the class calls it
     * @param digest SHA-256 of its numbers, in hexadecimal digits
     * @param in     the resource; null where there is none
     * @throws IllegalStateException if there is none, or it is damaged or of another network
     */
    public static ModelResource of(String name, String digest, InputStream in) {
        if (in == null) {
            throw new IllegalStateException(
                    "The resource " + name + " is not beside the class that was generated with it."
                            + " It has the network's parameters: let the build copy it to where the class goes, and let a tool that"
                            + " shrinks jars keep it. Where it was deleted, a clean build writes it again with its class, such as"
                            + " mvn clean package.");
        }
        try (in) {
            ModelResource resource = new ModelResource(name, TensorFile.read(in, name));
            if (!resource.digest().equals(digest)) {
                throw new IllegalStateException(
                        "The resource " + name + " is damaged, or of another network than the class"
                                + " beside it. Both are generated together: clean the build, and compile again.");
            }
            return resource;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The resource " + name + " cannot be read: " + e.getMessage()
                            + " It is generated with its class: clean the build, and compile again.",
                    e);
        }
    }

    private static float[] floats(TensorFile file, String tensor) {
        return file.find(tensor).map(Tensor::floats).orElse(new float[0]);
    }

    private static double[] doubles(TensorFile file, String tensor) {
        return file.find(tensor).map(Tensor::doubles).orElse(new double[0]);
    }

    private String digest() {
        int doubles = means.length + deviations.length;
        int floats = parameters.length + statistics.length;
        ByteBuffer bytes = ByteBuffer.allocate(doubles * Double.BYTES + floats * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (double mean : means) {
            bytes.putDouble(mean);
        }
        for (double deviation : deviations) {
            bytes.putDouble(deviation);
        }
        for (float parameter : parameters) {
            bytes.putFloat(parameter);
        }
        for (float statistic : statistics) {
            bytes.putFloat(statistic);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /**
     * Gives a network the numbers: its parameters, its statistics, and how features are scaled.
     *
     * @throws IllegalStateException if they are not as many as those of the network, which is then as it was
     */
    public void copyTo(Network network) {
        boolean fits = parameters.length == network.parameters().length
                && statistics.length == network.statistics().length
                && (means.length == 0 || means.length == network.inputSize());
        if (!fits) {
            throw new IllegalStateException("The resource " + name + " has " + parameters.length + " parameters and "
                    + statistics.length + " statistics, but "
                    + network.topology().name() + " has "
                    + network.parameters().length + " and " + network.statistics().length
                    + ". Clean the build, and compile"
                    + " again.");
        }
        System.arraycopy(parameters, 0, network.parameters(), 0, parameters.length);
        System.arraycopy(statistics, 0, network.statistics(), 0, statistics.length);
        if (means.length > 0) {
            network.standardize(Standardizer.of(means, deviations));
        }
    }
}
