package dev.netwright.processor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Sources among the test resources. */
public final class SourceFiles {
    private SourceFiles() {}

    /** Every source of a folder, by name. */
    public static List<SourceFile> in(String folder) {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(SourceFiles::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One source. */
    public static SourceFile of(String resource) {
        return read(path(resource));
    }

    private static Path path(String resource) {
        URL url = Objects.requireNonNull(SourceFiles.class.getResource(resource), resource);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SourceFile read(Path file) {
        try {
            return SourceFile.of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
