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
import java.util.stream.Collectors;

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
            texts.add(array("features." + input.name(), features.subList(first, first + input.size())));
        }
        for (int head = 0; head < topology.outputs().size(); head++) {
            if (!network.labels(head).isEmpty()) {
                texts.add(array("labels." + topology.outputs().get(head), network.labels(head)));
            }
        }
        return texts;
    }

    /** As JSON, for the classes of a file from elsewhere are called anything. */
    private static StringStringEntryProto array(String key, List<String> names) {
        return text(key, names.stream().map(Metadata::quoted).collect(Collectors.joining(", ", "[", "]")));
    }

    private static String quoted(String name) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                // Half of a letter has no place in a text of protobuf.
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
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
