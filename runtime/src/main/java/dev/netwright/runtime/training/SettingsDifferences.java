package dev.netwright.runtime.training;

import java.util.ArrayList;
import java.util.List;

/** The settings of a run in a file that are others than those of the run that is to go on, as a table with both side by side. */
final class SettingsDifferences {
    /** Longer texts are broken where they have a comma. */
    private static final int WIDTH = 60;

    /** What a file says may be of any length: this is not. */
    private static final int MOST_LINES = 60;

    private static final int MOST_COLUMNS = 120;

    private record Row(String name, List<String> file, List<String> here) {
        private String file(int line) {
            return line < file.size() ? file.get(line) : "";
        }

        private String here(int line) {
            return line < here.size() ? here.get(line) : "";
        }

        private int lines() {
            return Math.max(file.size(), here.size());
        }
    }

    private final List<Row> rows = new ArrayList<>();

    void add(String name, String file, String here) {
        rows.add(new Row(name, lines(file), lines(here)));
    }

    /** Two tables, whose lines belong together and stay whole. */
    void addTables(String name, String file, String here) {
        rows.add(new Row(name, tableLines(file), tableLines(here)));
    }

    boolean has(String name) {
        return rows.stream().anyMatch(row -> row.name.equals(name));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", MOST_LINES + 1)) {
            wrap(line, lines);
        }
        return limited(lines);
    }

    private static List<String> tableLines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", MOST_LINES + 1)) {
            lines.add(shortened(line));
        }
        return limited(lines);
    }

    private static List<String> limited(List<String> lines) {
        if (lines.size() > MOST_LINES) {
            lines.subList(MOST_LINES, lines.size()).clear();
            lines.add("...");
        }
        return lines;
    }

    private static void wrap(String line, List<String> lines) {
        String rest = line;
        while (rest.length() > WIDTH && lines.size() <= MOST_LINES) {
            int comma = rest.lastIndexOf(", ", WIDTH);
            if (comma < 0) {
                break;
            }
            lines.add(rest.substring(0, comma + 1));
            rest = rest.substring(comma + 2);
        }
        lines.add(shortened(rest));
    }

    private static String shortened(String line) {
        return line.length() > MOST_COLUMNS ? line.substring(0, MOST_COLUMNS) + "..." : line;
    }

    /** A line for each setting, or several; ends without a line break. */
    @Override
    public String toString() {
        int names = 0;
        int width = "the file".length();
        for (Row row : rows) {
            names = Math.max(names, row.name.length());
            for (String line : row.file) {
                width = Math.max(width, line.length());
            }
        }
        StringBuilder text = new StringBuilder(line("", names, "the file", width, "|", "here"));
        for (Row row : rows) {
            for (int i = 0; i < row.lines(); i++) {
                String mark = row.file(i).equals(row.here(i)) ? "|" : "#";
                text.append('\n').append(line(i == 0 ? row.name : "", names, row.file(i), width, mark, row.here(i)));
            }
        }
        return text.toString();
    }

    private static String line(String name, int names, String file, int width, String mark, String here) {
        return ("  " + padded(name, names) + "  " + padded(file, width) + "  " + mark + "  " + here).stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
