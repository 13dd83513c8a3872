package dev.netwright.onnx;

import dev.netwright.onnx.schema.ModelProto;
import dev.netwright.onnx.schema.OperatorSetIdProto;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.file.AtomicFile;
import dev.netwright.runtime.topology.CustomActivation;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * A network as an ONNX file, which ONNX Runtime and others run in many languages and on many machines.
 *
 * <pre>{@code
 * OnnxFile.write(net, Path.of("digits.onnx"));
 * }</pre>
 *
 * <p>The file has an input for each of the network's inputs and an output for each of its heads, with their names. They take and give any number of
 * rows, each as {@link Network#predict(float[]) predict} has it: {@code rows x features}, or where kernels or pools read pixels
 * {@code rows x height x width x channels}, in one dimension {@code rows x width x channels}. Inputs that pick rows of an embedding's table are
 * 64-bit whole numbers, all others floats. How the network scales its features is part of the graph.
 *
 * <p>Constants have the names and shapes of {@link dev.netwright.runtime.file.ModelLayout}, and nodes are named after their layer, {@code
 * hidden/Gemm}. Among the metadata are the fingerprint and the names of features and labels, as arrays of JSON.
 */
public final class OnnxFile {
    /** The set of operators that the file uses, ONNX's own: the first that has layer normalisation, of June 2022. */
    public static final int OPERATOR_SET = 17;

    /** The version of the format that came with these operators. */
    private static final int FORMAT = 8;

    /** No message of protobuf is larger; names and nodes have room beside the numbers. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - (1L << 26);

    private OnnxFile() {}

    /**
     * Writes a file, wholly or not at all: what was there before stays whole until all of the new one is on the disk.
     *
     * @param file its name, such as {@code digits.onnx}
     * @throws IllegalArgumentException if a layer applies a class of the user's, for which ONNX has no operator, if a parameter or a statistic
     *                                  is not finite, or if the network has more numbers than the 2 GiB of an ONNX file hold; no file is touched
     *                                  then
     * @throws IOException              if it cannot be written; the file that was there before is as it was then
     */
    public static void write(Network network, Path file) throws IOException {
        ModelProto model = of(network);
        AtomicFile.write(file, to -> write(model, Channels.newOutputStream(to)));
    }

    /**
     * Writes to a stream; does not close it.
     *
     * @throws IllegalArgumentException as {@link #write(Network, Path)}; nothing is written then
     * @throws IOException              if it cannot be written
     */
    public static void write(Network network, OutputStream out) throws IOException {
        write(of(network), out);
    }

    private static void write(ModelProto model, OutputStream out) throws IOException {
        model.writeTo(out);
        out.flush();
    }

    private static ModelProto of(Network network) {
        Topology topology = Objects.requireNonNull(network, "The network is null; give the one to write.")
                .topology();
        checkActivations(topology);
        checkSize(topology);
        return ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setProducerName("Netwright")
                .setProducerVersion(Metadata.version())
                .setDocString(topology.toString())
                .addAllMetadataProps(Metadata.of(network))
                .setGraph(OnnxGraph.of(network))
                .build();
    }

    private static void checkActivations(Topology topology) {
        for (NetworkLayer layer : topology.layers()) {
            if (layer.activation() instanceof CustomActivation custom
                    && custom.expression().isEmpty()) {
                throw new IllegalArgumentException("Layer " + layer.name() + " of " + topology.name() + " applies "
                        + custom.name()
                        + ", a class for which ONNX has no operator. To write the network as"
                        + " ONNX, train it with an activation of the table; to keep it as it is, use save.");
            }
        }
    }

    private static void checkSize(Topology topology) {
        long bytes = Float.BYTES * ((long) topology.parameterCount() + topology.statisticsCount());
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s has %,d parameters, which are %,d bytes; an ONNX file holds 2 GiB, of which %,d are for parameters."
                            + " Use save, whose files have no such limit, or fewer parameters.",
                    topology.name(),
                    topology.parameterCount(),
                    bytes,
                    MOST_BYTES));
        }
    }
}
