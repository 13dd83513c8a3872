package dev.netwright.examples.spirals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.examples.ExampleRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpiralsCommandTest {
    @TempDir
    private Path folder;

    private ExampleRun run(String... more) {
        return ExampleRun.of(List.of("spirals", "--picture", picture().toString()), more);
    }

    private Path picture() {
        return folder.resolve("picture.png");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 42})
    void tellsTheArmsOfPointsApartThatItNeverSaw(long seed) {
        ExampleRun run = run("--seed", Long.toString(seed));

        assertThat(run.exitCode()).isZero();
        assertThat(run.number("Right: (\\S+) % of 500 points that it never saw"))
                .isGreaterThanOrEqualTo(98);
    }

    @Test
    void writesThePictureWhereTheUserWantsItInPlaceOfWhatIsThere() throws Exception {
        Files.write(picture(), new byte[1_000_000]);
        ExampleRun run = run("--epochs", "2");

        assertThat(run.lines()).last().isEqualTo("Picture of the border: " + picture());
        assertThat(ImageIO.read(picture().toFile()).getWidth()).isEqualTo(600);
        assertThat(Files.size(picture())).isLessThan(1_000_000);
    }

    @Test
    void theSeedDecidesEverythingAndTheThreadsNothing() throws Exception {
        String first = run("--epochs", "5").steadyOutput();
        byte[] image = Files.readAllBytes(picture());

        assertThat(run("--epochs", "5", "--threads", "2").steadyOutput()).isEqualTo(first);
        assertThat(picture()).hasBinaryContent(image);
        assertThat(run("--epochs", "5", "--seed", "43").steadyOutput()).isNotEqualTo(first);
    }

    @Test
    void aFolderThatIsNotThereIsNotedBeforeTheTraining() {
        Path nowhere = folder.resolve("nowhere");

        ExampleRun run =
                ExampleRun.of("spirals", "--picture", nowhere.resolve("x.png").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).isEqualTo("error: " + nowhere + ": there is no such folder for the picture.\n");
    }

    @Test
    void aPictureThatCannotBeWrittenIsOneLine() {
        ExampleRun run = ExampleRun.of("spirals", "--epochs", "1", "--picture", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).startsWith("error: " + folder + ": ").hasLineCount(1);
    }
}
