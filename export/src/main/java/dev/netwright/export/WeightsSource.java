package dev.netwright.export;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.kernel.BatchNormalization;
import dev.netwright.runtime.topology.EmbeddingLayer;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.WeightedLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The nested class with the numbers of all layers, each array under a name of its own. */
final class WeightsSource {
    private static final int LINES_IN_STRING = 100;

    private final Names names;
    private final String className;
    private final NumberTable numbers = new NumberTable();
    private final List<String> fields = new ArrayList<>();
    private final List<String> assignments = new ArrayList<>();

    WeightsSource(Network network, Names names, String className) {
        this.names = names;
        this.className = className;
        addScaling(network.standardizer());
        for (NetworkLayer layer : network.topology().layers()) {
            add(layer, network.parameters(), network.statistics());
        }
    }

    private void addScaling(Standardizer standardizer) {
        if (standardizer.isNone()) {
            return;
        }
        double[] means = standardizer.means();
        double[] deviations = standardizer.deviations();
        if (!standardizer.isInFloats()) {
            fields.add("/** How features are scaled. */");
            add("double[]", "means", numbers.doubles(means));
            add("double[]", "deviations", numbers.doubles(deviations));
            return;
        }
        int columns = means.length;
        float[] high = new float[columns];
        float[] low = new float[columns];
        float[] factors = new float[columns];
        for (int column = 0; column < columns; column++) {
            high[column] = (float) means[column];
            low[column] = (float) (means[column] - high[column]);
            factors[column] = (float) (1 / deviations[column]);
        }
        fields.add("/** How features are scaled: their means, each as the sum of two floats, and 1 / deviation. */");
        add("means", high, 0, columns);
        add("meansLow", low, 0, columns);
        add("factors", factors, 0, columns);
    }

    private void add(NetworkLayer layer, float[] parameters, float[] statistics) {
        String field = names.field(layer.name());
        int before = fields.size();
        if (layer instanceof WeightedLayer weighted) {
            add(field + "Weights", parameters, weighted.weightsOffset(), weighted.weightCount());
            if (!(layer instanceof EmbeddingLayer)) {
                add(field + "Biases", parameters, weighted.biasesOffset(), weighted.biasCount());
            }
        }
        LayerTreatment treatment = layer.treatment();
        int columns = layer.gainCount();
        if (treatment.normalizesBatch()) {
            float[] inverse = new float[columns];
            BatchNormalization.inverseDeviations(
                    statistics, treatment.statisticsOffset() + columns, treatment.epsilon(), inverse, columns);
            add(field + "Means", statistics, treatment.statisticsOffset(), columns);
            add(field + "InverseDeviations", inverse, 0, columns);
        }
        if (treatment.normalizes()) {
            add(field + "Gains", parameters, treatment.gainsOffset(), columns);
            add(field + "Shifts", parameters, treatment.gainsOffset() + columns, columns);
        }
        if (fields.size() > before) {
            fields.add(before, "/** Layer " + Ascii.inComment(layer.name()) + describe(layer) + ". */");
        }
    }

    private static String describe(NetworkLayer layer) {
        return layer instanceof WeightedLayer weighted
                ? "; its weights are " + weighted.weightRows() + " x " + weighted.weightColumns() + ", row by row"
                : "";
    }

    private void add(String name, float[] values, int from, int count) {
        add("float[]", name, count == 0 ? "new float[0]" : numbers.floats(values, from, count));
    }

    private void add(String type, String name, String code) {
        fields.add("final " + type + " " + name + ";");
        assignments.add(name + " = " + code + ";");
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    NumberTable numbers() {
        return numbers;
    }

    /*
     * /** The numbers of all layers. *\/
     * private static final class Weights {
     *     ...
     * }
     */
    void write(boolean isResource, SourceText text) {
        byte[] bytes = numbers.bytes();
        text.line("");
        text.comment(List.of("The numbers of all layers, which all objects share."));
        text.line("private static final class Weights {");
        text.comment(List.of("There are none before the first object asks for them."));
        text.line("private static Weights shared;");
        for (String field : fields) {
            if (field.startsWith("/")) {
                text.line("");
            }
            text.line(field);
        }
        text.line("");
        text.line("private Weights(byte[] numbers) {");
        assignments.forEach(text::line);
        text.line("}");
        text.line("");
        text.line("static synchronized Weights shared() {");
        text.line("if (shared == null) {");
        String count = numbers.count() + ", 0x"
                + Long.toHexString(NumberTable.checksum(bytes)).toUpperCase(Locale.ROOT) + "L";
        text.line("shared = new Weights(Numbers."
                + (isResource
                        ? "ofResource(" + className + ".class, \"" + className + ".bin\", " + count
                        : "ofText(text(), " + count)
                + "));");
        text.line("}");
        text.line("return shared;");
        text.line("}");
        if (!isResource) {
            writeText(NumberTable.lines(bytes), text);
        }
        text.line("}");
    }

    /** In strings that are short enough for a class, and have so few lines that no compiler minds their number. */
    private static void writeText(List<String> lines, SourceText text) {
        text.line("");
        text.comment(List.of("All numbers one after the other, each as five digits to the base 85."));
        text.line("private static String[] text() {");
        text.line("return new String[] {");
        for (int from = 0; from < lines.size(); from += LINES_IN_STRING) {
            int to = Math.min(lines.size(), from + LINES_IN_STRING);
            for (int i = from; i < to; i++) {
                text.line((i == from ? "" : "        + ") + "\"" + lines.get(i) + "\"" + (i == to - 1 ? "," : ""));
            }
        }
        text.line("};");
        text.line("}");
    }
}
