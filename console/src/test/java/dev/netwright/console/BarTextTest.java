package dev.netwright.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BarTextTest {
    private static final Standing STANDING = new Standing(3, 10, 24_320, 54_000, 0.1234, 152_340, 2, 0.45);

    @Test
    void showsTheEpochTheRowsTheLossTheRateAndTheTimeLeft() {
        assertThat(BarText.of(STANDING, BarStyle.ASCII, 79))
                .isEqualTo("epoch  3/10 [====>    ] 24320/54000 rows  loss 0.1234   152k rows/s   0:02 left");
    }

    @Test
    void takesTheColumnsOfAWideTerminalUpToABarOfForty() {
        String text = BarText.of(STANDING, BarStyle.ASCII, 500);

        assertThat(text)
                .contains("[" + "=".repeat(18) + ">" + " ".repeat(21) + "]")
                .endsWith("0:02 left");
    }

    @Test
    void leavesTheBarOutWhereItWouldBeTooShort() {
        assertThat(BarText.of(STANDING, BarStyle.ASCII, 73))
                .isEqualTo("epoch  3/10 24320/54000 rows  loss 0.1234   152k rows/s   0:02 left");
    }

    @Test
    void cutsWhatStandsLastWhereThereIsNoRoom() {
        assertThat(BarText.of(STANDING, BarStyle.ASCII, 30)).isEqualTo("epoch  3/10 24320/54000 rows  ");
    }

    @Test
    void theBarKeepsItsWidthWhileTheNumbersChange() {
        Standing early = new Standing(3, 10, 64, 54_000, 2.1234, 81, 1_700, 0);
        String text = BarText.of(early, BarStyle.ASCII, 79);

        assertThat(text).endsWith("   64/54000 rows  loss 2.1234     81 rows/s  28:20 left");
        assertThat(text.indexOf(']'))
                .isEqualTo(BarText.of(STANDING, BarStyle.ASCII, 79).indexOf(']'));
    }

    @Property
    void neverTakesMoreThanTheColumns(
            @ForAll @IntRange(min = 1, max = 200) int columns,
            @ForAll @IntRange(min = 1, max = 100_000) int epochs,
            @ForAll @IntRange(min = 1) int rows,
            @ForAll double loss,
            @ForAll @DoubleRange(min = 0, max = 1) double filled,
            @ForAll BarStyle style) {
        Standing standing = new Standing(epochs, epochs, rows / 2, rows, loss, rows / filled, 1 / filled, filled);

        assertThat(BarText.of(standing, style, columns)).hasSizeLessThanOrEqualTo(columns);
    }

    @Property
    void barsAreAsWideAsTheyShouldBe(
            @ForAll @IntRange(min = 1, max = 60) int width,
            @ForAll @DoubleRange(min = 0, max = 1) double fraction,
            @ForAll BarStyle style) {
        assertThat(style.draw(fraction, width)).hasSize(width + BarStyle.ENDS);
    }

    @Test
    void blocksFillEighthByEighth() {
        assertThat(BarStyle.BLOCKS.draw(0, 3)).isEqualTo("|   |");
        assertThat(BarStyle.BLOCKS.draw(1 / 24.0, 3)).isEqualTo("|▏  |");
        assertThat(BarStyle.BLOCKS.draw(0.5, 3)).isEqualTo("|█▌ |");
        assertThat(BarStyle.BLOCKS.draw(1, 3)).isEqualTo("|███|");
    }

    @Test
    void charactersFillOneByOne() {
        assertThat(BarStyle.ASCII.draw(0, 3)).isEqualTo("[>  ]");
        assertThat(BarStyle.ASCII.draw(0.5, 3)).isEqualTo("[=> ]");
        assertThat(BarStyle.ASCII.draw(1, 3)).isEqualTo("[===]");
    }

    @Test
    void blocksAreForEncodingsThatHaveThem() {
        assertThat(BarStyle.of(StandardCharsets.UTF_8)).isEqualTo(BarStyle.BLOCKS);
        assertThat(BarStyle.of(StandardCharsets.US_ASCII)).isEqualTo(BarStyle.ASCII);
        assertThat(BarStyle.of(StandardCharsets.ISO_8859_1)).isEqualTo(BarStyle.ASCII);
    }
}
