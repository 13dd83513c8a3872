package dev.netwright.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netwright.runtime.data.DataFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that NumPy wrote, with the numbers that it had. {@code numpy-files.py} beside them made them. */
class NumpyFilesTest {
    /** Of longer arrays the script says a sum alone. */
    private static final int MOST_LISTED = 100;

    private static final int PERIOD = 1000;

    private static InputStream open(String name) {
        InputStream in = NumpyFilesTest.class.getResourceAsStream(name);
        if (in == null) {
            throw new AssertionError(name);
        }
        return in;
    }

    private static TensorFile read(String name, String... arrays) throws IOException {
        try (InputStream in = open(name)) {
            return Npz.read(in, name, arrays);
        }
    }

    /** Name, shape, numbers. */
    static List<String> expected() throws IOException {
        try (InputStream in = open("expected.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("expected")
    void numbersOfEveryTypeAndOrder(String line) throws IOException {
        String[] parts = line.split("\\|", -1);
        Tensor tensor = read("compressed.npz").tensor(parts[0]);
        checkShapeAndNumbers(tensor, parts);
        if (tensor.count() < MOST_LISTED) {
            checkShapeAndNumbers(read("stored.npz").tensor(parts[0]), parts);
        }
    }

    private static void checkShapeAndNumbers(Tensor tensor, String[] parts) {
        assertThat(tensor.shape().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .isEqualTo(parts[1]);
        double[] numbers = parts[2].isEmpty()
                ? new double[0]
                : Arrays.stream(parts[2].split(","))
                        .mapToDouble(NumpyFilesTest::number)
                        .toArray();
        if (tensor.count() < MOST_LISTED) {
            switch (tensor.type()) {
                case "I64" -> assertThat(longs(parts[2])).isEqualTo(tensor.longs());
                case "F64" -> assertThat(tensor.doubles()).isEqualTo(numbers);
                default -> assertThat(widened(tensor.floats())).isEqualTo(numbers);
            }
            return;
        }
        long sum = 0;
        for (int i = 0; i < tensor.count(); i++) {
            sum += tensor.longs()[i] * (i % PERIOD);
        }
        assertThat(sum).isEqualTo((long) numbers[0]);
    }

    private static double[] widened(float[] floats) {
        double[] doubles = new double[floats.length];
        for (int i = 0; i < floats.length; i++) {
            doubles[i] = floats[i];
        }
        return doubles;
    }

    private static double number(String text) {
        return switch (text) {
            case "True" -> 1;
            case "False" -> 0;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }

    private static long[] longs(String text) {
        return Arrays.stream(text.split(","))
                .mapToLong(number -> number.matches("-?\\d+") ? Long.parseLong(number) : (long) number(number))
                .toArray();
    }

    @Test
    void theNamesAndTypes() throws IOException {
        List<String> names = expected().stream()
                .map(line -> line.substring(0, line.indexOf('|')))
                .toList();
        assertThat(names).hasSizeGreaterThan(50);
        TensorFile file = read("compressed.npz");
        assertThat(file.tensors().stream().map(Tensor::name)).containsExactlyElementsOf(names);
        assertThat(file.tensor("f2").type()).isEqualTo("F32");
        assertThat(file.tensor("f4-big-columns").type()).isEqualTo("F32");
        assertThat(file.tensor("f8").type()).isEqualTo("F64");
        assertThat(file.tensor("b1").type()).isEqualTo("I64");
        assertThat(file.tensor("number")).hasToString("number F64 []");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyVersion(int version) throws IOException {
        String name = "version" + version + ".npy";
        try (InputStream in = open(name)) {
            Tensor tensor = Npy.read(in, "somewhere/" + name);
            assertThat(tensor).hasToString("version" + version + " F32 [2, 3]");
            assertThat(tensor.floats())
                    .isEqualTo(read("stored.npz").tensor("f4").floats());
        }
    }

    @Test
    void whatWasWrittenToAStream() throws IOException {
        TensorFile streamed = read("streamed.npz");
        TensorFile stored = read("stored.npz");
        assertThat(streamed.tensors()).hasToString("[f4 F32 [2, 3], i8 I64 [2, 3]]");
        assertThat(streamed.tensor("f4").floats()).isEqualTo(stored.tensor("f4").floats());
        assertThat(streamed.tensor("i8").longs()).isEqualTo(stored.tensor("i8").longs());
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read("streamed-stored.npz"))
                .withMessage("streamed-stored.npz, byte 0: the entry \"f4.npy\" does not say how long it is, as it was"
                        + " written to a stream; write it to a file, or compressed.");
    }

    @Test
    void noArrayAtAll() throws IOException {
        assertThat(read("empty.npz").tensors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "objects # the type \"|O\" is of Python objects, which NumPy keeps as a pickle, and whoever reads a pickle runs what is in it; save numbers, such as x.astype(\"float32\").",
                "texts # the type \"<U2\" is of texts, which are no numbers; save a number for each, such as np.unique(x, return_inverse=True)[1].",
                "bytes # the type \"|S2\" is of texts, which are no numbers; save a number for each, such as np.unique(x, return_inverse=True)[1].",
                "complex # the type \"<c16\" is of complex numbers; save two arrays, x.real and x.imag.",
                "times # the type \"<M8[D]\" is of times; save numbers, such as x.astype(\"int64\").",
                "durations # the type \"<m8[s]\" is of times; save numbers, such as x.astype(\"int64\").",
                "structures # the array is of structures; save an array of numbers for each field.",
                "raw # the type \"|V2\" is of structures or raw bytes; save an array of numbers for each field.",
                "wide # the type \"<f16\" is of numbers of another width than 2, 4 or 8 bytes; save x.astype(\"float64\").",
            })
    void whatIsNoNumbers(String name, String expected) {
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read("refused.npz", name))
                .withMessage("refused.npz, array \"" + name + "\", byte 20: " + expected);
    }

    @Test
    void aNumberThatNoLongHolds() {
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read("refused.npz", "large"))
                .withMessage("refused.npz, tensor \"large\", element 0: the number is 9223372036854775808, beyond"
                        + " 9223372036854775807.");
    }

    @Test
    void arraysThatAreNamedAreReadWhateverIsBesideThem() throws IOException {
        assertThat(read("refused.npz", "numbers").tensors()).hasToString("[numbers I64 [3]]");
        assertThat(read("stored.npz", "f4", "i8").tensors()).hasToString("[i8 I64 [2, 3], f4 F32 [2, 3]]");
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read("streamed.npz", "f4", "x"))
                .withMessage("streamed.npz, its arrays: there is none of the name \"x\"; there are \"f4\", \"i8\".");
        assertThat(read("refused.npz", "numbers").tensor("numbers").longs()).containsExactly(0, 1, 2);
    }
}
