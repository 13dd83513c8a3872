package dev.netwright.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalLineTest {
    private final Recording recording = new Recording();
    private final TerminalLine line = new TerminalLine(recording.out, 20);

    @Test
    void drawsOverWhatWasLonger() {
        line.show();
        line.accept("longer");
        line.accept("short");

        assertThat(recording.text()).isEqualTo("\rlonger\rshort ");
    }

    @Test
    void isLeftToOthersUntilItIsShown() {
        line.accept("early");
        assertThat(recording.text()).isEmpty();

        assertThat(line.show()).isTrue();
        assertThat(line.show()).isFalse();
        line.accept("now");
        line.hide();
        line.accept("late");

        assertThat(recording.text()).isEqualTo("\rnow\r   \r");
    }

    @Test
    void aPrintedLineTakesThePlaceOfWhatIsDrawn() {
        line.show();
        line.accept("bar");
        line.print("line");
        line.accept("late");

        assertThat(recording.text()).isEqualTo("\rbar\r   \rline\n");
    }

    @Test
    void isEmptiedOnceHoweverOftenItIsClosed() {
        line.show();
        line.accept("bar");
        line.close();
        line.close();

        assertThat(recording.text()).isEqualTo("\rbar\r   \r");
    }

    @Test
    void leavesTheLastColumnFree() {
        assertThat(line.getMaxRenderedLength()).isEqualTo(19);
    }
}
