package dev.netwright.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.examples.ExampleRun;
import dev.netwright.runtime.data.Dataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class DigitsCommandTest {
    @TempDir
    private Path folder;

    private ExampleRun run(String... more) {
        return ExampleRun.of(List.of("digits", "--data", folder.toString()), more);
    }

    private void writeSmallFiles() throws Exception {
        Dataset images = DrawnDigits.draw(360, 5);
        IdxFolder.write(folder, DrawnDigits.SIZE, images.slice(0, 240), images.slice(240, 360));
    }

    @Test
    void learnsTheDigitsThatItDraws() {
        ExampleRun run = ExampleRun.of("digits");

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines())
                .startsWith(
                        "Data: digits that this example draws (--data FOLDER takes MNIST's)",
                        "Images: 12,000 to learn from, 2,000 to validate, 2,000 to test");
        assertThat(run.lines()).filteredOn(line -> line.startsWith("epoch ")).hasSize(10);
        assertThat(run.number("Test accuracy: (\\S+) % of 2,000 images")).isBetween(95.0, 99.9);
        assertThat(run.output()).containsPattern("Misread, for example:\n\\d read as \\d \\(0\\.\\d\\d\\)");
    }

    @Test
    void theLastLineIsThePathOfTheGeneratedSource() throws Exception {
        writeSmallFiles();
        ExampleRun run = run("--epochs", "1");

        String last = run.lines().get(run.lines().size() - 1);
        assertThat(last).startsWith("Generated source: ");
        Path source = Path.of(last.substring("Generated source: ".length()));
        assertThat(source).isAbsolute().hasFileName("DigitsNetwork.java");
        assertThat(Files.readString(source))
                .contains("private void forwardHidden1", "private void forwardOutput")
                .contains("private void backwardHidden1", "private void backwardOutput");
    }

    @Test
    void readsMnistsFilesAndKeepsTheTestImagesForTheTest() throws Exception {
        writeSmallFiles();
        ExampleRun run = run("--epochs", "30");

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines())
                .startsWith("Data: the images in " + folder, "Images: 220 to learn from, 20 to validate, 120 to test");
        assertThat(run.number("Test accuracy: (\\S+) % of 120 images")).isGreaterThan(50);
    }

    @Test
    void theSeedDecidesEverythingAndTheThreadsNothing() throws Exception {
        writeSmallFiles();
        String first = run("--epochs", "2").steadyOutput();

        assertThat(run("--epochs", "2", "--threads", "2").steadyOutput()).isEqualTo(first);
        assertThat(run("--epochs", "2", "--seed", "43").steadyOutput()).isNotEqualTo(first);
    }

    @Test
    void aFolderThatIsNotThereIsOneLine() {
        Path nowhere = folder.resolve("nowhere");

        assertFailure(ExampleRun.of("digits", "--data", nowhere.toString()), nowhere + ": there is no such folder.");
    }

    @Test
    void aFolderWithoutTheFilesIsOneLineWithTheirNames() {
        assertFailure(
                run(),
                folder + ": the folder has none of train-images-idx3-ubyte, train-images-idx3-ubyte.gz,"
                        + " train-images.idx3-ubyte, train-images.idx3-ubyte.gz.");
    }

    @Test
    void aTruncatedFileIsOneLineWithThePlace() throws Exception {
        writeSmallFiles();
        Path images = folder.resolve("t10k-images-idx3-ubyte");
        byte[] whole = Files.readAllBytes(images);
        Files.write(images, Arrays.copyOf(whole, whole.length - 1));

        assertFailure(
                run(),
                images + ", byte " + (whole.length - 1) + ": the file ends after " + (whole.length - 1)
                        + " bytes, but needs " + whole.length + "; it is truncated.");
    }

    @Test
    void imagesOfAnotherSizeAreRefused() throws Exception {
        Dataset small = Dataset.ofLabels(new float[3 * 100], 100, new int[] {1, 2, 3}, 10);
        IdxFolder.write(folder, 10, small, small);

        assertFailure(run(), folder + ", images: an image has 100 pixels; this network reads images of 28 x 28.");
    }

    @Test
    void oneTrainingImageIsTooFew() throws Exception {
        Dataset one = DrawnDigits.draw(1, 1);
        IdxFolder.write(folder, DrawnDigits.SIZE, one, one);

        assertFailure(
                run(), folder + ", training images: there is one; at least two are needed, one to validate with.");
    }

    private static void assertFailure(ExampleRun run, String message) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).isEqualTo("error: " + message + "\n");
    }

    @Test
    void learnsWithConvolutionsToo() throws Exception {
        writeSmallFiles();
        ExampleRun run = run("--lenet", "--epochs", "30");

        assertThat(run.exitCode()).isZero();
        assertThat(run.number("Test accuracy: (\\S+) % of 120 images")).isGreaterThan(50);
        assertThat(run.output()).contains("LeNet5Network.java");
    }

    /** With {@code -Dnetwright.mnist=FOLDER}; the project does not ship the files. */
    @Test
    @EnabledIfSystemProperty(named = "netwright.mnist", matches = ".+")
    void readsAtLeast97AndAHalfPercentOfMnistsTestImages() {
        ExampleRun run = ExampleRun.of("digits", "--data", System.getProperty("netwright.mnist"));

        assertThat(run.lines()).contains("Images: 55,000 to learn from, 5,000 to validate, 10,000 to test");
        assertThat(run.number("Test accuracy: (\\S+) % of 10,000 images")).isGreaterThanOrEqualTo(97.5);
    }

    /** With {@code -Dnetwright.mnist=FOLDER}, as above. */
    @Test
    @EnabledIfSystemProperty(named = "netwright.mnist", matches = ".+")
    void readsAtLeast98Point8PercentOfThemWithConvolutions() {
        ExampleRun run = ExampleRun.of("digits", "--lenet", "--data", System.getProperty("netwright.mnist"));

        assertThat(run.number("Test accuracy: (\\S+) % of 10,000 images")).isGreaterThanOrEqualTo(98.8);
    }
}
