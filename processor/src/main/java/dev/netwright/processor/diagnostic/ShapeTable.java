package dev.netwright.processor.diagnostic;

import java.util.List;
import java.util.Locale;

/**
 * The layers of a declaration as a table, right or wrong, in which an arrow shows where a fault is.
 *
 * @param rows the input, if there is one, and then the layers
 */
public record ShapeTable(List<Row> rows) {
    /** More rows than this are left out far from the fault. */
    private static final int NEIGHBOURS = 5;

    /**
     * One row.
     *
     * @param name  the layer's name, or {@code input}
     * @param shape such as {@code 784 -> 128}; a {@code ?} stands for what is missing
     * @param note  the activation; empty for the input
     * @param layer the number of the layer from 0; of an input as {@link Finding} numbers them
     */
    public record Row(String name, String shape, String note, int layer) {}

    /** Copies the rows. */
    public ShapeTable {
        rows = List.copyOf(rows);
    }

    /** The table with an arrow at a layer; no arrow for a number that no row has. */
    public String pointingAt(int layer) {
        int nameWidth = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        int shapeWidth =
                rows.stream().mapToInt(row -> row.shape().length()).max().orElse(0);
        StringBuilder table = new StringBuilder();
        boolean skipped = false;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean isNear = Math.abs(Math.max(-1, row.layer()) - Math.max(0, layer)) <= NEIGHBOURS;
            if (!isNear && row.layer() >= 0 && i != rows.size() - 1) {
                skipped = true;
                continue;
            }
            if (skipped) {
                table.append("      ...\n");
                skipped = false;
            }
            String line = String.format(
                    Locale.ROOT,
                    "  %s %-" + nameWidth + "s  %" + shapeWidth + "s  %s",
                    row.layer() == layer ? "-->" : "   ",
                    row.name(),
                    row.shape(),
                    row.note());
            table.append(line.stripTrailing()).append('\n');
        }
        return table.toString();
    }
}
