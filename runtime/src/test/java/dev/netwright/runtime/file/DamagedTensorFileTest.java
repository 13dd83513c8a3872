package dev.netwright.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netwright.runtime.Allocations;
import dev.netwright.runtime.data.DataFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a file, one exception says what and where. */
class DamagedTensorFileTest {
    private static final byte[] GOOD = good();

    private static byte[] good() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new TensorFile(
                            Map.of("kind", "a \"test\""),
                            List.of(
                                    Tensor.of("w", new float[] {1, 2, 3, 4, 5, 6}, 2, 3),
                                    Tensor.of("n", new long[] {7}),
                                    Tensor.of("d", new double[] {8, 9}, 2)))
                    .write(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    @Test
    void cutOffAnywhere() throws IOException {
        assertThat(SafetensorsBytes.read(GOOD).tensors()).hasSize(3);
        for (int length = 0; length < GOOD.length; length++) {
            byte[] cut = Arrays.copyOf(GOOD, length);
            assertThatExceptionOfType(DataFormatException.class)
                    .isThrownBy(() -> SafetensorsBytes.read(cut))
                    .withMessageStartingWith(
                            "m.safetensors, byte " + length + ": the file ends after " + length + " bytes")
                    .withMessageEndingWith("it is truncated.");
        }
    }

    @Test
    void longerThanItSays() {
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> SafetensorsBytes.read(Arrays.copyOf(GOOD, GOOD.length + 1)))
                .withMessage("m.safetensors, byte " + GOOD.length + ": the file goes on behind its last tensor.");
    }

    /** A flipped bit of a number or a name is no fault that can be seen; every other is. */
    @Test
    void anyBitFlipped() {
        int refused = 0;
        for (int bit = 0; bit < 8 * GOOD.length; bit++) {
            byte[] flipped = GOOD.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                SafetensorsBytes.read(flipped);
            } catch (DataFormatException e) {
                assertThat(e.getMessage()).startsWith("m.safetensors, ").endsWith(".");
                refused++;
            } catch (IOException | RuntimeException e) {
                throw new AssertionError("bit " + bit, e);
            }
        }
        assertThat(refused).isBetween(8 * 100, 8 * (GOOD.length - 48));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, -1, Long.MIN_VALUE, 100_000_001, 99_999_999, 1L << 33})
    void aHeaderThatClaimsMuchTakesNoMemory(long length) {
        byte[] bytes = ByteBuffer.allocate(64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put("{}".getBytes(StandardCharsets.UTF_8))
                .array();
        assertTakesNoMemory(bytes);
    }

    @ParameterizedTest
    @CsvSource({"F32, 2147483639, 8589934556", "F64, 2147483639, 17179869112", "U8, 2147483639, 2147483639"})
    void aTensorThatClaimsMuchTakesNoMemory(String type, String size, String end) {
        assertTakesNoMemory(SafetensorsBytes.of(entry(type, "[" + size + "]", "[0, " + end + "]"), 100));
    }

    private static void assertTakesNoMemory(byte[] bytes) {
        long before = Allocations.ofThisThread();
        assertThatExceptionOfType(DataFormatException.class).isThrownBy(() -> SafetensorsBytes.read(bytes));
        assertThat(Allocations.ofThisThread() - before).isLessThan(2_000_000);
    }

    /** Nothing in the format nests, so depth is refused where it begins, and no stack overflows. */
    @Test
    void deepJson() {
        for (String part : List.of("[", "{\"a\":", "{\"a\":{\"dtype\":", "{\"__metadata__\":{\"a\":")) {
            byte[] bytes = SafetensorsBytes.of(part.repeat(1_000_000), 0);
            assertThatExceptionOfType(DataFormatException.class).isThrownBy(() -> SafetensorsBytes.read(bytes));
        }
    }

    @Test
    void moreDimensionsThanAnyShape() {
        String ones = "[" + "1, ".repeat(5_000_000) + "1]";
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> SafetensorsBytes.read(SafetensorsBytes.of(entry("F32", ones, "[0, 4]"), 4)))
                .withMessage(
                        "m.safetensors, byte 232: more than 64 numbers stand here; no shape has so many dimensions.");
    }

    private static String entry(String type, String shape, String offsets) {
        return "{\"t\": {\"dtype\": \"" + type + "\", \"shape\": " + shape + ", \"data_offsets\": " + offsets + "}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "F31 | [1] | [0, 4] | byte 29: the type \"F31\" is none that can be read; these are BOOL, U8, I8, U16, I16, U32, I32, U64, I64, F16, BF16, F32, F64.",
                "F32 | [-1] | [0, 4] | byte 41: found '-' where a whole number, of digits alone was expected.",
                "F32 | [1.0] | [0, 4] | byte 42: found '.' where \",\" or the array's end was expected.",
                "F32 | [01] | [0, 4] | byte 41: found '0' where a whole number, of digits alone was expected.",
                "F32 | [1, ] | [0, 4] | byte 44: found ']' where a whole number, of digits alone was expected.",
                "F32 | [99999999999999999999] | [0, 4] | byte 59: the number is beyond 9223372036854775807.",
                "F32 | [2147483640] | [0, 4] | byte 77: the shape of \"t\" is [2147483640]; no size exceeds 2147483639, the longest array.",
                "F32 | [65536, 65536] | [0, 4] | byte 79: the shape of \"t\" is [65536, 65536], more than the 2147483639 elements that an array holds.",
                "F32 | [2] | [0, 4] | byte 68: the tensor \"t\" has bytes 0 to 4, which are 4, but its shape [2] of type F32 needs 8.",
                "F32 | [1] | [4, 0] | byte 68: the \"data_offsets\" of \"t\" are [4, 0]; they are two numbers, the begin and the end, which is not before it.",
                "F32 | [1] | [0, 4, 4] | byte 71: the \"data_offsets\" of \"t\" are [0, 4, 4]; they are two numbers, the begin and the end, which is not before it.",
                "F32 | [1] | [4, 8] | tensor \"t\": its bytes begin at 4, but the header ends at 0, which leaves a gap; tensors lie one behind the other.",
            })
    void whatIsWrongWithATensor(String type, String shape, String offsets, String expected) {
        assertRefused(entry(type, shape, offsets), 4, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | byte 8: the header ends where an object was expected.",
                "[] | byte 8: found '[' where an object was expected.",
                "{} x | byte 11: found 'x' where the header's end, or spaces was expected.",
                "{,} | byte 9: found ',' where a name in quotes was expected.",
                "{\"a | byte 10: the string that begins here does not end within the header.",
                "{\"a\\x\": | byte 12: found 'x' where one of \"\\/bfnrtu after a backslash was expected.",
                "{\"\\u12 | byte 10: the string that begins here does not end within the header.",
                "{\"\\u12g4\": | byte 14: found 'g' where four hexadecimal digits after \\u was expected.",
                "{\"t\": 1} | byte 14: found '1' where an object was expected.",
                "{\"t\": {}} | byte 16: the tensor \"t\" has no \"dtype\".",
                "{\"t\": {\"dtype\": \"F32\", \"shape\": []}} | byte 43: the tensor \"t\" has no \"data_offsets\".",
                "{\"t\": {\"dtype\": \"F32\", \"dtype\": \"F32\"}} | byte 39: \"dtype\" stands here a second time.",
                "{\"t\": {\"type\": \"F32\"}} | byte 22: the tensor \"t\" has \"type\"; a tensor has \"dtype\", \"shape\" and \"data_offsets\" alone.",
                "{\"__metadata__\": {\"a\": 1}} | byte 31: found '1' where the text of \"a\", a string was expected.",
                "{\"__metadata__\": {\"a\": \"\", \"a\": \"\"}} | byte 42: the metadata name \"a\" stands here a second time.",
                "{\"__metadata__\": {}, \"__metadata__\": {}} | byte 44: the name \"__metadata__\" stands here a second time.",
            })
    void whatIsWrongWithAHeader(String header, String expected) {
        assertRefused(header, 0, expected);
    }

    @Test
    void overlapsAndGaps() throws IOException {
        String two = "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0, 4]},"
                + " \"b\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [BEGIN, END]}}";
        assertRefused(
                two.replace("BEGIN", "3").replace("END", "7"),
                8,
                "tensor \"b\": its bytes begin at 3, but \"a\" ends at 4, so that they overlap; tensors lie one behind the other.");
        assertRefused(
                two.replace("BEGIN", "5").replace("END", "9"),
                9,
                "tensor \"b\": its bytes begin at 5, but \"a\" ends at 4, which leaves a gap; tensors lie one behind the other.");
        assertRefused(
                two.replace("BEGIN", "4").replace("END", "8").replace("\"b\"", "\"a\""),
                8,
                "byte 74: the name \"a\" stands here a second time.");
        assertThat(SafetensorsBytes.read(
                                SafetensorsBytes.of(two.replace("BEGIN", "4").replace("END", "8"), 8))
                        .tensors())
                .hasSize(2);
    }

    @Test
    void stringsThatAreNoUtf8() {
        byte[] header = "{\"a?\": {}}".getBytes(StandardCharsets.UTF_8);
        header[3] = (byte) 0xff;
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> SafetensorsBytes.read(SafetensorsBytes.of(header, new byte[0])))
                .withMessage("m.safetensors, byte 10: the string that begins here is no UTF-8.");
        header[3] = 7;
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> SafetensorsBytes.read(SafetensorsBytes.of(header, new byte[0])))
                .withMessage(
                        "m.safetensors, byte 11: found byte 0x07 where no control character within a string was expected.");
    }

    @Test
    void numbersThatNoLongHolds() {
        byte[] header = entry("U64", "[2]", "[0, 16]").getBytes(StandardCharsets.UTF_8);
        byte[] data = new byte[16];
        Arrays.fill(data, 8, 16, (byte) 0xff);
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> SafetensorsBytes.read(SafetensorsBytes.of(header, data)))
                .withMessage(
                        "m.safetensors, tensor \"t\", element 1: the number is 18446744073709551615, beyond 9223372036854775807.");
        assertRefused(
                entry("BOOL", "[3]", "[0, 3]"), 3, "tensor \"t\", element 2: the byte of a BOOL is 2; it is 0 or 1.");
    }

    @Test
    void namesInMessagesAreShort() {
        String name = "n".repeat(100_000);
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> SafetensorsBytes.read(SafetensorsBytes.of("{\"" + name + "\": {}}", 0)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }

    private static void assertRefused(String header, int dataBytes, String expected) {
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> SafetensorsBytes.read(SafetensorsBytes.of(header, dataBytes)))
                .withMessage("m.safetensors, " + expected);
    }
}
