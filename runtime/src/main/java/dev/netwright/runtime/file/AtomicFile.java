package dev.netwright.runtime.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writes a file wholly or not at all: beside it under another name, which becomes the file's own when everything is on the disk. A crash at
 * any moment leaves the old file, or the new one. All files of the library are written so, those of its other modules too.
 */
public final class AtomicFile {
    /** One that nobody has written to for so long was left by a program that was killed. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private static final String TEMPORARY = ".tmp";

    private static final int UUID_LENGTH = 36;

    /** So that the temporary's name is no longer than a file system takes, 255 bytes, of which a letter may need three. */
    private static final int MOST_OF_NAME = 60;

    private static final int MOST_LINKS = 40;

    private AtomicFile() {}

    /** What a file has in it. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes all of it.
         *
         * @param to the file, from its start; not to be closed
         * @throws IOException if it cannot be written
         */
        void write(WritableByteChannel to) throws IOException;
    }

    /**
     * Writes a file. A symbolic link goes on pointing where it does.
     *
     * @param file    its name, in a folder that exists
     * @param content what will be in it
     * @throws IOException if it cannot be written; the file that was there before is as it was then
     */
    public static void write(Path file, Content content) throws IOException {
        Objects.requireNonNull(file, "The path is null; give that of the file to write.");
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "this is a folder; give the name of a file.");
        }
        Path target = behindLinks(file);
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(file.toString(), null, "its folder does not exist; create it first.");
        }
        removeAbandoned(folder, target);
        Path temporary = folder.resolve(prefix(target) + UUID.randomUUID() + TEMPORARY);
        // Someone who is stopped keeps what he has: an interrupt of before would close the file at its first byte.
        boolean wasInterrupted = Thread.interrupted();
        try {
            writeThrough(temporary, permissions(target), content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AccessDeniedException e) {
            removeQuietly(temporary, e);
            AccessDeniedException denied = new AccessDeniedException(
                    file.toString(),
                    null,
                    "this program may not write it; change its permissions or those of its folder, or give another name.");
            denied.initCause(e);
            throw denied;
        } catch (IOException | RuntimeException | Error e) {
            removeQuietly(temporary, e);
            throw e;
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
        forceFolder(folder);
    }

    private static String prefix(Path target) {
        String name = target.getFileName().toString();
        if (name.length() <= MOST_OF_NAME) {
            return "." + name + ".";
        }
        // Half of a letter that has two chars is no text, and no path.
        boolean isWhole = !Character.isHighSurrogate(name.charAt(MOST_OF_NAME - 1));
        return "." + name.substring(0, isWhole ? MOST_OF_NAME : MOST_OF_NAME - 1) + ".";
    }

    /** Also of a link to a file that is not there yet. */
    private static Path behindLinks(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(file.toString(), null, "it is a link that leads to itself.");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    /** With the permissions of the file that it replaces from its first byte on. */
    private static void writeThrough(Path temporary, Optional<Set<PosixFilePermission>> permissions, Content content)
            throws IOException {
        FileAttribute<?>[] attributes = permissions
                .map(PosixFilePermissions::asFileAttribute)
                .map(attribute -> new FileAttribute<?>[] {attribute})
                .orElseGet(() -> new FileAttribute<?>[0]);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(temporary, options, attributes)) {
            content.write(channel);
            channel.force(true);
        }
        if (permissions.isPresent()) {
            // The mask of the process may have taken some.
            Files.setPosixFilePermissions(temporary, permissions.get());
        }
    }

    /** Of the file that is there, where the system has such. */
    private static Optional<Set<PosixFilePermission>> permissions(Path old) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(old, PosixFileAttributeView.class);
        return view != null && Files.exists(old)
                ? Optional.of(view.readAttributes().permissions())
                : Optional.empty();
    }

    private static void removeQuietly(Path temporary, Throwable cause) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** The new name too must survive a loss of power. Not every system lets a folder be opened; there the file system sees to it. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException | UnsupportedOperationException e) {
            // The file itself is whole under its name.
        }
    }

    /** What cannot be removed does no harm. */
    private static void removeAbandoned(Path folder, Path target) {
        Instant limit = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                folder, path -> isTemporaryOf(target, path.getFileName().toString()))) {
            for (Path path : files) {
                if (Files.getLastModifiedTime(path).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Another writer may have been faster.
        }
    }

    private static boolean isTemporaryOf(Path target, String name) {
        return name.startsWith(prefix(target))
                && name.endsWith(TEMPORARY)
                && name.length() == prefix(target).length() + UUID_LENGTH + TEMPORARY.length();
    }
}
