package dev.netwright.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netwright.runtime.Allocations;
import dev.netwright.runtime.data.DataFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with an array, one exception says what and where. */
class DamagedNpyTest {
    private static final String SHAPE = "{'descr': '<f4', 'fortran_order': False, 'shape': ";

    private static byte[] bytes(String version, String length, String header, int dataBytes) {
        byte[] start = ("\u0093NUMPY" + version + length + header).getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.copyOf(start, start.length + dataBytes);
    }

    private static byte[] bytes(String header, int dataBytes) {
        String length = "" + (char) (header.length() & 0xff) + (char) (header.length() >> 8);
        return bytes("\u0001\u0000", length, header, dataBytes);
    }

    private static Tensor read(byte[] bytes) throws IOException {
        return Npy.read(new ByteArrayInputStream(bytes), "x.npy");
    }

    private static void assertRefused(byte[] bytes, String message) {
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read(bytes))
                .withMessage("x.npy, " + message);
    }

    @Test
    void cutOffAnywhere() throws IOException {
        byte[] good = bytes(SHAPE + "(2, 3), }\n", 24);
        assertThat(read(good)).hasToString("x F32 [2, 3]");
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThatExceptionOfType(DataFormatException.class)
                    .isThrownBy(() -> read(cut))
                    .withMessageStartingWith("x.npy, byte " + length + ": the file ends after " + length + " bytes")
                    .withMessageEndingWith("it is truncated.");
        }
        assertRefused(
                Arrays.copyOf(good, good.length + 1),
                "byte " + good.length + ": the file goes on behind its last number.");
    }

    @Test
    void anyBitFlipped() {
        byte[] good = bytes(SHAPE + "(2, 3), }\n", 24);
        int refused = 0;
        for (int bit = 0; bit < 8 * good.length; bit++) {
            byte[] flipped = good.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                read(flipped);
            } catch (DataFormatException e) {
                assertThat(e.getMessage()).startsWith("x.npy, byte ").endsWith(".");
                refused++;
            } catch (IOException | RuntimeException e) {
                throw new AssertionError("bit " + bit, e);
            }
        }
        assertThat(refused).isBetween(8 * 60, 8 * (good.length - 24));
    }

    @Test
    void whatHeadersMaySay() throws IOException {
        assertThat(read(bytes("{\"shape\":(),\"fortran_order\":True,\"descr\":\">f8\"}", 8)))
                .hasToString("x F64 []");
        assertThat(read(bytes("  { 'descr' : '|u1' , 'fortran_order' : False , 'shape' : ( 2L , 3L , ) }  \n", 6)))
                .hasToString("x I64 [2, 3]");
        assertThat(read(bytes(SHAPE + "(0, 2147483639, 2147483639)}", 0)).count())
                .isZero();
        assertThat(read(bytes("\u0002\u0000", "\u0040\u0000\u0000\u0000", SHAPE + "(1,), }" + " ".repeat(7), 4)))
                .hasToString("x F32 [1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "`` # byte 10: the header ends where a dictionary was expected.",
                "[] # byte 10: found '[' where a dictionary was expected.",
                "{} # byte 12: the header has no 'descr'.",
                "{'descr': '<f4'} # byte 26: the header has no 'fortran_order'.",
                "{'descr': '<f4', 'fortran_order': True} # byte 49: the header has no 'shape'.",
                "{'descr' '<f4'} # byte 19: found ''' where a value was expected.",
                "{'descr': '<f4' 'shape': ()} # byte 26: found ''' where \",\" or the dictionary's end was expected.",
                "{'descr': '<f4', 'descr': '<f4'} # byte 34: 'descr' stands here a second time.",
                "{'type': '<f4'} # byte 19: the header has \"type\"; it has 'descr', 'fortran_order' and 'shape' alone.",
                "{descr: '<f4'} # byte 11: found 'd' where a name in quotes was expected.",
                "{'descr': '<f4 # byte 24: the header ends where the end of a string was expected.",
                "{'descr': '<f\\x34'} # byte 23: found '\\' where a letter, a digit or a sign of ASCII was expected.",
                "{'descr': 4} # byte 20: found '4' where the type of the numbers, such as '<f4' was expected.",
                "{'descr': '<x4'} # byte 20: the type \"<x4\" is none that can be read; these are |b1, |u1, |i1, and u2, i2, u4, i4, u8, i8, f2, f4, f8 behind < or >.",
                "{'descr': '|f4'} # byte 20: the type \"|f4\" is of numbers of another width than 2, 4 or 8 bytes; save x.astype(\"float64\").",
                "{'descr': ''} # byte 20: the type \"\" is none that can be read; these are |b1, |u1, |i1, and u2, i2, u4, i4, u8, i8, f2, f4, f8 behind < or >.",
                "{'descr': ('<f4', (2,))} # byte 20: the array is of structures; save an array of numbers for each field.",
                "{'fortran_order': 1} # byte 28: found '1' where True or False was expected.",
                "{'fortran_order': Truer} # byte 28: found 'T' where True or False was expected.",
                "{'shape': 3} # byte 20: found '3' where the shape, such as (2, 3) was expected.",
                "{'shape': (3)} # byte 22: found ')' where \",\", which is behind an only size too, was expected.",
                "{'shape': (3, 4 5)} # byte 26: found '5' where \",\" or the shape's end was expected.",
                "{'shape': (-1,)} # byte 21: found '-' where a whole number, of digits alone was expected.",
                "{'shape': (,)} # byte 21: found ',' where a whole number, of digits alone was expected.",
                "{'shape': (99999999999999999999,)} # byte 39: the number is beyond 9223372036854775807.",
                "{'shape': (2147483640,)} # byte 33: the shape of \"x\" is [2147483640]; no size exceeds 2147483639, the longest array.",
                "{'shape': (65536, 65536)} # byte 34: the shape of \"x\" is [65536, 65536], more than the 2147483639 elements that an array holds.",
            })
    void whatIsWrongWithAHeader(String header, String expected) {
        assertRefused(bytes(header, 4), expected);
    }

    @Test
    void whatStandsBehindTheDictionary() {
        assertRefused(
                bytes(SHAPE + "(1,), } x", 4), "byte 68: found 'x' where the header's end, or spaces was expected.");
    }

    @Test
    void whatIsNoArray() {
        assertRefused(new byte[8], "byte 0: this is no NumPy array, which begins with \\x93NUMPY.");
        assertRefused(
                bytes("\u0004\u0000", "\u0000\u0000", "", 8),
                "byte 6: the version is 4.0; 1.0, 2.0 and 3.0 can be read.");
        assertRefused(
                bytes("\u0001\u0001", "\u0000\u0000", "", 8),
                "byte 6: the version is 1.1; 1.0, 2.0 and 3.0 can be read.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000\u0000\u0001\u0000", "\u00ff\u00ff\u00ff\u00ff"})
    void aHeaderThatClaimsMuchTakesNoMemory(String length) {
        assertTakesNoMemory(bytes("\u0002\u0000", length, "{}", 0), "the header is said to have ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<f4", ">f8", "|u1", "|b1", "<i8"})
    void anArrayThatClaimsMuchTakesNoMemory(String type) {
        for (String fortran : new String[] {"True", "False"}) {
            String header = "{'descr': '" + type + "', 'fortran_order': " + fortran + ", 'shape': (2, 1073741819)}";
            assertTakesNoMemory(bytes(header, 100_000), "the file ends after ");
        }
    }

    private static void assertTakesNoMemory(byte[] bytes, String message) {
        long before = Allocations.ofThisThread();
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read(bytes))
                .withMessageContaining(message);
        assertThat(Allocations.ofThisThread() - before).isLessThan(3_000_000);
    }

    @Test
    void deepHeaders() {
        for (String part : new String[] {"{", "{'shape': (", "{'descr': ["}) {
            byte[] bytes = bytes(part.repeat(65_000 / part.length()), 0);
            assertThatExceptionOfType(DataFormatException.class).isThrownBy(() -> read(bytes));
        }
    }
}
