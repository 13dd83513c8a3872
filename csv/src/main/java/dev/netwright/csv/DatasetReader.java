package dev.netwright.csv;

import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.data.Dataset;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Turns the rows of a file into a data set. */
final class DatasetReader {
    private final CsvFile file;
    private final Columns columns;
    private final Roles roles;
    private final Labels labels;
    private final GrowingFloats features = new GrowingFloats();
    private final GrowingFloats targets = new GrowingFloats();

    DatasetReader(CsvFile file, Columns columns, Roles roles, List<String> classes) {
        this.file = file;
        this.columns = columns;
        this.roles = roles;
        this.labels = new Labels(classes);
    }

    /** Reads this row and all that follow. */
    Dataset read(Optional<Row> first) throws IOException {
        if (first.isEmpty()) {
            throw columns.failure("there are column names, but no row after them; a data set needs at least one."
                    + " If the line is a row, call withoutHeader(...).");
        }
        for (Optional<Row> row = first; row.isPresent(); row = file.next()) {
            add(row.get());
        }
        return dataset();
    }

    private void add(Row row) throws DataFormatException {
        if (row.cells().size() != columns.count()) {
            throw file.failure(
                    row.line(),
                    "the row has " + Text.count(row.cells().size(), "cell") + ", but there are "
                            + Text.count(columns.count(), "column") + "." + commentHint(row));
        }
        if (!features.hasRoomFor(roles.features().size())) {
            throw file.failure(
                    row.line(),
                    "with this row there are more than " + GrowingFloats.MOST
                            + " features, which no array can hold; split the file.");
        }
        for (int column : roles.features()) {
            features.add(number(row, column));
        }
        if (roles.labelled()) {
            addLabel(row, roles.targets().get(0));
            return;
        }
        for (int column : roles.targets()) {
            targets.add(number(row, column));
        }
    }

    private static String commentHint(Row row) {
        return row.cells().get(0).startsWith("#") ? " If the line is a comment, call comments('#')." : "";
    }

    private float number(Row row, int column) throws DataFormatException {
        String text = row.cells().get(column).strip();
        float number = DecimalNumber.parse(text);
        if (!Float.isFinite(number)) {
            throw file.failure(row, column, columns, DecimalNumber.problem(text));
        }
        return number;
    }

    private void addLabel(Row row, int column) throws DataFormatException {
        String label = row.cells().get(column).strip();
        if (label.isEmpty()) {
            throw file.failure(row, column, columns, "the cell is empty, but every row needs a label.");
        }
        if (!labels.add(label)) {
            throw file.failure(
                    row,
                    column,
                    columns,
                    "the label is " + Text.quote(label) + Text.didYouMean(label, labels.names()) + "; the classes are "
                            + Text.list(labels.names()) + ".");
        }
    }

    private Dataset dataset() {
        float[] values = features.toArray();
        int inputs = roles.features().size();
        List<String> names = roles.features().stream().map(columns::name).toList();
        if (!roles.labelled()) {
            return Dataset.of(values, inputs, targets.toArray(), roles.targets().size())
                    .withFeatureNames(names);
        }
        List<String> classes = labels.names();
        return Dataset.ofLabels(values, inputs, labels.toArray(), classes.size())
                .withFeatureNames(names)
                .withClassNames(classes);
    }
}
