package dev.netwright.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.netwright.runtime.data.DataFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about a file that is not as it should be: where, what was found, and what to do. */
class CsvErrorsTest {
    private static final UnaryOperator<CsvDataset> TARGET_Y = csv -> csv.targets("y");
    private static final UnaryOperator<CsvDataset> LABEL_KIND = csv -> csv.label("kind");

    private static DataFormatException failure(String text, UnaryOperator<CsvDataset> settings) {
        return failure(text.getBytes(StandardCharsets.UTF_8), settings);
    }

    private static DataFormatException failure(byte[] bytes, UnaryOperator<CsvDataset> settings) {
        DataFormatException failure =
                catchThrowableOfType(DataFormatException.class, () -> CsvText.load(bytes, settings));
        assertThat(failure).as("failure").isNotNull();
        assertThat(failure.source()).endsWith("data.csv");
        return failure;
    }

    private static void assertFailure(
            String text, UnaryOperator<CsvDataset> settings, String position, String problem) {
        DataFormatException failure = failure(text, settings);
        assertThat(failure.position()).isEqualTo(position);
        assertThat(failure).hasMessage(failure.source() + ", " + position + ": " + problem);
    }

    @Test
    void aFileThatIsNotThere(@TempDir Path folder) {
        Path file = folder.resolve("iris.csv");
        assertThatThrownBy(CsvDataset.of(file).label("species")::load)
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(file + ": there is no such file; looked for " + file.toAbsolutePath() + ".");
    }

    @Test
    void aFolder(@TempDir Path folder) {
        assertThatThrownBy(CsvDataset.of(folder).label("species")::load)
                .isInstanceOf(FileSystemException.class)
                .hasMessage(folder + ": this is a folder; name a CSV file in it.");
    }

    @Test
    void anEmptyFile() {
        String problem = "the file is empty; it needs a line of column names, and rows.";
        assertFailure("", TARGET_Y, "line 1", problem);
        assertFailure("\n\n", TARGET_Y, "line 1", problem);
        assertFailure(
                "# nothing\n",
                csv -> csv.targets("2").comments('#').withoutHeader(),
                "line 1",
                "the file is empty; it needs at least one row.");
    }

    @Test
    void noRows() {
        assertFailure(
                "\nx,y\n\n",
                TARGET_Y,
                "line 2",
                "there are column names, but no row after them; a data set needs at least one. If the line is a row, call"
                        + " withoutHeader(...).");
    }

    @Test
    void aColumnThatIsNotThere() {
        assertFailure(
                "sepal,petal,species\n1,2,a\n",
                csv -> csv.label("specie"),
                "line 1",
                "there is no column \"specie\" (did you mean \"species\"?); the columns are \"sepal\", \"petal\","
                        + " \"species\".");
        assertFailure(
                "a,b\n1,2\n",
                csv -> csv.targets("z"),
                "line 1",
                "there is no column \"z\"; the columns are \"a\", \"b\".");
        assertThat(failure("x,y\n1,2\n", csv -> csv.targets("y").features("Q")))
                .hasMessageContaining("there is no column \"Q\"");
        assertThat(failure("x,y\n1,2\n", csv -> csv.targets("y").ignore("id")))
                .hasMessageContaining("there is no column \"id\"");
    }

    @Test
    void anotherSeparatorThanTheFiles() {
        assertFailure(
                "x;y\n1;2\n",
                TARGET_Y,
                "line 1",
                "there is no column \"y\"; the columns are \"x;y\". If the file is separated by ';', call"
                        + " separator(';').");
        assertThat(failure("x\ty\n1\t2\n", TARGET_Y)).hasMessageEndingWith("call separator('\\t').");
    }

    @Test
    void twoColumnsOfOneName() {
        assertFailure(
                "x,y, x\n1,2,3\n",
                TARGET_Y,
                "line 1",
                "the columns 1 and 3 are both named \"x\"; give each a name of its own in the file.");
    }

    @Test
    void aFeatureWithoutAName() {
        assertFailure(
                ",x,y\n1,2,3\n",
                TARGET_Y,
                "line 1",
                "column 1 has no name, so nobody can say whether it is a feature; name it, or name the features with"
                        + " features(...).");
    }

    @Test
    void noFeatures() {
        assertFailure("y\n1\n", TARGET_Y, "line 1", "no column is left to be a feature; the columns are \"y\".");
    }

    @Test
    void aRowThatIsTooShortOrTooLong() {
        assertFailure("x,y\n1,2\n\n3\n", TARGET_Y, "line 4", "the row has 1 cell, but there are 2 columns.");
        assertFailure("x,y\n1,2,3\n", TARGET_Y, "line 2", "the row has 3 cells, but there are 2 columns.");
        assertFailure(
                "x,y\n# here\n",
                TARGET_Y,
                "line 2",
                "the row has 1 cell, but there are 2 columns. If the line is a comment, call comments('#').");
    }

    @Test
    void moreColumnsThanNames() {
        assertFailure(
                "1,2,3\n",
                csv -> csv.withoutHeader("x", "y").targets("y"),
                "line 1",
                "the row has 3 cells, but 2 names were given to withoutHeader(...); give one for each.");
    }

    @Test
    void aCellThatIsNoNumber() {
        assertFailure(
                "x,y\n1,2\n3,abc\n",
                TARGET_Y,
                "line 3, column 2 (y)",
                "the cell is \"abc\", which is no decimal number such as 1.5 or -2e-3. If the column is not meant to be read,"
                        + " leave it out with ignore(...).");
    }

    @Test
    void aCellThatIsEmptyOrMissing() {
        assertFailure(
                "x,y\n , 2\n",
                TARGET_Y,
                "line 2, column 1 (x)",
                "the cell is empty, but every feature and target needs a value; fill it in, or remove the row or the column.");
        for (String missing : new String[] {"NA", "N/A", "NaN", "null", "?", "None"}) {
            assertThat(failure("x,y\n1," + missing + "\n", TARGET_Y))
                    .hasMessageContaining("line 2, column 2 (y): the cell is \"" + missing + "\", but every feature");
        }
    }

    @Test
    void aCellThatIsNotFinite() {
        for (String infinite : new String[] {"Infinity", "-inf", "1e39", "-3.5e38"}) {
            assertFailure(
                    "x,y\n" + infinite + ",1\n",
                    TARGET_Y,
                    "line 2, column 1 (x)",
                    "the cell is \"" + infinite
                            + "\", but features and targets must be finite and at most 3.4028235E38.");
        }
    }

    @Test
    void aLabelThatIsEmptyOrNoneOfTheClasses() {
        assertFailure(
                "x,kind\n1,a\n2, \n",
                LABEL_KIND,
                "line 3, column 2 (kind)",
                "the cell is empty, but every row needs a label.");
        assertFailure(
                "x,kind\n1,setosa\n2,virginca\n",
                csv -> csv.label("kind").classes("setosa", "versicolor", "virginica"),
                "line 3, column 2 (kind)",
                "the label is \"virginca\" (did you mean \"virginica\"?); the classes are \"setosa\", \"versicolor\","
                        + " \"virginica\".");
    }

    @Test
    void lineNumbersCountTheLineBreaksInsideCells() {
        String text = "\"x\r\n(cm)\",kind,y\n1,\"a\nb\r\nc\rd\",2\n\n3,\"e\n\n\",oops\n";
        DataFormatException failure = failure(text, csv -> csv.targets("y").ignore("kind"));
        assertThat(failure.position()).isEqualTo("line 10, column 3 (y)");
    }

    @Test
    void aTextFromTheFileStaysOnOneLineAndShort() {
        assertThat(failure("x,y\n\"1\n2\",3\n", TARGET_Y)).hasMessageContaining("the cell is \"1\\u000a2\", which");
        assertThat(failure("x,y\n" + "z".repeat(1000) + ",3\n", TARGET_Y))
                .hasMessageContaining("the cell is \"" + "z".repeat(40) + "...\", which");
    }

    @Test
    void quotesThatDoNotPair() {
        // Taken as a cell that goes to the end of the file it would swallow every row after it.
        assertThat(failure("kind,x\na,1\n\"b,2\nc,3\nd,4\n", LABEL_KIND))
                .hasMessageContaining(", line 3: this is no row of a CSV file: ")
                .hasMessageContaining("Unclosed quoted field");
        assertThat(failure("x,kind\n1,\"a\"b\n", LABEL_KIND))
                .hasMessageContaining(
                        ", line 2: this is no row of a CSV file: Unexpected character after closing quote");
    }

    @Test
    void bytesThatAreNotOfTheCharset() throws IOException {
        DataFormatException failure =
                failure("x,art\n1,süß\n".getBytes(StandardCharsets.ISO_8859_1), csv -> csv.label("art"));
        assertThat(failure)
                .hasMessageEndingWith("here or soon after are bytes that are not UTF-8; name the file's encoding with"
                        + " charset(...).");
    }

    @Test
    void aListOfManyColumnsIsCutShort() {
        String header = "a,b,c,d,e,f,g,h,i,j,k,l,m,n";
        assertThat(failure(header + "\n", csv -> csv.label("species"))).hasMessageEndingWith("\"l\" and 2 more.");
    }
}
