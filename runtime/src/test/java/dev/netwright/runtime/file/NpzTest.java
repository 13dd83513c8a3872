package dev.netwright.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.data.Dataset;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzTest {
    @TempDir
    private Path folder;

    static TensorFile read(byte[] bytes, String... names) throws IOException {
        return Npz.read(new ByteArrayInputStream(bytes), "m.npz", names);
    }

    static byte[] write(Tensor... tensors) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npz.write(out, List.of(tensors));
        return out.toByteArray();
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadAgain(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<Tensor> tensors = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            tensors.add(tensor("tensor." + i + (random.nextBoolean() ? "" : " größer.npy"), random));
        }
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        Npz.write(stored, tensors);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        Npz.writeCompressed(compressed, tensors);
        assertSame(read(stored.toByteArray()).tensors(), tensors);
        assertSame(read(compressed.toByteArray()).tensors(), tensors);
        assertSame(
                TensorFile.read(new ByteArrayInputStream(compressed.toByteArray()), "m.npz")
                        .tensors(),
                tensors);
        for (Tensor tensor : tensors) {
            ByteArrayOutputStream alone = new ByteArrayOutputStream();
            Npy.write(alone, tensor);
            Tensor read = Npy.read(new ByteArrayInputStream(alone.toByteArray()), tensor.name() + ".npy");
            assertSame(List.of(read), List.of(tensor));
        }
    }

    private static Tensor tensor(String name, Random random) {
        int[] shape = new int[random.nextInt(5)];
        int count = 1;
        for (int d = 0; d < shape.length; d++) {
            shape[d] = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(12);
            count *= shape[d];
        }
        return switch (random.nextInt(3)) {
            case 0 -> {
                float[] floats = new float[count];
                for (int i = 0; i < count; i++) {
                    floats[i] = Float.intBitsToFloat(random.nextInt());
                }
                yield Tensor.of(name, floats, shape);
            }
            case 1 -> Tensor.of(name, random.doubles(count).toArray(), shape);
            default -> Tensor.of(name, random.longs(count).toArray(), shape);
        };
    }

    static void assertSame(List<Tensor> found, List<Tensor> expected) {
        assertThat(found).hasToString(expected.toString());
        for (int i = 0; i < found.size(); i++) {
            switch (expected.get(i).type()) {
                case "F32" ->
                    assertThat(found.get(i).floats()).isEqualTo(expected.get(i).floats());
                case "F64" ->
                    assertThat(found.get(i).doubles()).isEqualTo(expected.get(i).doubles());
                default ->
                    assertThat(found.get(i).longs()).isEqualTo(expected.get(i).longs());
            }
        }
    }

    /** Byte by byte as the format's description has it. */
    @Test
    void theBytesOfAnArrayAreThoseOfTheFormat() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(out, Tensor.of("x", new float[] {1f, 2f}, 2));
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }";
        String text =
                "\u0093NUMPY\u0001\u0000\u0076\u0000" + header + " ".repeat(128 - 10 - 1 - header.length()) + "\n";
        assertThat(new String(out.toByteArray(), 0, 128, StandardCharsets.ISO_8859_1))
                .isEqualTo(text);
        assertThat(out.toByteArray()).endsWith(0, 0, 0x80, 0x3f, 0, 0, 0, 0x40).hasSize(128 + 8);
    }

    /** Also on another day, in another place and on another JDK. */
    @Test
    void theSameTensorsGiveTheSameBytes() throws IOException {
        byte[] bytes = write(Tensor.of("n", new long[] {7}), Tensor.of("ö", new float[] {1, 2}, 2, 1));
        assertThat(hash(bytes)).isEqualTo("5c7e8b2b78e7a48265e850a83e129c8eeb2911fa0bcb4a472814d73a184d61a4");
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** The JDK's reader of zip files is the other side. */
    @Test
    void theFileIsAZipFile() throws IOException {
        Path file = folder.resolve("m.npz");
        Npz.writeCompressed(file, List.of(Tensor.of("b", new float[1000], 1000), Tensor.of("a", new long[1])));
        assertThat(Files.size(file)).isLessThan(1000);
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
                Npy.read(in, entry.getName());
            }
        }
        assertThat(names).containsExactly("b.npy", "a.npy");
        assertThat(Npz.read(file).source()).isEqualTo(file.toString());
        assertThat(TensorFile.read(file).tensor("b").floats()).isEqualTo(new float[1000]);
    }

    @Test
    void moreEntriesThanAPlainZipFileCanCount() throws IOException {
        Tensor[] tensors = new Tensor[70_000];
        for (int i = 0; i < tensors.length; i++) {
            tensors[i] = Tensor.of(Integer.toString(i), new long[] {i});
        }
        byte[] bytes = write(tensors);
        assertThat(read(bytes, "69999").tensor("69999").longs()).containsExactly(69_999);
    }

    @Test
    void namesThatAFileCannotHave() {
        Tensor tensor = Tensor.of("w", new float[1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(tensor, tensor))
                .withMessage("The name \"w\" is that of two tensors; give each its own.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(Tensor.of("\uD83D", new float[1])))
                .withMessage("The name \"\\ud83d\" has half of a character; give the tensor another.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(Tensor.of("ö".repeat(40_000), new float[1])))
                .withMessageEndingWith("has 40000 characters; a name in a zip file has at most 65535 bytes.");
        int[] shape = new int[65];
        Arrays.fill(shape, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(Tensor.of("w", new float[1], shape)))
                .withMessage("Tensor \"w\" has 65 dimensions; an array of NumPy has at most 64.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Npy.write(folder.resolve("w.npy"), Tensor.of("w", new float[1], shape)));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileOfTheOtherKind() throws IOException {
        Path npy = folder.resolve("x.npy");
        Path npz = folder.resolve("x.npz");
        Npy.write(npy, Tensor.of("x", new float[1]));
        Npz.write(npz, List.of());
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Npz.read(npy))
                .withMessage(npy + ", byte 0: this is an .npy file of one array; read it with Npy.read.");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Npy.read(npz))
                .withMessage(npz + ", byte 0: this is an .npz file of several arrays; read it with Npz.read.");
        assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> Npz.read(folder));
        assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> Npy.read(folder));
        assertThat(Npy.read(npy).name()).isEqualTo("x");
    }

    @Test
    void numbersOfEveryTypeBecomeFloatsAndInts() {
        Tensor doubles = Tensor.of("x", new double[] {3, -1, 0.1, 1e-50, Double.NaN, Double.NEGATIVE_INFINITY}, 6);
        assertThat(doubles.toFloats()).containsExactly(3, -1, 0.1f, 0, Float.NaN, Float.NEGATIVE_INFINITY);
        Tensor longs = Tensor.of("y", new long[] {3, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}, 4);
        assertThat(longs.toFloats()).containsExactly(3, -1, -0x1p31f, 0x1p31f);
        assertThat(longs.toInts()).containsExactly(3, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
        float[] live = {2, -7};
        assertThat(Tensor.of("z", live, 2).toFloats()).containsExactly(2, -7).isNotSameAs(live);
        assertThat(Tensor.of("z", live, 2).toInts()).containsExactly(2, -7);
        assertThat(Tensor.of("z", new double[] {-2147483648.0, 0}, 2).toInts()).containsExactly(Integer.MIN_VALUE, 0);
    }

    @Test
    void numbersThatFloatsAndIntsAreTooSmallFor() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Tensor.of("x", new double[] {0, -1e39}, 2).toFloats())
                .withMessage("Tensor \"x\", element 1: the number is -1.0E39, beyond the largest float,"
                        + " 3.4028235E38; scale it.");
        assertThatIllegalStateException()
                .isThrownBy(() -> Tensor.of("y", new long[] {0, 1L << 31}, 2).toInts())
                .withMessage("Tensor \"y\", element 1: the number is 2147483648, which is no int.");
        for (double number : new double[] {0.5, 1e10, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> Tensor.of("y", new double[] {number}).toInts())
                    .withMessage("Tensor \"y\", element 0: the number is " + number + ", which is no int.");
        }
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> Tensor.of("y", new float[] {Integer.MAX_VALUE}).toInts())
                .withMessage("Tensor \"y\", element 0: the number is 2.147483648E9, which is no int.");
    }

    /** Whoever reads several files needs to know which it is. */
    @Test
    void refusalsNameTheFile() throws IOException {
        TensorFile file = read(write(Tensor.of("y", new double[] {0.5}, 1), Tensor.of("x", new double[] {1e39}, 1)));
        assertThatIllegalStateException()
                .isThrownBy(() -> file.tensor("y").toInts())
                .withMessage("m.npz, tensor \"y\", element 0: the number is 0.5, which is no int.");
        assertThatIllegalStateException()
                .isThrownBy(() -> file.tensor("x").toFloats())
                .withMessageStartingWith(
                        "m.npz, tensor \"x\", element 0: the number is 1.0E39, beyond the largest float");
        assertThatIllegalStateException()
                .isThrownBy(() -> file.tensor("y").floats())
                .withMessage(
                        "m.npz, tensor \"y\" has numbers of type F64, but floats() needs F32; toFloats() converts them.");
        Path other = folder.resolve("other.safetensors");
        file.write(other);
        assertThatIllegalStateException()
                .isThrownBy(() -> TensorFile.read(other).tensor("y").toInts())
                .withMessageStartingWith(other + ", tensor \"y\", element 0: ");
        Path array = folder.resolve("y.npy");
        Npy.write(array, file.tensor("y"));
        assertThatIllegalStateException()
                .isThrownBy(() -> Npy.read(array).toInts())
                .withMessageStartingWith(array + ", tensor \"y\", element 0: ");
    }

    @Test
    void arraysThatAreNotThere() throws IOException {
        byte[] bytes = write(Tensor.of("x", new double[] {1}, 1), Tensor.of("y", new double[] {1}, 1));
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read(bytes, "x", "z"))
                .withMessage("m.npz, its arrays: there is none of the name \"z\"; there are \"x\", \"y\".");
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read(write(), "z"))
                .withMessage("m.npz, its arrays: there is none of the name \"z\"; there are none at all.");
        List<Tensor> many = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            many.add(Tensor.of("t" + i, new double[] {1}, 1));
        }
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read(write(many.toArray(Tensor[]::new)), "z"))
                .withMessageEndingWith("\"t8\", \"t9\" and 3 more.");
    }

    @Test
    void aDataSetFromArrays() throws IOException {
        byte[] bytes = write(
                Tensor.of("x", new double[] {0.5, 1, 1.5, 2, 2.5, 3}, 3, 2), Tensor.of("y", new long[] {0, 2, 1}, 3));
        TensorFile file = read(bytes);
        Dataset data = Dataset.ofLabels(
                file.tensor("x").toFloats(), 2, file.tensor("y").toInts(), 3);
        assertThat(data.rows()).isEqualTo(3);
        assertThat(data.sample(2)).containsExactly(2.5f, 3);
    }

    /** Numbers of all widths, in an order in which a safetensors file cannot have them. */
    @Test
    void arraysBecomeASafetensorsFile() throws IOException {
        Path file = folder.resolve("m.safetensors");
        new TensorFile(
                        Map.of(),
                        read(write(Tensor.of("f", new float[3], 3), Tensor.of("l", new long[] {5})))
                                .tensors())
                .write(file);
        assertThat(TensorFile.read(file).tensors()).hasToString("[l I64 [], f F32 [3]]");
    }
}
