package dev.netwright.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where there is no file to read. */
class InputFileTest {
    @TempDir
    private Path folder;

    private interface Reader {
        void read(@Nullable Path file) throws IOException;
    }

    /** Each with what it looks for. */
    @SuppressWarnings("NullAway") // Callers may have no such check.
    private static final Map<String, Reader> READERS = Map.of(
            "a file of tensors", TensorFile::read,
            "an .npz file", Npz::read,
            "a NumPy array", Npy::read);

    @Test
    void aMissingFileIsLookedForAtItsAbsolutePath() {
        READERS.forEach((what, reader) -> {
            Path missing = folder.resolve("digits.x");
            assertThatThrownBy(() -> reader.read(missing))
                    .isInstanceOf(NoSuchFileException.class)
                    .hasMessage(missing + ": there is no such file; " + what + " was looked for at " + missing
                            + ". Check the name.");
            Path relative = Path.of("no-such-folder/../no-such-file");
            assertThatThrownBy(() -> reader.read(relative))
                    .isInstanceOf(NoSuchFileException.class)
                    .hasMessage(relative + ": there is no such file; " + what + " was looked for at "
                            + Path.of("no-such-file").toAbsolutePath()
                            + ". Check the name and the folder in which the program runs.");
        });
        assertThatThrownBy(() -> ModelFile.read(folder.resolve("a/b")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining(", and its folder does not exist either. Check the name.");
    }

    @Test
    @SuppressWarnings("NullAway")
    void nothingIsNoPath() {
        READERS.forEach((what, reader) -> assertThatNullPointerException()
                .isThrownBy(() -> reader.read(null))
                .withMessage("The path is null; give that of " + what + "."));
        TensorFile file = new TensorFile(Map.of(), List.of());
        Path none = null;
        assertThatNullPointerException()
                .isThrownBy(() -> file.write(none))
                .withMessage("The path is null; give that of the file to write.");
        InputStream absent = null;
        for (Reader reader : List.<Reader>of(
                path -> TensorFile.read(absent, "x"), path -> Npz.read(absent, "x"), path -> Npy.read(absent, "x"))) {
            assertThatNullPointerException()
                    .isThrownBy(() -> reader.read(folder))
                    .withMessageStartingWith("The stream of x is null; ");
        }
    }

    @Test
    void aFileThatIsThereIsRead() throws IOException {
        Path file = Files.write(folder.resolve("there"), new byte[] {7});
        try (InputStream in = InputFile.open(file, "a byte")) {
            assertThat(in.readAllBytes()).containsExactly(7);
        }
    }
}
