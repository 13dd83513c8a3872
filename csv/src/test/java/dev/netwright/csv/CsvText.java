package dev.netwright.csv;

import dev.netwright.runtime.data.Dataset;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Loads a data set from the text of a file. */
final class CsvText {
    private CsvText() {}

    static Dataset load(String text, UnaryOperator<CsvDataset> settings) throws IOException {
        return load(text.getBytes(StandardCharsets.UTF_8), settings);
    }

    static Dataset load(String text, Charset charset, UnaryOperator<CsvDataset> settings) throws IOException {
        return load(text.getBytes(charset), settings);
    }

    static Dataset load(byte[] bytes, UnaryOperator<CsvDataset> settings) throws IOException {
        Path folder = Files.createTempDirectory("netwright-csv");
        Path file = folder.resolve("data.csv");
        try {
            Files.write(file, bytes);
            return settings.apply(CsvDataset.of(file)).load();
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }
}
