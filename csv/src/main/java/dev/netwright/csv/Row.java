package dev.netwright.csv;

import java.util.List;

/**
 * One row of a file.
 *
 * @param line  the line it begins on, from 1
 * @param cells what stands between the separators, without quotes
 */
record Row(long line, List<String> cells) {
    /** The line that a cell begins on: quoted cells before it may have line breaks. */
    long lineOf(int column) {
        long at = line;
        for (String cell : cells.subList(0, column)) {
            at += lineBreaks(cell);
        }
        return at;
    }

    /** The line after this row. */
    long nextLine() {
        return lineOf(cells.size()) + 1;
    }

    boolean isBlank() {
        return cells.size() == 1 && cells.get(0).isEmpty();
    }

    /** CR, LF and CR LF are one line break each. */
    private static int lineBreaks(String cell) {
        int breaks = 0;
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) == '\n' ? i == 0 || cell.charAt(i - 1) != '\r' : cell.charAt(i) == '\r') {
                breaks++;
            }
        }
        return breaks;
    }
}
