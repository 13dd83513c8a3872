package dev.netwright.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what the processor writes. With {@code -Dnetwright.accept} tests write them anew instead of comparing. */
public final class GoldenFile {
    private static final String ACCEPT = "netwright.accept";

    private GoldenFile() {}

    /** A file below the root of the project, which is the folder above the module whose tests run. */
    public static Path ofProject(String path) {
        return Path.of("..", path.split("/"));
    }

    /** Fails if the file does not hold exactly this text, or writes it if new text is to be accepted. */
    public static void check(Path file, String text) {
        try {
            if (System.getProperty(ACCEPT) != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, text);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as(
                            "%s is not what the processor writes now. If that is as it should be, run the test again with"
                                    + " -D%s and look at the difference before you commit it.",
                            file.normalize(), ACCEPT)
                    .isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
