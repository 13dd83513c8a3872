package dev.netwright.export;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.topology.OutputHead;
import java.util.List;

/** The methods that tell what features are called, and what outputs stand for. */
final class NamesSource {
    private final Network network;
    private final Names names;

    NamesSource(Network network, Names names) {
        this.network = network;
        this.names = names;
    }

    void write(SourceText text) {
        List<OutputHead> heads = network.topology().heads();
        for (int head = 0; head < heads.size(); head++) {
            List<String> labels = network.labels(head);
            if (!labels.isEmpty()) {
                boolean isOnly = heads.size() == 1;
                String name = heads.get(head).name();
                String method = isOnly ? "label" : names.method(name).replaceFirst("compute", "labelOf");
                write(
                        "What an output" + (isOnly ? "" : " of head " + Ascii.inComment(name)) + " stands for.",
                        isOnly ? "LABELS" : names.constant(name) + "_LABELS",
                        method,
                        "output",
                        labels,
                        text);
            }
        }
        if (!network.featureNames().isEmpty()) {
            write("What a feature is called.", "FEATURE_NAMES", "featureName", "feature", network.featureNames(), text);
        }
    }

    /*
     * private static final String[] LABELS = {"CAT", "DOG"};
     *
     * /** What an output stands for. *\/
     * public static String label(int output) {
     *     return Checks.name("output", LABELS, output);
     * }
     */
    private static void write(
            String comment, String constant, String method, String what, List<String> values, SourceText text) {
        text.line("");
        text.line("private static final String[] " + constant + " = {");
        values.forEach(value -> text.line(Ascii.literal(value) + ","));
        text.line("};");
        text.line("");
        text.comment(List.of(
                comment,
                "",
                "@param " + what + " from 0 to " + (values.size() - 1),
                "@throws IllegalArgumentException if there is none of that number"));
        text.line("public static String " + method + "(int " + what + ") {");
        text.line("return Checks.name(\"" + what + "\", " + constant + ", " + what + ");");
        text.line("}");
    }
}
