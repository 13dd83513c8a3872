package dev.netwright.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorFileTest {
    private static final TensorFile EMPTY = new TensorFile(Map.of(), List.of());

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("b", "quotes \" and \\ and\nlines\tand \u0001");
        texts.put("a", "ä 日本 \uD83D\uDE00 and half of one \uD83D");
        texts.put("", "");
        Path file = folder.resolve("m.safetensors");
        new TensorFile(
                        texts,
                        List.of(
                                Tensor.of("w", new float[] {1f, -0f, Float.MIN_VALUE, 3e38f, Float.NaN, 6f}, 2, 3),
                                Tensor.of("Größe \"x\"", new double[] {Math.PI}),
                                Tensor.of("none", new float[0], 3, 0),
                                Tensor.of("order", new long[] {Long.MIN_VALUE, 0, Long.MAX_VALUE}, 3)))
                .write(file);
        TensorFile read = TensorFile.read(file);
        assertThat(read.metadata()).containsExactlyEntriesOf(texts);
        assertThat(read.tensor("w").floats()).containsExactly(1f, -0f, Float.MIN_VALUE, 3e38f, Float.NaN, 6f);
        assertThat(read.tensor("w").shape()).containsExactly(2, 3);
        assertThat(read.tensor("Größe \"x\"").doubles()).containsExactly(Math.PI);
        assertThat(read.tensor("Größe \"x\"").shape()).isEmpty();
        assertThat(read.tensor("none").count()).isZero();
        assertThat(read.tensor("none").shape()).containsExactly(3, 0);
        assertThat(read.tensor("order").longs()).containsExactly(Long.MIN_VALUE, 0, Long.MAX_VALUE);
        assertThat(read.tensors()).hasToString("[Größe \"x\" F64 [], order I64 [3], w F32 [2, 3], none F32 [3, 0]]");
    }

    /** Byte by byte as the format's description has it. */
    @Test
    void theBytesAreThoseOfTheFormat() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TensorFile(Map.of("format", "pt"), List.of(Tensor.of("w", new float[] {1f, 2f}, 1, 2))).write(out);
        String header =
                "{\"__metadata__\":{\"format\":\"pt\"},\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}";
        assertThat(out.toByteArray())
                .isEqualTo(SafetensorsBytes.of(
                        (header + " ".repeat(88 - header.length())).getBytes(StandardCharsets.UTF_8),
                        new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40}));
    }

    @Test
    void nothingIsAFileToo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EMPTY.write(out);
        assertThat(out.toByteArray()).isEqualTo(SafetensorsBytes.of("{}      ", 0));
        assertThat(SafetensorsBytes.read(SafetensorsBytes.of("{}", 0)).tensors())
                .isEmpty();
    }

    @Test
    void longTensorsGoThroughInParts() throws IOException {
        float[] floats = new float[100_003];
        double[] doubles = new double[20_001];
        long[] longs = new long[70_001];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = i * 0.5f;
        }
        doubles[20_000] = 3;
        longs[70_000] = 4;
        Path file = folder.resolve("long");
        new TensorFile(
                        Map.of(),
                        List.of(
                                Tensor.of("f", floats, 100_003),
                                Tensor.of("d", doubles, 20_001),
                                Tensor.of("l", longs, 70_001)))
                .write(file);
        TensorFile read = TensorFile.read(file);
        assertThat(read.tensor("f").floats()).isEqualTo(floats);
        assertThat(read.tensor("d").doubles()).isEqualTo(doubles);
        assertThat(read.tensor("l").longs()).isEqualTo(longs);
    }

    @ParameterizedTest
    @CsvSource({
        "BOOL, 00 01, '[0, 1]'",
        "U8, 00 ff, '[0, 255]'",
        "I8, 7f ff, '[127, -1]'",
        "U16, 01 00 ff ff, '[1, 65535]'",
        "I16, 01 00 ff ff, '[1, -1]'",
        "U32, 01 00 00 00 ff ff ff ff, '[1, 4294967295]'",
        "I32, 01 00 00 00 ff ff ff ff, '[1, -1]'",
        "U64, 01 00 00 00 00 00 00 00 ff ff ff ff ff ff ff 7f, '[1, 9223372036854775807]'",
        "I64, 01 00 00 00 00 00 00 00 ff ff ff ff ff ff ff ff, '[1, -1]'",
    })
    void wholeNumbersOfAllTypes(String type, String bytes, String expected) throws IOException {
        assertThat(Arrays.toString(read(type, bytes, 2).longs())).isEqualTo(expected);
    }

    /** Halves: 1, -2, the largest, the smallest normal, the smallest, a third, -0, infinities and NaN, from IEEE 754's layout. */
    @Test
    void halvesAndShortFloatsAreWidenedExactly() throws IOException {
        assertThat(read("F16", "00 3c 00 c0 ff 7b 00 04 01 00 55 35 00 80 00 7c 00 fc 00 7e", 10)
                        .floats())
                .containsExactly(
                        1f,
                        -2f,
                        65504f,
                        0x1p-14f,
                        0x1p-24f,
                        0.333251953125f,
                        -0f,
                        Float.POSITIVE_INFINITY,
                        Float.NEGATIVE_INFINITY,
                        Float.NaN);
        assertThat(read("BF16", "80 3f 40 c0 00 80 80 7f", 4).floats())
                .containsExactly(1f, -3f, -0f, Float.POSITIVE_INFINITY);
        assertThat(read("F16", "ff 03", 1).floats()).containsExactly(1023f / 1024f * 0x1p-14f);
    }

    private static Tensor read(String type, String hex, int count) throws IOException {
        String[] parts = hex.split(" ");
        byte[] data = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            data[i] = (byte) Integer.parseInt(parts[i], 16);
        }
        String header = "{\"t\": {\"dtype\": \"" + type + "\", \"shape\": [" + count + "], \"data_offsets\": [0, "
                + data.length + "]}}";
        return SafetensorsBytes.read(SafetensorsBytes.of(header.getBytes(StandardCharsets.UTF_8), data))
                .tensor("t");
    }

    @Test
    void numbersOfAnotherTypeThanAskedFor() {
        Tensor floats = Tensor.of("w", new float[1]);
        assertThatIllegalStateException()
                .isThrownBy(floats::doubles)
                .withMessage("Tensor \"w\" has numbers of type F32, but doubles() needs F64.");
        assertThatIllegalStateException().isThrownBy(floats::longs);
        assertThatIllegalStateException().isThrownBy(Tensor.of("w", new long[1])::floats);
    }

    @Test
    void shapesThatDoNotHoldTheNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of("w", new float[5], 2, 3))
                .withMessage("Tensor \"w\" has 5 numbers, but its shape [2, 3] has 6 elements.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of("w", new float[1], -1))
                .withMessage("A size of tensor \"w\" is -1; sizes are at least 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Tensor.of("w", new float[0], Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 4));
        assertThat(Tensor.of("w", new float[0], Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 0)
                        .count())
                .isZero();
    }

    @Test
    void namesThatTwoTensorsCannotHave() {
        Tensor tensor = Tensor.of("w", new float[1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TensorFile(Map.of(), List.of(tensor, tensor)))
                .withMessage("The name \"w\" is that of two tensors; give each its own.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TensorFile(Map.of(), List.of(Tensor.of("__metadata__", new float[1]))))
                .withMessageContaining("is that of a file's metadata");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TensorFile(Map.of(), List.of(tensor)).tensor("v"))
                .withMessage("These tensors has no tensor \"v\"; it has w.");
    }

    @Test
    void whatIsNoFile() throws IOException {
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> TensorFile.read(folder))
                .withMessageContaining("this is a folder");
        assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> EMPTY.write(folder));
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> EMPTY.write(folder.resolve("a/b")))
                .withMessageContaining("its folder does not exist");
        assertThat(Files.list(folder)).isEmpty();
    }
}
