package dev.netwright.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens while a file is written, it is afterwards the old one or the new one, and nothing else is left. */
class AtomicFileTest {
    private static final int BLOCK = 64;

    @TempDir
    private Path folder;

    private static TensorFile filledWith(float value, int count) {
        float[] numbers = new float[count];
        Arrays.fill(numbers, value);
        return new TensorFile(Map.of(), List.of(Tensor.of("w", numbers, count)));
    }

    private static float valueOf(Path file) throws IOException {
        float[] numbers = TensorFile.read(file).tensor("w").floats();
        for (float number : numbers) {
            assertThat(number).isEqualTo(numbers[0]);
        }
        return numbers[0];
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** Full after any number of blocks: a disk that has room for the old file and for so much of the new one. */
    @Test
    void aFullDiskLeavesTheOldFile() throws IOException {
        int failed = 0;
        int written = 0;
        for (int blocks = 1; blocks <= 100; blocks++) {
            Configuration small = Configuration.unix().toBuilder()
                    .setBlockSize(BLOCK)
                    .setMaxSize((long) blocks * BLOCK)
                    .build();
            try (FileSystem disk = Jimfs.newFileSystem(small)) {
                Path file = disk.getPath("/m");
                boolean hasOld = tryToWrite(filledWith(1, 100), file);
                assertThat(Files.exists(file)).isEqualTo(hasOld);
                boolean hasNew = tryToWrite(filledWith(2, 300), file);
                if (hasOld || hasNew) {
                    assertThat(valueOf(file)).isEqualTo(hasNew ? 2 : 1);
                    assertThat(namesIn(disk.getPath("/"))).containsExactly("m", "work");
                }
                failed += hasNew ? 0 : 1;
                written += hasNew ? 1 : 0;
            }
        }
        assertThat(failed).isGreaterThan(20);
        assertThat(written).isGreaterThan(20);
    }

    private static boolean tryToWrite(TensorFile tensors, Path file) {
        try {
            tensors.write(file);
            return true;
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("out of disk space");
            return false;
        }
    }

    @Test
    void contentThatFailsLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("m");
        filledWith(1, 10).write(file);
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(file, to -> {
                    to.write(ByteBuffer.allocate(5));
                    throw new IOException("no more");
                }))
                .withMessage("no more");
        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> AtomicFile.write(file, to -> {
                    throw new OutOfMemoryError("in a test");
                }));
        assertThat(valueOf(file)).isEqualTo(1);
        assertThat(namesIn(folder)).containsExactly("m");
    }

    /** As after training that was stopped: what it has learnt must not be lost for that. */
    @Test
    void aThreadThatWasInterruptedBeforeWritesAndStaysInterrupted() throws IOException {
        Path file = folder.resolve("m");
        Thread.currentThread().interrupt();
        filledWith(2, 10).write(file);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(valueOf(file)).isEqualTo(2);
    }

    @Test
    void anInterruptWhileAFileIsWrittenLeavesTheOldOne() throws IOException {
        Path file = folder.resolve("m");
        filledWith(1, 10).write(file);
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(file, to -> {
                    Thread.currentThread().interrupt();
                    to.write(ByteBuffer.allocate(5));
                }));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(valueOf(file)).isEqualTo(1);
        assertThat(namesIn(folder)).containsExactly("m");
    }

    @Test
    void linksToAFileThatIsNotThereYetAndLinksInARing() throws IOException {
        Path file = folder.resolve("m");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("m"));
        filledWith(3, 10).write(link);
        assertThat(link).isSymbolicLink();
        assertThat(valueOf(file)).isEqualTo(3);
        Files.delete(link);
        Path ring = Files.createSymbolicLink(folder.resolve("ring"), Path.of("ring"));
        assertThatIOException()
                .isThrownBy(() -> filledWith(3, 10).write(ring))
                .withMessageContaining("it is a link that leads to itself");
    }

    @Test
    void namesAsLongAsTheSystemTakes() throws IOException {
        Path file = folder.resolve("m".repeat(255));
        filledWith(1, 10).write(file);
        filledWith(2, 10).write(file);
        assertThat(valueOf(file)).isEqualTo(2);
        assertThat(namesIn(folder)).hasSize(1);
    }

    @Test
    void theTemporarysNameHasNoHalfOfALetter() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            for (int letters = 57; letters <= 61; letters++) {
                Path file = disk.getPath("/" + "m".repeat(letters) + "\ud83c\udf31\ud83c\udf31");
                AtomicFile.write(
                        file,
                        to -> assertThat(namesIn(file.getParent()))
                                .hasSize(2)
                                .contains("work")
                                .allMatch(StandardCharsets.UTF_8.newEncoder()::canEncode));
                Files.delete(file);
            }
        }
    }

    @Test
    void whatAKilledProgramLeftIsRemovedInTime() throws IOException {
        Path file = folder.resolve("m");
        String unique = "01234567-89ab-cdef-0123-456789abcdef.tmp";
        Path old = Files.createFile(folder.resolve(".m." + unique));
        Path young = Files.createFile(folder.resolve(".m." + unique.replace('0', '1')));
        Path ofAnother = Files.createFile(folder.resolve(".m.n." + unique));
        FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofMinutes(61)));
        Files.setLastModifiedTime(old, longAgo);
        Files.setLastModifiedTime(ofAnother, longAgo);
        filledWith(1, 10).write(file);
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(ofAnother).exists();
    }

    @Test
    void permissionsAndLinksStay() throws IOException {
        Path file = folder.resolve("m");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        filledWith(1, 10).write(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        filledWith(2, 10).write(link);
        assertThat(link).isSymbolicLink();
        assertThat(valueOf(file)).isEqualTo(2);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    }

    @Test
    void aFileThatMayNotBeWrittenIsNamedByItsOwnName() throws IOException {
        Path file = folder.resolve("m");
        filledWith(1, 10).write(file);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> AtomicFile.write(file, to -> {
                    throw new AccessDeniedException(folder.resolve(".m.tmp").toString());
                }))
                .withMessage(
                        file
                                + ": this program may not write it; change its permissions or those of its folder, or give another name.");
        assertThat(valueOf(file)).isEqualTo(1);
        assertThat(namesIn(folder)).containsExactly("m");
    }

    @Test
    void aFileInTheWorkingFolder() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            filledWith(3, 10).write(disk.getPath("m"));
            assertThat(valueOf(disk.getPath("m").toAbsolutePath())).isEqualTo(3);
        }
    }
}
