package dev.netwright.runtime.file;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netwright.runtime.data.DataFormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever gives a file of another kind hears what it is, and what to do instead. */
class OtherFormatTest {
    private static void assertRefused(byte[] bytes, String message) {
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> TensorFile.read(new ByteArrayInputStream(bytes), "m"))
                .withMessageStartingWith("m, byte 0: " + message)
                .withMessageEndingWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "08 07 12 07 70 79 74 6f 72 63 68 1a | an ONNX file: let an interface name it, @OnnxModel",
                "08 08 3a a0 01 0a 10 0a 05 69 6e 70 | an ONNX file: ",
                "93 4e 55 4d 50 59 01 00 76 00 7b 27 | an .npy file of one array: Npy.read reads it;",
                "89 48 44 46 0d 0a 1a 0a 00 00 00 00 | an HDF5 file, as Keras writes: write its arrays with np.savez,",
                "80 02 8a 0a 6c fc 9c 46 f9 20 6a a8 | a pickle of Python, which is a program and so is not read: write the",
                "80 04 95 10 00 00 00 00 01 00 00 00 | a pickle of Python"
            })
    void binaryFiles(String hexadecimal, String what) {
        String[] digits = hexadecimal.strip().split(" ");
        byte[] bytes = new byte[digits.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(digits[i], 16);
        }
        assertRefused(bytes, "this is no safetensors file, but " + what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "area,rooms,price | a text: give a file that save, save_file of safetensors.torch or np.savez has written;",
                "größe;preis, 1,2 | a text: ",
                "version https://git-lfs.github.com/spec/v1 | a pointer of Git LFS, which stands for the file: run git lfs pull."
            })
    void texts(String text, String what) {
        assertRefused(
                (text + "\n1\t2\r\n").getBytes(StandardCharsets.UTF_8), "this is no safetensors file, but " + what);
    }

    @Test
    void bytesOfNoKnownFormat() {
        assertRefused(
                new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
                "this is no safetensors file: one begins with the length of its header, at most 100000000,");
    }

    @Test
    void archivesOfPyTorch() throws IOException {
        for (String name : new String[] {"archive/data.pkl", "data.pkl"}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(new byte[] {(byte) 0x80, 2});
                zip.closeEntry();
            }
            assertRefused(
                    bytes.toByteArray(),
                    "this is no .npz file, but an archive of torch.save: write the state_dict with save_file of"
                            + " safetensors.torch, or its arrays with np.savez.");
        }
    }
}
