package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netwright.runtime.Allocations;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxTest {
    private static final byte[] GOOD = IdxFiles.file(256, 3, 4, 5);

    @TempDir
    private Path folder;

    @Test
    void dimensionsAndValuesInTheirOrder() throws IOException {
        Idx idx = read(GOOD);
        assertThat(idx.dimensions()).containsExactly(3, 4, 5);
        assertThat(idx.values()).hasSize(60).startsWith(1, 2, 3).endsWith(59, 60);
    }

    @Test
    void aFileIsReadAsAStreamIs() throws IOException {
        Path file = Files.write(folder.resolve("some-idx3"), GOOD);
        assertThat(Idx.read(file).values()).isEqualTo(read(GOOD).values());
        byte[] large = IdxFiles.file(251, 500, 400);
        Files.write(file, large);
        assertThat(Idx.read(file).values()).isEqualTo(Arrays.copyOfRange(large, 12, large.length));
    }

    @Test
    void allDimensionsThatTheFormatHas() throws IOException {
        int[] ones = IntStream.range(0, 127).map(i -> 1).toArray();
        assertThat(read(IdxFiles.file(256, ones)).dimensions()).hasSize(127);
        assertThat(read(IdxFiles.file(256, 7)).values()).hasSize(7);
        assertThat(read(IdxFiles.file(256, 0, 28, 28)).values()).isEmpty();
    }

    @Test
    void aStreamThatGivesSingleBytesAndStaysOpen() throws IOException {
        boolean[] closed = {false};
        InputStream trickle = new FilterInputStream(new ByteArrayInputStream(GOOD)) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return super.read(bytes, offset, Math.min(1, length));
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        };
        assertThat(Idx.read(trickle, "trickle").values()).isEqualTo(read(GOOD).values());
        assertThat(closed[0]).isFalse();
    }

    @Test
    void aTruncatedFileIsRefusedAtEveryLength() {
        for (int length = 0; length < GOOD.length; length++) {
            byte[] truncated = Arrays.copyOf(GOOD, length);
            int needed = length < 4 ? 4 : length < 16 ? 16 : 76;
            int found = length;
            assertThatExceptionOfType(DataFormatException.class)
                    .isThrownBy(() -> read(truncated))
                    .withMessage(
                            "digits, byte %d: the file ends after %d bytes, but needs %d; it is truncated.",
                            found, found, needed)
                    .satisfies(e -> assertThat(e.source()).isEqualTo("digits"))
                    .satisfies(e -> assertThat(e.position()).isEqualTo("byte " + found));
        }
    }

    @Test
    void whatFollowsTheValuesIsRefused() {
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read(Arrays.copyOf(GOOD, GOOD.length + 1)))
                .withMessage(
                        "digits, byte 76: the file goes on after its 60 values; dimensions [3, 4, 5] need a file of"
                                + " 76 bytes.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "89504e47, 0, 'this is no IDX file: it begins with 89 50 4e 47 instead of 00 00 08.'",
        "1f000803, 0, 'this is no IDX file: it begins with 1f 00 08 03 instead of 00 00 08.'",
        "008b0803, 0, 'this is no IDX file: it begins with 00 8b 08 03 instead of 00 00 08.'",
        "00010803, 0, 'this is no IDX file: it begins with 00 01 08 03 instead of 00 00 08.'",
        "00000903, 2, 'the type is 0x09; only 0x08, unsigned bytes, can be read.'",
        "00000b03, 2, 'the type is 0x0b; only 0x08, unsigned bytes, can be read.'",
        "00000c03, 2, 'the type is 0x0c; only 0x08, unsigned bytes, can be read.'",
        "00000d03, 2, 'the type is 0x0d; only 0x08, unsigned bytes, can be read.'",
        "00000e03, 2, 'the type is 0x0e; only 0x08, unsigned bytes, can be read.'",
        "0000ff03, 2, 'the type is 0xff; only 0x08, unsigned bytes, can be read.'",
        "00000800, 3, 'the file has 0 dimensions; 1 to 127 can be read.'",
        "000008c8, 3, 'the file has 200 dimensions; 1 to 127 can be read.'"
    })
    void anotherBeginning(String magic, int position, String problem) {
        byte[] bytes = GOOD.clone();
        for (int i = 0; i < 4; i++) {
            bytes[i] = (byte) Integer.parseInt(magic, 2 * i, 2 * i + 2, 16);
        }
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read(bytes))
                .withMessage("digits, byte %d: %s", position, problem);
    }

    @ParameterizedTest(name = "{0} x {1} x {2}")
    @CsvSource({"2000000000, 1, 1, 2000000016", "2000, 1000, 1000, 2000000016", "0x7ffffff7, 1, 1, 2147483655"})
    void aHeaderThatClaimsGigabytesAllocatesLittle(String first, int second, int third, long needed) {
        byte[] bytes = IdxFiles.concatenate(IdxFiles.header(8, Integer.decode(first), second, third), new byte[70_000]);
        long before = Allocations.ofThisThread();
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read(bytes))
                .withMessage(
                        "digits, byte 70016: the file ends after 70016 bytes, but needs %d; it is truncated.", needed);
        assertThat(Allocations.ofThisThread() - before).isLessThan(1_000_000);
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({
        "0x7ffffff8, 1, 4, 'dimension 1 is 2147483640'",
        "-1, 1, 4, 'dimension 1 is 4294967295'",
        "65536, 65536, 8, 'dimension 2 is 65536'",
        "1, -2147483648, 8, 'dimension 2 is 2147483648'",
        "0, -1, 8, 'dimension 2 is 4294967295'"
    })
    void dimensionsThatOutgrowAnArray(String first, int second, int position, String found) {
        byte[] bytes = IdxFiles.header(8, Integer.decode(first), second);
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read(bytes))
                .withMessage(
                        "digits, byte %d: %s, so that the values would not fit an array of 2147483639.",
                        position, found);
    }

    @Test
    void noFileAndAFolder() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> Idx.read(folder.resolve("none")))
                .withMessage(
                        "%1$s: there is no such file; an IDX file was looked for at %1$s. Check the name.",
                        folder.resolve("none"));
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> Idx.read(folder))
                .withMessage(folder + ": this is a folder, not an IDX file.");
    }

    private static Idx read(byte[] bytes) throws IOException {
        return Idx.read(new ByteArrayInputStream(bytes), "digits");
    }
}
