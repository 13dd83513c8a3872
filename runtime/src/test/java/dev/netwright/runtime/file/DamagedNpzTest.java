package dev.netwright.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netwright.runtime.Allocations;
import dev.netwright.runtime.data.DataFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a file of arrays, one exception says what and where, and no number is ever another than the one that was written. */
class DamagedNpzTest {
    private static final List<Tensor> TENSORS =
            List.of(Tensor.of("a", new float[] {1, 2, 3, 4, 5, 6}, 2, 3), Tensor.of("b", new long[] {7}));

    private static byte[] good(boolean isCompressed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (isCompressed) {
                Npz.writeCompressed(out, TENSORS);
            } else {
                Npz.write(out, TENSORS);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static void assertRefused(byte[] bytes, String message) {
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> NpzTest.read(bytes))
                .withMessage("m.npz, " + message);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cutOffAnywhere(boolean isCompressed) throws IOException {
        byte[] good = good(isCompressed);
        NpzTest.assertSame(NpzTest.read(good).tensors(), TENSORS);
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            String expected = length < 4
                    ? "m.npz, byte 0: this is no .npz file, which is a zip file and begins with PK."
                    : "m.npz, byte " + length + ": the file ends after " + length + " bytes";
            assertThatExceptionOfType(DataFormatException.class)
                    .isThrownBy(() -> NpzTest.read(cut))
                    .withMessageStartingWith(expected);
            assertThatExceptionOfType(DataFormatException.class).isThrownBy(() -> NpzTest.read(cut, "b"));
        }
        assertRefused(
                Arrays.copyOf(good, good.length + 1), "byte " + good.length + ": the file goes on behind its end.");
    }

    /** What can be flipped unseen says nothing of the numbers, such as an entry's age. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anyBitFlipped(boolean isCompressed) {
        byte[] good = good(isCompressed);
        int refused = 0;
        for (int bit = 0; bit < 8 * good.length; bit++) {
            byte[] flipped = good.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                NpzTest.assertSame(NpzTest.read(flipped).tensors(), TENSORS);
            } catch (DataFormatException e) {
                assertThat(e.getMessage()).startsWith("m.npz, ").endsWith(".");
                refused++;
            } catch (IOException | RuntimeException e) {
                throw new AssertionError("bit " + bit, e);
            }
        }
        assertThat(refused).isBetween(8 * (good.length - 120), 8 * good.length - 1);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] array(String shape, int dataBytes) {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + "}";
        byte[] start = ("\u0093NUMPY\u0001\u0000" + (char) header.length() + "\u0000" + header)
                .getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.copyOf(start, start.length + dataBytes);
    }

    @Test
    void whatIsWrongInAnArray() throws IOException {
        assertRefused(
                zip("x.npy", array("(3,)", 16)),
                "array \"x\", byte 81: the array ends after 81 bytes, within tensor \"x\", which needs 89 or more; it is"
                        + " truncated.");
        assertRefused(
                zip("x.npy", array("(2,)", 17)), "array \"x\", byte 81: the array goes on behind its last number.");
        assertRefused(
                zip("x.npy", "no array".getBytes(StandardCharsets.UTF_8)),
                "array \"x\", byte 0: this is no NumPy array, which begins with \\x93NUMPY.");
    }

    @Test
    void entriesThatAreNoArrays() throws IOException {
        byte[] bytes = zip("read me", new byte[3]);
        assertRefused(
                bytes,
                "byte 37: the entry \"read me\" is no array, whose name ends with .npy; to read some arrays alone, name"
                        + " them.");
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> NpzTest.read(bytes, "read me"))
                .withMessageContaining("there is none of the name \"read me\"; ");
        assertRefused(
                zip("__metadata__.npy", array("()", 8)),
                "byte 46: the name \"__metadata__\" is that of a safetensors file's metadata.");
    }

    /** Little is there and much is claimed; and what is really there is unpacked as it is read, up to what the array has room for. */
    @Test
    void whatIsClaimedTakesNoMemory() throws IOException {
        byte[] claims = zip("x.npy", array("(2147483639,)", 800_000));
        byte[] isLonger = zip("x.npy", array("(1,)", 100_000_000));
        assertThat(isLonger).hasSizeLessThan(200_000);
        for (byte[] bytes : List.of(claims, isLonger)) {
            long before = Allocations.ofThisThread();
            assertThatExceptionOfType(DataFormatException.class).isThrownBy(() -> NpzTest.read(bytes));
            assertThat(Allocations.ofThisThread() - before).isLessThan(6_000_000);
        }
    }

    private static byte[] replaced(byte[] bytes, String old, String replacement) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(old);
        return text.replace(old, replacement).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void oneNameTwice() {
        assertRefused(
                replaced(good(false), "b.npy", "a.npy"), "byte 187: the entry \"a.npy\" stands here a second time.");
    }

    /** As the good file, with the directory's record of an entry taken out, and with the other's in its place. */
    @Test
    void aDirectoryThatLacksAnEntry() {
        byte[] good = good(false);
        int second = good.length - 22 - 51;
        int first = second - 51;
        byte[] one = new byte[good.length - 51];
        System.arraycopy(good, 0, one, 0, second);
        System.arraycopy(good, second + 51, one, second, 22);
        assertRefused(one, "byte " + second + ": the directory has no entry \"b.npy\", which is in the file.");
        byte[] twice = good.clone();
        System.arraycopy(good, first, twice, second, 51);
        assertRefused(
                twice,
                "byte " + second
                        + ": the directory has the entry \"a.npy\" here, which is not in the file, or not twice.");
    }

    private static byte[] withShort(byte[] bytes, int position, int value) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putShort(position, (short) value);
        return changed;
    }

    @Test
    void waysOfPackingThatNumpyDoesNotUse() {
        assertRefused(
                withShort(good(false), 8, 12),
                "byte 0: the entry \"a.npy\" is packed by method 12; 0, stored, and 8, deflated, can be read, which np.savez"
                        + " and np.savez_compressed write.");
        assertRefused(
                withShort(good(false), 6, 1), "byte 0: the entry \"a.npy\" is encrypted, which NumPy's files are not.");
    }

    @Test
    void aNumberThatWasChanged() {
        byte[] changed = good(false);
        changed[170]++;
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> NpzTest.read(changed))
                .withMessageStartingWith(
                        "m.npz, byte 0: the entry \"a.npy\" is 152 bytes at 0 by method 0, unpacked 152, with the checksum ")
                .withMessageEndingWith("; the file is damaged.");
    }

    /** NumPy writes long sizes into every header; found by fuzzing: with 32 zeros at its end a negative one was read for ever. */
    @ParameterizedTest
    @ValueSource(longs = {-1, -5, -1L << 32, -1L << 40, Long.MIN_VALUE})
    void aNegativeSize(long packed) throws IOException {
        byte[] bytes;
        try (InputStream in = DamagedNpzTest.class.getResourceAsStream("stored.npz")) {
            bytes = in.readAllBytes();
        }
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int sizes = 18;
        int extra = 30 + header.getShort(26);
        header.putLong(sizes, -1).putLong(extra + 12, packed);
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> NpzTest.read(bytes))
                .withMessageStartingWith("m.npz, ");
    }
}
