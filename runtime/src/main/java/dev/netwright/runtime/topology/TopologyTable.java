package dev.netwright.runtime.topology;

import java.util.Locale;

/** Prints a topology as a table, a line for each input and each layer. The same on every machine, whatever its language. */
final class TopologyTable {
    private static final int LEAST_NAME_WIDTH = 16;
    private static final int LEAST_WORK_WIDTH = 13;

    private final StringBuilder text = new StringBuilder();
    private final String format;

    private TopologyTable(int nameWidth, int workWidth) {
        format = "  %-" + nameWidth + "s %7s  %-" + workWidth + "s %12s %9s";
    }

    /** Ends without a line break. */
    static String of(Topology topology) {
        TopologyTable table = new TopologyTable(
                topology.layers().stream()
                        .mapToInt(layer -> layer.name().length())
                        .reduce(LEAST_NAME_WIDTH, Math::max),
                topology.layers().stream()
                        .mapToInt(layer -> work(layer).length())
                        .reduce(LEAST_WORK_WIDTH, Math::max));
        table.text.append(String.format(
                Locale.ROOT,
                "%s: %,d parameters, %,d multiply-adds",
                topology.name(),
                topology.parameterCount(),
                topology.multiplyAdds()));
        table.addRow("layer", "units", "activation", "weights", "biases");
        topology.inputs().forEach(input -> table.addRow(input.name(), input.size(), "", "", ""));
        topology.layers().forEach(table::add);
        if (topology.outputs().size() > 1) {
            table.text.append("\n  outputs: ").append(String.join(", ", topology.outputs()));
        }
        return table.text.toString();
    }

    private void add(NetworkLayer layer) {
        if (layer instanceof WeightedLayer weighted) {
            String weights = weighted.weightRows() + "x" + weighted.weightColumns();
            addRow(layer.name(), layer.units(), work(layer), weights, weighted.biasCount());
        } else {
            addRow(layer.name(), layer.units(), work(layer), "", "");
        }
    }

    private void addRow(Object... cells) {
        text.append('\n').append(String.format(Locale.ROOT, format, cells).stripTrailing());
    }

    /** {@code layer norm, relu, dropout 0.2}. */
    private static String work(NetworkLayer layer) {
        LayerTreatment treatment = layer.treatment();
        String normalization =
                treatment.normalizes() ? treatment.normalization().name().toLowerCase(Locale.ROOT) + " norm, " : "";
        String dropout = treatment.dropsOut() ? ", dropout " + treatment.dropout() : "";
        return normalization + layer.activation().name().toLowerCase(Locale.ROOT) + dropout;
    }
}
