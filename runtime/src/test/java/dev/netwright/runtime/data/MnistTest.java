package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MnistTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        IdxFiles.writeMnist(folder, 50, 20);
    }

    @Test
    void pixelsAreFeaturesFromZeroToOne() throws IOException {
        Mnist mnist = Mnist.load(folder);
        assertThat(mnist.training()).hasToString("Dataset[50 rows, 6 features, 10 classes]");
        assertThat(mnist.test()).hasToString("Dataset[20 rows, 6 features, 10 classes]");
        for (int i = 0; i < 300; i++) {
            assertThat(mnist.training().features()[i]).isEqualTo(((i + 1) % 256) / 255f);
        }
        assertThat(mnist.training().targets().labels()).startsWith(1, 2, 3).endsWith(9, 0);
        assertThat(mnist.training().features()).contains(0f, 1f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"train-images", "train-labels", "t10k-images", "t10k-labels"})
    void eachFileMayBeZippedOrHaveADot(String stem) throws IOException {
        Mnist plain = Mnist.load(folder);
        String ending = stem.endsWith("images") ? "idx3-ubyte" : "idx1-ubyte";
        Path file = folder.resolve(stem + "-" + ending);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        for (String name : new String[] {"-" + ending + ".gz", "." + ending, "." + ending + ".gz"}) {
            Path other = folder.resolve(stem + name);
            Files.write(other, name.endsWith(".gz") ? IdxFiles.gzip(bytes) : bytes);
            Mnist mnist = Mnist.load(folder);
            assertThat(mnist.training().features()).isEqualTo(plain.training().features());
            assertThat(mnist.test().targets().labels())
                    .isEqualTo(plain.test().targets().labels());
            Files.delete(other);
        }
    }

    @Test
    void aMissingFileIsToldWithWhatWasTried() throws IOException {
        Files.delete(folder.resolve("t10k-labels-idx1-ubyte"));
        Files.createDirectory(folder.resolve("t10k-labels-idx1-ubyte"));
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> Mnist.load(folder))
                .withMessage(
                        "%s: the folder has none of t10k-labels-idx1-ubyte, t10k-labels-idx1-ubyte.gz,"
                                + " t10k-labels.idx1-ubyte, t10k-labels.idx1-ubyte.gz.",
                        folder);
    }

    @Test
    void noFolder() {
        String problem = ": this is no folder; give the one that has MNIST's four IDX files.";
        for (Path path : new Path[] {folder.resolve("none"), folder.resolve("train-labels-idx1-ubyte")}) {
            assertThatExceptionOfType(NoSuchFileException.class)
                    .isThrownBy(() -> Mnist.load(path))
                    .withMessage(path + problem);
        }
    }

    @Test
    void labelsBeyondNine() throws IOException {
        Path labels = folder.resolve("train-labels-idx1-ubyte");
        for (int label : new int[] {10, 255}) {
            byte[] bytes = IdxFiles.file(10, 50);
            bytes[8 + 31] = (byte) label;
            Files.write(labels, bytes);
            assertThatExceptionOfType(DataFormatException.class)
                    .isThrownBy(() -> Mnist.load(folder))
                    .withMessage("%s, byte 39: the label of image 31 is %d; digits go from 0 to 9.", labels, label);
            bytes[8] = (byte) label;
            Files.write(labels, bytes);
            assertThatExceptionOfType(DataFormatException.class)
                    .isThrownBy(() -> Mnist.load(folder))
                    .withMessageStartingWith(labels + ", byte 8: the label of image 0 is " + label + ";");
        }
    }

    @Test
    void imagesAndLabelsThatAreNotAsMany() throws IOException {
        Path labels = folder.resolve("train-labels-idx1-ubyte");
        Files.write(labels, IdxFiles.file(10, 49));
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> Mnist.load(folder))
                .withMessage(
                        "%s, byte 4: there are 49 labels for the 50 images of %s.",
                        labels, folder.resolve("train-images-idx3-ubyte"));
    }

    @Test
    void filesOfTheOtherKind() throws IOException {
        Path images = folder.resolve("train-images-idx3-ubyte");
        Path labels = folder.resolve("train-labels-idx1-ubyte");
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> Mnist.read(labels, images))
                .withMessage(
                        "%s, byte 3: the file has 1 dimensions, but a file of images: count x height x width has 3.",
                        labels);
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> Mnist.read(images, images))
                .withMessage("%s, byte 3: the file has 3 dimensions, but a file of labels: count has 1.", images);
    }

    @Test
    void noImageAndNoPixel() throws IOException {
        Path images = folder.resolve("train-images-idx3-ubyte");
        Path labels = folder.resolve("train-labels-idx1-ubyte");
        Files.write(images, IdxFiles.file(256, 0, 2, 3));
        Files.write(labels, IdxFiles.file(10, 0));
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> Mnist.load(folder))
                .withMessage("%s, byte 4: the file has no images.", images);
        Files.write(images, IdxFiles.file(256, 5, 0, 3));
        Files.write(labels, IdxFiles.file(10, 5));
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> Mnist.load(folder))
                .withMessage("%s, byte 8: an image has 0 x 3 pixels; it needs at least one.", images);
    }

    @Test
    void testImagesOfAnotherSize() throws IOException {
        Path images = folder.resolve("t10k-images-idx3-ubyte");
        Files.write(images, IdxFiles.file(256, 20, 3, 3));
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> Mnist.load(folder))
                .withMessage(
                        "%s, byte 8: an image has 9 pixels, but 6 in %s.",
                        images, folder.resolve("train-images-idx3-ubyte"));
    }
}
