package dev.netwright.csv;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.netwright.runtime.data.DataFormatException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;

/** The rows of an open file, one after the other, and what is wrong with them as a {@link DataFormatException}. */
final class CsvFile implements Closeable {
    /** More columns than anybody has; it keeps a file of separators from filling the memory. */
    private static final int MOST_COLUMNS = 1 << 24;

    private final Path file;
    private final DecodedText text;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private long nextLine = 1;

    private CsvFile(Path file, DecodedText text, CsvFormat format) {
        this.file = file;
        this.text = text;
        // Blank lines and comments are read too, so that the line that comes next is known when reading it fails.
        CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                .fieldSeparator(format.separator())
                .quoteCharacter(CsvFormat.QUOTE)
                .commentStrategy(format.comment().isPresent() ? CommentStrategy.READ : CommentStrategy.NONE)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
        format.comment().ifPresent(builder::commentCharacter);
        this.reader = builder.build(CsvRecordHandler.of(handler -> handler.maxFields(MOST_COLUMNS)), text.reader());
        this.records = reader.iterator();
    }

    static CsvFile open(Path file, CsvFormat format) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(
                    file.toString(), null, "there is no such file; looked for " + file.toAbsolutePath() + ".");
        }
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "this is a folder; name a CSV file in it.");
        }
        return new CsvFile(file, DecodedText.open(file, format.charset()), format);
    }

    /** The next row; empty after the last. Blank lines and comments are passed over. */
    Optional<Row> next() throws IOException {
        try {
            while (records.hasNext()) {
                CsvRecord csvRecord = records.next();
                Row row = new Row(csvRecord.getStartingLineNumber(), csvRecord.getFields());
                nextLine = row.nextLine();
                if (!csvRecord.isComment() && !row.isBlank()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (CsvParseException e) {
            throw caused(
                    e,
                    failure(
                            nextLine,
                            "this is no row of a CSV file: " + e.getMessage()
                                    + ". Quotes stand in pairs around a whole cell, and are doubled inside it."));
        } catch (UncheckedIOException e) {
            throw translated(Objects.requireNonNull(e.getCause()));
        }
    }

    private IOException translated(IOException cause) {
        return cause instanceof CharacterCodingException
                ? caused(
                        cause,
                        failure(
                                nextLine,
                                "here or soon after are bytes that are not " + text.charset()
                                        + "; name the file's encoding with charset(...)."))
                : cause;
    }

    private static DataFormatException caused(Exception cause, DataFormatException failure) {
        failure.initCause(cause);
        return failure;
    }

    DataFormatException failure(long line, String problem) {
        return new DataFormatException(file.toString(), "line " + line, problem);
    }

    /** A failure in one cell. */
    DataFormatException failure(Row row, int column, Columns columns, String problem) {
        String position = "line " + row.lineOf(column) + ", " + columns.describe(column);
        return new DataFormatException(file.toString(), position, problem);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
