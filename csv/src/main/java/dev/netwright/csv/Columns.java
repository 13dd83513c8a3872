package dev.netwright.csv;

import dev.netwright.runtime.data.DataFormatException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The names of a file's columns. */
final class Columns {
    private final CsvFile file;
    private final long line;
    private final List<String> names;
    private final Map<String, Integer> indexes = new HashMap<>();

    private Columns(CsvFile file, long line, List<String> names) {
        this.file = file;
        this.line = line;
        this.names = names;
        for (int column = 0; column < names.size(); column++) {
            indexes.put(names.get(column), column);
        }
    }

    /** From a file's first row. */
    static Columns ofHeader(CsvFile file, Row header) throws DataFormatException {
        List<String> names = header.cells().stream().map(String::strip).toList();
        Map<String, Integer> seen = new HashMap<>();
        for (int column = 0; column < names.size(); column++) {
            String name = names.get(column);
            Integer first = seen.putIfAbsent(name, column);
            if (first != null && !name.isEmpty()) {
                throw file.failure(
                        header.lineOf(column),
                        "the columns " + (first + 1) + " and " + (column + 1) + " are both named " + Text.quote(name)
                                + "; give each a name of its own in the file.");
            }
        }
        return new Columns(file, header.line(), names);
    }

    /** Given by the caller, or numbered from 1 where the list is empty. */
    static Columns given(CsvFile file, List<String> names, Row first) throws DataFormatException {
        int columns = first.cells().size();
        if (names.isEmpty()) {
            return new Columns(
                    file,
                    first.line(),
                    IntStream.rangeClosed(1, columns)
                            .mapToObj(Integer::toString)
                            .toList());
        }
        if (names.size() != columns) {
            throw file.failure(
                    first.line(),
                    "the row has " + Text.count(columns, "cell") + ", but " + Text.count(names.size(), "name")
                            + " were given to withoutHeader(...); give one for each.");
        }
        return new Columns(file, first.line(), names);
    }

    /** A failure in the line that names the columns. */
    DataFormatException failure(String problem) {
        return file.failure(line, problem);
    }

    int count() {
        return names.size();
    }

    String name(int column) {
        return names.get(column);
    }

    /** Such as {@code column 2 (petal_width)}. */
    String describe(int column) {
        return "column " + (column + 1) + " (" + Text.printable(names.get(column)) + ")";
    }

    List<Integer> indexes(List<String> wanted) throws DataFormatException {
        List<Integer> found = new ArrayList<>();
        for (String name : wanted) {
            found.add(index(name));
        }
        return found;
    }

    private int index(String name) throws DataFormatException {
        Integer index = indexes.get(name);
        if (index == null) {
            throw failure("there is no column " + Text.quote(name) + Text.didYouMean(name, names) + "; the columns are "
                    + Text.list(names) + "." + separatorHint());
        }
        return index;
    }

    private String separatorHint() {
        if (names.size() > 1) {
            return "";
        }
        for (char separator : new char[] {';', '\t', '|', ','}) {
            if (names.get(0).indexOf(separator) >= 0) {
                String written = separator == '\t' ? "\\t" : Character.toString(separator);
                return " If the file is separated by '" + written + "', call separator('" + written + "').";
            }
        }
        return "";
    }

    /**
     * The columns that remain. One without a name among them is refused: it may as well be the number of the row.
     */
    List<Integer> allBut(List<Integer> targets, List<Integer> ignored) throws DataFormatException {
        List<Integer> remaining = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            if (!targets.contains(column) && !ignored.contains(column)) {
                if (names.get(column).isEmpty()) {
                    throw failure("column " + (column + 1)
                            + " has no name, so nobody can say whether it is a feature; name it, or name the features with"
                            + " features(...).");
                }
                remaining.add(column);
            }
        }
        if (remaining.isEmpty()) {
            throw failure(
                    "no column is left to be a feature; the columns are " + Text.list(names) + "." + separatorHint());
        }
        return remaining;
    }
}
