package dev.netwright.console;

import java.util.ArrayList;
import java.util.List;

/** A terminal that understands carriage returns and line ends, and refuses every other control character. */
final class Screen {
    private final List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
    private final List<String> drawn = new ArrayList<>();
    private int column;

    static Screen showing(String text) {
        Screen screen = new Screen();
        text.chars().forEach(c -> screen.put((char) c));
        return screen;
    }

    private void put(char c) {
        StringBuilder row = rows.get(rows.size() - 1);
        if (c == '\r' || c == '\n') {
            drawn.add(row.toString());
            column = 0;
            if (c == '\n') {
                rows.add(new StringBuilder());
            }
            return;
        }
        if (Character.isISOControl(c)) {
            throw new AssertionError("A control character: " + (int) c);
        }
        if (column < row.length()) {
            row.setCharAt(column, c);
        } else {
            row.append(c);
        }
        column++;
    }

    /** What is left to read, without the blanks at the ends of the rows. */
    List<String> rows() {
        return rows.stream().map(row -> row.toString().stripTrailing()).toList();
    }

    /** What the last row has shown before each carriage return and line end. */
    List<String> drawn() {
        return drawn;
    }

    /** Where the next character goes. */
    int column() {
        return column;
    }
}
