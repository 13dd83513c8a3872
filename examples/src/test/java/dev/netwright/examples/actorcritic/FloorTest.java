package dev.netwright.examples.actorcritic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Walls stop, and ways lead back. */
class FloorTest {
    private static final int UP = 0;
    private static final int RIGHT = 1;
    private static final int DOWN = 2;
    private static final int LEFT = 3;

    @Test
    void aMoveLeadsOneCellOnOrNowhere() {
        int corner = Floor.starts().get(0);
        assertThat(Floor.after(corner, UP)).isEqualTo(corner);
        assertThat(Floor.after(corner, LEFT)).isEqualTo(corner);
        assertThat(Floor.after(corner, RIGHT)).isEqualTo(corner + 1);
        assertThat(Floor.after(Floor.after(corner, DOWN), UP)).isEqualTo(corner);
    }

    @Test
    void theExitIsReachedFromEverywhere() {
        int[] fewest = Floor.fewestMoves();
        for (int start : Floor.starts()) {
            assertThat(fewest[start]).isBetween(1, 22);
            assertThat(Floor.isExit(start)).isFalse();
            boolean leadsNearer = false;
            for (int direction = 0; direction < Floor.DIRECTIONS; direction++) {
                leadsNearer |= fewest[Floor.after(start, direction)] == fewest[start] - 1;
            }
            assertThat(leadsNearer).isTrue();
        }
    }

    @Test
    void aPlaceIsOneOfMany() {
        float[] places = new float[2 * Floor.CELLS];
        Floor.place(10, places, 1);
        Floor.place(12, places, 1);
        for (int i = 0; i < places.length; i++) {
            assertThat(places[i]).isEqualTo(i == Floor.CELLS + 12 ? 1f : 0f);
        }
    }
}
