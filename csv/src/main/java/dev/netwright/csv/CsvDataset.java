package dev.netwright.csv;

import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.data.Dataset;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a {@link Dataset} from a CSV file (RFC 4180), whose first line names the columns:
 *
 * <pre>{@code
 * Dataset flowers = CsvDataset.of(Path.of("iris.csv")).label("species").load();
 * Dataset houses = CsvDataset.of(Path.of("houses.csv")).targets("price").features("area", "rooms").load();
 * }</pre>
 *
 * <p>The file needs either a {@linkplain #label label} or {@linkplain #targets targets}; every other column is a feature
 * unless {@link #features} or {@link #ignore} says otherwise. Features and targets are decimal numbers such as
 * {@code -1.5} or {@code 2e-3}, each rounded once to the nearest {@code float}; an empty cell, NaN, a number too large
 * for a {@code float} and whatever else Java would take for a number are refused. Spaces around a cell and blank lines do
 * not count.
 *
 * <p>For one thread; {@link #load} may be called several times.
 */
public final class CsvDataset {
    private final Path file;
    private Optional<String> label = Optional.empty();
    private List<String> classes = List.of();
    private List<String> targets = List.of();
    private List<String> features = List.of();
    private List<String> ignored = List.of();
    private Optional<List<String>> givenNames = Optional.empty();
    private CsvFormat format = new CsvFormat(',', Optional.empty(), StandardCharsets.UTF_8);

    private CsvDataset(Path file) {
        this.file = file;
    }

    /** From this file, which is read when {@link #load} is called. */
    public static CsvDataset of(Path file) {
        return new CsvDataset(Objects.requireNonNull(file, "file"));
    }

    /**
     * The column with each row's class, whose names become the data set's {@linkplain Dataset#classNames class names}.
     * Without {@link #classes} the classes are those found, sorted: by value where all are whole numbers, else by their
     * characters.
     *
     * @throws IllegalArgumentException if the name is empty
     */
    public CsvDataset label(String column) {
        this.label = Optional.of(distinct("label column", List.of(column)).get(0));
        return this;
    }

    /** As {@link #classes(List)}. */
    public CsvDataset classes(String... names) {
        return classes(List.of(names));
    }

    /**
     * The classes in their order: the first is label 0. A row of another class is refused; a class may have no row. A second
     * file gets the labels of the first through {@code classes(first.classNames())}.
     *
     * @throws IllegalArgumentException if there is none, or a name is empty or there twice
     */
    public CsvDataset classes(List<String> names) {
        this.classes = distinct("class", names);
        return this;
    }

    /**
     * The columns with the values to learn, in this order.
     *
     * @throws IllegalArgumentException if there is none, or a name is empty or there twice
     */
    public CsvDataset targets(String... columns) {
        this.targets = distinct("target column", List.of(columns));
        return this;
    }

    /**
     * The columns to learn from, in this order.
     *
     * @throws IllegalArgumentException if there is none, or a name is empty or there twice
     */
    public CsvDataset features(String... columns) {
        this.features = distinct("feature column", List.of(columns));
        return this;
    }

    /**
     * Columns to leave out, such as a row's number; every other column is a feature.
     *
     * @throws IllegalArgumentException if there is none, or a name is empty or there twice
     */
    public CsvDataset ignore(String... columns) {
        this.ignored = distinct("ignored column", List.of(columns));
        return this;
    }

    /**
     * Says that the first line is a row and names no columns. They have these names, as many as there are columns, or the
     * numbers {@code "1", "2", ...} where none are given.
     *
     * @throws IllegalArgumentException if a name is empty or there twice
     */
    public CsvDataset withoutHeader(String... names) {
        this.givenNames = Optional.of(names.length == 0 ? List.of() : distinct("column", List.of(names)));
        return this;
    }

    /**
     * The character between cells; a comma if this is not called.
     *
     * @throws IllegalArgumentException if it is a quote or a line break
     */
    public CsvDataset separator(char separator) {
        this.format = format.withSeparator(separator);
        return this;
    }

    /**
     * The character that a comment begins with, at the start of a line; no line is one if this is not called.
     *
     * @throws IllegalArgumentException if it is a quote or a line break
     */
    public CsvDataset comments(char start) {
        this.format = format.withComment(start);
        return this;
    }

    /** How characters are encoded; UTF-8 if this is not called. A byte order mark in the file decides before this does. */
    public CsvDataset charset(Charset charset) {
        this.format = format.withCharset(charset);
        return this;
    }

    /** The names without the spaces around them, as the file's are read. */
    private static List<String> distinct(String what, List<String> given) {
        List<String> names = given.stream().map(String::strip).toList();
        if (names.isEmpty() || names.contains("")) {
            throw new IllegalArgumentException(
                    names.isEmpty()
                            ? "No " + what + " is named; name at least one."
                            : "The name of a " + what + " is empty; give the name that the file has.");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(
                        "The " + what + " " + Text.quote(name) + " is named twice; name it once.");
            }
        }
        return names;
    }

    /**
     * Reads the file.
     *
     * @return the rows in the file's order, with the names of features and classes
     * @throws DataFormatException   if the file is empty, a column is missing or named twice, a row is too short or too long,
     *                               a cell is no finite number or no class, or the bytes are not of the charset; the
     *                               message has the file, line, column and text
     * @throws IOException           if the file is not there or cannot be read
     * @throws IllegalStateException if the settings contradict each other, or name neither a label nor targets
     */
    public Dataset load() throws IOException {
        checkSettings();
        try (CsvFile rows = CsvFile.open(file, format)) {
            Row first = rows.next()
                    .orElseThrow(() -> rows.failure(
                            1,
                            "the file is empty; it needs "
                                    + (givenNames.isPresent()
                                            ? "at least one row."
                                            : "a line of column names, and rows.")));
            Columns columns = givenNames.isPresent()
                    ? Columns.given(rows, givenNames.get(), first)
                    : Columns.ofHeader(rows, first);
            DatasetReader reader = new DatasetReader(rows, columns, roles(columns), classes);
            return reader.read(givenNames.isPresent() ? Optional.of(first) : rows.next());
        }
    }

    private void checkSettings() {
        if (label.isPresent() == !targets.isEmpty()) {
            throw new IllegalStateException(
                    label.isPresent()
                            ? "Both a label and targets are named; call only one of label(...) and targets(...)."
                            : "Nothing to learn is named; call label(...) or targets(...) before load().");
        }
        if (!features.isEmpty() && !ignored.isEmpty()) {
            throw new IllegalStateException(
                    "Both features(...) and ignore(...) were called; with features(...) all other columns are left out.");
        }
        if (!classes.isEmpty() && label.isEmpty()) {
            throw new IllegalStateException("Classes are named, but no label; call label(...).");
        }
    }

    private Roles roles(Columns columns) throws DataFormatException {
        List<Integer> targetColumns = columns.indexes(label.map(List::of).orElse(targets));
        List<Integer> featureColumns = features.isEmpty()
                ? columns.allBut(targetColumns, columns.indexes(ignored))
                : columns.indexes(features);
        for (int column : targetColumns) {
            if (featureColumns.contains(column) || ignored.contains(columns.name(column))) {
                throw new IllegalStateException("The column " + Text.quote(columns.name(column))
                        + " is to be learnt, so it" + " can be neither a feature nor ignored.");
            }
        }
        return new Roles(featureColumns, targetColumns, label.isPresent());
    }
}
