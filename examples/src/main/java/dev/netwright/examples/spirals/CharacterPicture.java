package dev.netwright.examples.spirals;

import dev.netwright.runtime.data.Dataset;

/** The plane in a terminal: {@code .} where the network sees the second arm, and the points as {@code o} and {@code #}. */
final class CharacterPicture {
    private static final int COLUMNS = 60;

    /** A character is about twice as high as wide. */
    private static final int ROWS = COLUMNS / 2;

    private static final char[] REGIONS = {' ', '.'};
    private static final char[] POINTS = {'o', '#'};

    private CharacterPicture() {}

    /** As lines, each with an end. */
    static String of(Spirals net, Dataset points) {
        Plane plane = new Plane(COLUMNS, ROWS);
        float[] probabilities = plane.probabilities(net);
        char[] cells = new char[probabilities.length];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = REGIONS[Math.round(probabilities[cell])];
        }
        for (int row = 0; row < points.rows(); row++) {
            int column = (int) plane.column(points.features()[2 * row]);
            int line = (int) plane.row(points.features()[2 * row + 1]);
            if (column >= 0 && column < COLUMNS && line >= 0 && line < ROWS) {
                cells[line * COLUMNS + column] =
                        POINTS[Math.round(points.targets().values()[row])];
            }
        }
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < ROWS; line++) {
            text.append(new String(cells, line * COLUMNS, COLUMNS).stripTrailing())
                    .append(System.lineSeparator());
        }
        return text.toString();
    }
}
