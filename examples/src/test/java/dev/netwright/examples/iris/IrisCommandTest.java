package dev.netwright.examples.iris;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.examples.ExampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Irises are told apart, those of a file and drawn ones. */
class IrisCommandTest {
    private static final String FISHERS_TABLE = "src/test/resources/iris.csv";
    private static final String ACCURACY = "Test accuracy: ([0-9.]+) %";

    @TempDir
    private Path folder;

    /** Over many seeds the mean is 96 %, as for the methods of the literature; a few flowers lie between two species. */
    @ParameterizedTest
    @CsvSource({"42, 97", "1, 88", "2, 88"})
    void theFlowersOfAFileAreToldApart(String seed, double accuracy) {
        ExampleRun run = ExampleRun.of("iris", "--data", FISHERS_TABLE, "--seed", seed);
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).startsWith("Data: " + FISHERS_TABLE, "Flowers: 105 to learn from, 45 to test");
        assertThat(run.number(ACCURACY)).isGreaterThanOrEqualTo(accuracy);
        assertThat(run.output()).containsPattern("taken for +setosa  versicolor  virginica\nsetosa +15 +0 +0\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "1", "2"})
    void drawnFlowersAreToldApartAndItSaysThatTheyAreDrawn(String seed) {
        ExampleRun run = ExampleRun.of("iris", "--seed", seed);
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines())
                .startsWith(
                        "Data: drawn from the means and covariances of Fisher's irises (1936), as no --data FILE is given",
                        "Flowers: 420 to learn from, 180 to test");
        assertThat(run.number(ACCURACY)).isGreaterThanOrEqualTo(95);
    }

    @Test
    void oneFlowerIsClassified() {
        ExampleRun run = ExampleRun.of("iris", "--data", FISHERS_TABLE);
        String last = run.lines().get(run.lines().size() - 1);
        assertThat(last)
                .matches("A flower with sepals of \\d\\.\\d x \\d\\.\\d cm and petals of \\d\\.\\d x \\d\\.\\d cm"
                        + " is taken for (setosa|versicolor|virginica) \\(\\d+\\.\\d %\\); it is versicolor");
    }

    @Test
    void theSameSeedGivesTheSameOutputOnAnyNumberOfThreads() {
        ExampleRun run = ExampleRun.of("iris", "--epochs", "3");
        assertThat(ExampleRun.of("iris", "--epochs", "3", "--threads", "2").steadyOutput())
                .isEqualTo(run.steadyOutput());
        assertThat(ExampleRun.of("iris", "--epochs", "3", "--seed", "7").steadyOutput())
                .isNotEqualTo(run.steadyOutput());
    }

    @Test
    void namesOfSpeciesMayBeginOtherwise() throws IOException {
        String text = Files.readString(Path.of(FISHERS_TABLE)).replaceAll("(setosa|versicolor|virginica)", "Iris-$1");
        ExampleRun run = ExampleRun.of("iris", "--epochs", "1", "--data", file(text));
        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("setosa  versicolor  virginica");
    }

    @Test
    void aFileThatIsNotThereIsAnErrorOfOneLine() {
        ExampleRun run = ExampleRun.of("iris", "--data", "no-such.csv");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors())
                .startsWith("error: no-such.csv: there is no such file; looked for /")
                .hasLineCount(1);
    }

    @Test
    void aFileOfAnotherKindIsAnErrorOfOneLine() throws IOException {
        assertError("a,b\n1,2\n", "line 1: there is no column \"species\"; the columns are \"a\", \"b\".");
        String header = "sepal_length,sepal_width,petal_length,petal_width,species\n";
        assertError(
                header + "1,2,3,x,a\n",
                "line 2, column 4 (petal_width): the cell is \"x\", which is no decimal number such as 1.5 or -2e-3. If the"
                        + " column is not meant to be read, leave it out with ignore(...).");
        assertError(
                header + "1,2,3,4,setosa\n1,2,3,4,daisy\n",
                "column species: \"daisy\" is none of the species that the network tells apart, [setosa, versicolor, virginica].");
        assertError(
                header + "1,2,3,4,setosa\n1,2,3,4,setosa\n1,2,3,4,virginica\n1,2,3,4,versicolor\n",
                "column species: there is one flower of versicolor, but it takes two, one to learn from and one to test with.");
        assertError(
                header + "1,2,3,4,setosa\n1,2,3,4,setosa\n",
                "column species: there is no flower of versicolor, but it takes two, one to learn from and one to test with.");
    }

    private void assertError(String text, String problem) throws IOException {
        String file = file(text);
        ExampleRun run = ExampleRun.of("iris", "--data", file);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).isEqualTo("error: " + file + ", " + problem + "\n");
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("flowers.csv"), text).toString();
    }
}
