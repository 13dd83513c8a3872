package dev.netwright.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.Dataset;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of CSV's many dialects can be read. */
class CsvSyntaxTest {
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyKindOfLineBreakEndsARow(String lineBreak) throws IOException {
        Dataset data = CsvText.load(String.join(lineBreak, "x,y", "1,2", "3,4", ""), csv -> csv.targets("y"));
        assertThat(data.features()).containsExactly(1f, 3f);
    }

    @Test
    void theLastLineNeedsNoLineBreak() throws IOException {
        assertThat(CsvText.load("x,y\n1,2\n3,4", csv -> csv.targets("y")).rows())
                .isEqualTo(2);
    }

    @Test
    void blankLinesDoNotCount() throws IOException {
        Dataset data = CsvText.load("\n\nx,y\n\n1,2\n\r\n3,4\n\n\n", csv -> csv.targets("y"));
        assertThat(data.features()).containsExactly(1f, 3f);
    }

    @Test
    void quotedCellsMayHoldSeparatorsLineBreaksAndDoubledQuotes() throws IOException {
        Dataset data = CsvDataset.of(Path.of("src/test/resources/quoted.csv"))
                .label("note")
                .load();
        assertThat(data.featureNames()).containsExactly("width, in \"cm\"", "height");
        assertThat(data.features()).containsExactly(1.5f, 2f, 3f, 4.5f);
        assertThat(data.classNames()).containsExactly("said \"no\"", "two\nlines");
    }

    @Test
    void spacesAroundACellDoNotCount() throws IOException {
        Dataset data = CsvText.load("x , kind\n 1.5\t, setosa \n2,setosa\n", csv -> csv.label(" kind"));
        assertThat(data.features()).containsExactly(1.5f, 2f);
        assertThat(data.featureNames()).containsExactly("x");
        assertThat(data.classNames()).containsExactly("setosa");
    }

    @ParameterizedTest
    @ValueSource(chars = {';', '\t', '|', ' ', ':'})
    void anotherSeparatorMayBeNamed(char separator) throws IOException {
        String text = "x,y\n1,2\n3,4\n".replace(',', separator);
        assertThat(CsvText.load(text, csv -> csv.targets("y").separator(separator))
                        .features())
                .containsExactly(1f, 3f);
    }

    @Test
    void commentsArePassedOverWhereTheyAreExpected() throws IOException {
        String text = "# measured in \"cm\nx,y\n1,2\n# a, b, c\n3,4\n#";
        assertThat(CsvText.load(text, csv -> csv.targets("y").comments('#')).features())
                .containsExactly(1f, 3f);
    }

    @Test
    void withoutCommentsTheSignIsAnOrdinaryCharacter() throws IOException {
        assertThat(CsvText.load("x,kind\n1,#a\n", csv -> csv.label("kind")).classNames())
                .containsExactly("#a");
        assertThat(CsvText.load("#x,y\n1,2\n", csv -> csv.targets("y")).featureNames())
                .containsExactly("#x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void aByteOrderMarkDecidesHowCharactersAreEncoded(String charset) throws IOException {
        Dataset data = CsvText.load("\uFEFFgröße,art\n1,süß\n", Charset.forName(charset), csv -> csv.label("art"));
        assertThat(data.featureNames()).containsExactly("größe");
        assertThat(data.classNames()).containsExactly("süß");
    }

    @Test
    void anotherEncodingMayBeNamed() throws IOException {
        Dataset data = CsvText.load(
                "x,art\n1,süß\n",
                StandardCharsets.ISO_8859_1,
                csv -> csv.label("art").charset(StandardCharsets.ISO_8859_1));
        assertThat(data.classNames()).containsExactly("süß");
    }

    @Test
    void aFormatThatCannotBeReadIsRefused() {
        CsvDataset csv = CsvDataset.of(Path.of("x"));
        assertThatThrownBy(() -> csv.separator('"'))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The separator is a quote; it cannot be that.");
        assertThatThrownBy(() -> csv.comments('\n'))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The start of a comment is a line break; it cannot be that.");
        assertThatThrownBy(() -> csv.comments(','))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The separator and the start of a comment are both ','; they must differ.");
    }
}
