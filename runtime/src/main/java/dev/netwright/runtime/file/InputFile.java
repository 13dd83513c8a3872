package dev.netwright.runtime.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Opens files that are to be read. The JDK's exceptions have a path for a message; these say what was looked for, where, and what to do. */
final class InputFile {
    private InputFile() {}

    /** @param what the file should be, such as {@code a NumPy array} */
    static InputStream open(Path file, String what) throws IOException {
        Objects.requireNonNull(file, () -> "The path is null; give that of " + what + ".");
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "this is a folder, not " + what + ".");
        }
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw withCause(new NoSuchFileException(file.toString(), null, missing(file, what)), e);
        } catch (AccessDeniedException e) {
            throw withCause(
                    new AccessDeniedException(
                            file.toString(), null, "this program may not read it; change its permissions."),
                    e);
        }
    }

    private static String missing(Path file, String what) {
        Path place = file.toAbsolutePath().normalize();
        Path folder = place.getParent();
        String found = folder == null || Files.isDirectory(folder) ? "" : ", and its folder does not exist either";
        return "there is no such file; " + what + " was looked for at " + place + found + ". Check the name"
                + (file.isAbsolute() ? "." : " and the folder in which the program runs.");
    }

    private static <E extends FileSystemException> E withCause(E failure, FileSystemException cause) {
        failure.initCause(cause);
        return failure;
    }

    /** @param source what messages call it */
    static InputStream present(InputStream in, String source) {
        return Objects.requireNonNull(
                in,
                () -> "The stream of " + source
                        + " is null; getResourceAsStream gives that where there is no such resource.");
    }
}
