package dev.netwright.onnx;

import dev.netwright.onnx.schema.StringStringEntryProto;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.topology.NetworkInput;
import dev.netwright.runtime.topology.Topology;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The texts of a file: what network it is of, and what its features and outputs are called. */
final class Metadata {
    private static final String PREFIX = "netwright.";

    private Metadata() {}

    static List<StringStringEntryProto> of(Network network) {
        Topology topology = network.topology();
        List<StringStringEntryProto> texts = new ArrayList<>();
        texts.add(text("name", topology.name()));
        texts.add(text("fingerprint", topology.fingerprint()));
        List<String> features = network.featureNames();
        for (NetworkInput input : features.isEmpty() ? List.<NetworkInput>of() : topology.inputs()) {
            int first = topology.firstColumn(input.name());
            texts.add(joined("features." + input.name(), features.subList(first, first + input.size())));
        }
        for (int head = 0; head < topology.outputs().size(); head++) {
            if (!network.labels(head).isEmpty()) {
                texts.add(joined("labels." + topology.outputs().get(head), network.labels(head)));
            }
        }
        return texts;
    }

    /** Names of records and enums have no commas. */
    private static StringStringEntryProto joined(String key, List<String> names) {
        return text(key, String.join(",", names));
    }

    private static StringStringEntryProto text(String key, String value) {
        return StringStringEntryProto.newBuilder()
                .setKey(PREFIX + key)
                .setValue(value)
                .build();
    }

    /** Of this library. */
    static String version() {
        try (InputStream in = Metadata.class.getResourceAsStream("version.txt")) {
            if (in == null) {
                throw new IllegalStateException(
                        "The jar of netwright-onnx lacks version.txt; take it as it was published.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
