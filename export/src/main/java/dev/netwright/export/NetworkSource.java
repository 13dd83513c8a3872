package dev.netwright.export;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.topology.EmbeddingLayer;
import dev.netwright.runtime.topology.NetworkInput;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.OutputHead;
import dev.netwright.runtime.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The source of the class that computes what a network does. */
final class NetworkSource {
    /** The parameter of methods that read them. */
    static final String FEATURES = "features";

    private final Network network;
    private final Topology topology;
    private final String packageName;
    private final String className;
    private final boolean isResource;
    private final Names names = new Names();
    private final List<LayerSource> layers = new ArrayList<>();
    private final WeightsSource weights;

    NetworkSource(Network network, String packageName, String className, boolean isResource) {
        this.network = network;
        this.topology = network.topology();
        this.packageName = packageName;
        this.className = className;
        this.isResource = isResource;
        topology.inputs().forEach(input -> names.add(input.name()));
        topology.layers().forEach(layer -> names.add(layer.name()));
        Map<String, Operand> operands = new HashMap<>();
        for (NetworkInput input : topology.inputs()) {
            int first = topology.firstColumn(input.name());
            operands.put(input.name(), new Operand(input.name(), FEATURES, first, input.size(), true));
        }
        for (int i = 0; i < topology.layers().size(); i++) {
            NetworkLayer layer = topology.layers().get(i);
            List<Operand> sources =
                    topology.sources(i).stream().map(operands::get).toList();
            Optional<Operand> residual =
                    Optional.ofNullable(operands.get(layer.wiring().residual()));
            LayerSource source = new LayerSource(layer, names, sources, residual);
            operands.put(layer.name(), source.output());
            layers.add(source);
        }
        this.weights = new WeightsSource(network, names, className);
    }

    /** All numbers of the network. */
    NumberTable numbers() {
        return weights.numbers();
    }

    String write() {
        SourceText body = new SourceText();
        body.line("@SuppressWarnings(\"strictfp\")");
        body.line("public final strictfp class " + className + " {");
        writeConstants(body);
        writeFields(body);
        writeConstructor(body);
        writePredictions(body);
        new NamesSource(network, names).write(body);
        layers.forEach(layer -> layer.writeMethod(body));
        if (!weights.isEmpty()) {
            weights.write(isResource, body);
        }
        Parts parts = Parts.calledBy(body.toString());
        parts.write(body);
        body.line("}");

        SourceText text = new SourceText();
        if (!packageName.isEmpty()) {
            text.line("package " + packageName + ";");
            text.line("");
        }
        parts.imports().forEach(text::line);
        if (!parts.imports().isEmpty()) {
            text.line("");
        }
        writeHeader(text);
        return Ascii.escaped(text + body.toString());
    }

    private void writeHeader(SourceText text) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("The network " + Ascii.inComment(topology.name()) + " as it was trained, for predictions alone: "
                + topology.inputSize() + " features in, " + topology.outputSize() + " outputs out.");
        paragraphs.add("");
        paragraphs.add("<pre>{@code");
        topology.toString().lines().forEach(line -> paragraphs.add(Ascii.inComment(Ascii.ofComments(line))));
        paragraphs.add("}</pre>");
        paragraphs.add("");
        paragraphs.add(
                "<p>Outputs have the same bits as those of that network, on every Java platform from version 8 on: every sum has one order, and "
                        + "nothing is called that may differ. This file needs no other"
                        + (isResource
                                ? ", but its weights lie in the resource " + className + ".bin beside the class."
                                : "."));
        paragraphs.add("");
        paragraphs.add(
                "<p>An object is for one thread at a time, since it has the arrays that a prediction needs. Make one for each thread: all of them share "
                        + "their weights.");
        paragraphs.add("");
        paragraphs.add("<p>Written by Netwright; fingerprint " + topology.fingerprint() + ".");
        text.comment(paragraphs);
    }

    /*
     * /** Features of one sample. *\/
     * public static final int INPUTS = 4;
     */
    private void writeConstants(SourceText text) {
        text.comment(List.of("Features of one sample."));
        text.line("public static final int INPUTS = " + topology.inputSize() + ";");
        if (topology.inputs().size() > 1) {
            for (NetworkInput input : topology.inputs()) {
                writeRange("Input", "features", input.name(), topology.firstColumn(input.name()), input.size(), text);
            }
        }
        text.line("");
        text.comment(List.of("Outputs for one sample."));
        text.line("public static final int OUTPUTS = " + topology.outputSize() + ";");
        if (topology.outputs().size() > 1) {
            for (OutputHead head : topology.heads()) {
                writeRange("Head", "outputs", head.name(), head.firstColumn(), head.units(), text);
            }
        }
    }

    private void writeRange(String what, String of, String name, int first, int count, SourceText text) {
        text.line("");
        text.comment(List.of(what + " " + Ascii.inComment(name) + ": the number of the first of its " + of
                + ", and how many it has."));
        text.line("public static final int " + names.constant(name) + "_FIRST = " + first + ";");
        text.line("public static final int " + names.constant(name) + "_COUNT = " + count + ";");
    }

    private void writeFields(SourceText text) {
        if (!weights.isEmpty()) {
            text.line("");
            text.line("private final Weights weights;");
        }
        if (isScaled()) {
            text.line("");
            text.comment(List.of("Features as the first layer reads them."));
            text.line("private final float[] scaled = new float[INPUTS];");
        }
        layers.forEach(layer -> layer.writeFields(text));
    }

    private void writeConstructor(SourceText text) {
        text.line("");
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("An object for one thread" + (weights.isEmpty() ? "." : ". The first one reads the weights."));
        if (isResource && !weights.isEmpty()) {
            paragraphs.add("");
            paragraphs.add(
                    "@throws IllegalStateException if the resource " + className + ".bin is not there, or is damaged");
        }
        text.comment(paragraphs);
        text.line("public " + className + "() {");
        if (!weights.isEmpty()) {
            text.line("weights = Weights.shared();");
        }
        text.line("}");
    }

    private boolean isScaled() {
        return !network.standardizer().isNone();
    }

    private void writePredictions(SourceText text) {
        String throwing = "@throws IllegalArgumentException if a length is wrong, or a feature is not finite"
                + (isScaled() ? " or outgrows the scaling" : "")
                + (hasIndices() ? " or picks no row of its table" : "");
        text.line("");
        text.comment(List.of(
                "The outputs for one sample.",
                "",
                "@param features " + topology.inputSize() + " of them",
                "@return a new array of " + topology.outputSize(),
                throwing));
        text.line("public float[] predict(float[] features) {");
        text.line("float[] outputs = new float[OUTPUTS];");
        text.line("predict(features, outputs);");
        text.line("return outputs;");
        text.line("}");
        text.line("");
        text.comment(List.of(
                "The outputs for one sample, written into the caller's array. Allocates nothing.",
                "",
                "@param features " + topology.inputSize() + " of them",
                "@param outputs receives " + topology.outputSize(),
                throwing + "; outputs are then unchanged"));
        text.line("public void predict(float[] features, float[] outputs) {");
        text.line("Checks.length(\"features\", features, INPUTS);");
        text.line("Checks.length(\"outputs\", outputs, OUTPUTS);");
        text.line("Checks.finite(features);");
        writeIndexChecks(text);
        String features = writeScaling(text);
        layers.forEach(layer -> text.line(layer.call(features)));
        for (OutputHead head : topology.heads()) {
            int index =
                    topology.layers().stream().map(NetworkLayer::name).toList().indexOf(head.name());
            text.line("System.arraycopy(" + layers.get(index).output().arguments() + ", outputs, " + head.firstColumn()
                    + ", " + head.units() + ");");
        }
        text.line("}");
    }

    private boolean hasIndices() {
        return topology.layers().stream().anyMatch(layer -> layer instanceof EmbeddingLayer);
    }

    private void writeIndexChecks(SourceText text) {
        Set<String> checks = new LinkedHashSet<>();
        for (int i = 0; i < topology.layers().size(); i++) {
            if (topology.layers().get(i) instanceof EmbeddingLayer embedding) {
                int first = topology.firstColumn(topology.sources(i).get(0));
                checks.add("Checks.indices(features, " + first + ", " + (first + embedding.inputs()) + ", "
                        + embedding.vocabulary() + ");");
            }
        }
        checks.forEach(text::line);
    }

    /** Returns the array with what the first layer reads. */
    private String writeScaling(SourceText text) {
        Standardizer standardizer = network.standardizer();
        if (standardizer.isNone()) {
            return FEATURES;
        }
        text.line(
                standardizer.isInFloats()
                        ? "Kernels.scale(features, weights.means, weights.meansLow, weights.factors, scaled);"
                        : "Kernels.scaleInDoubles(features, weights.means, weights.deviations, scaled);");
        text.line("Checks.scaled(features, scaled);");
        return "scaled";
    }

    /** A float in Java. */
    static String literal(float value) {
        return value + "f";
    }
}
