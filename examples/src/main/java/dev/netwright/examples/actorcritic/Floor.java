package dev.netwright.examples.actorcritic;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A floor of cells with walls and an exit. A robot moves by one cell at a time, and stays where it is before a wall. */
final class Floor {
    /** Cells, walls included. */
    static final int CELLS = 63;

    /** Up, right, down and left. */
    static final int DIRECTIONS = 4;

    private static final String PLAN = """
            #########
            #   #   #
            # # # # #
            # #   # #
            # ##### #
            #     #E#
            #########
            """.replace("\n", "");

    private static final int WIDTH = 9;
    private static final int[] STEPS = {-WIDTH, 1, WIDTH, -1};
    private static final char WALL = '#';
    private static final int EXIT = PLAN.indexOf('E');

    private Floor() {}

    /** The cells that a robot can stand on and has somewhere to go from. */
    static List<Integer> starts() {
        return IntStream.range(0, CELLS)
                .filter(cell -> PLAN.charAt(cell) == ' ')
                .boxed()
                .toList();
    }

    static boolean isExit(int cell) {
        return cell == EXIT;
    }

    /** Where a move leads. */
    static int after(int cell, int direction) {
        int next = cell + STEPS[direction];
        return PLAN.charAt(next) == WALL ? cell : next;
    }

    /** The fewest moves from each cell to the exit. */
    static int[] fewestMoves() {
        int[] fewest = new int[CELLS];
        Arrays.fill(fewest, Integer.MAX_VALUE);
        fewest[EXIT] = 0;
        Deque<Integer> reached = new ArrayDeque<>(List.of(EXIT));
        while (!reached.isEmpty()) {
            int cell = reached.remove();
            for (int direction = 0; direction < DIRECTIONS; direction++) {
                // Ways lead back as they lead there.
                int next = after(cell, direction);
                if (fewest[next] == Integer.MAX_VALUE) {
                    fewest[next] = fewest[cell] + 1;
                    reached.add(next);
                }
            }
        }
        return fewest;
    }

    /** Writes where a robot stands, {@code 1 x} {@value #CELLS}: 1 at its cell and 0 elsewhere. */
    static void place(int cell, float[] places, int row) {
        Arrays.fill(places, row * CELLS, (row + 1) * CELLS, 0f);
        places[row * CELLS + cell] = 1f;
    }

    /** The plan, two characters a cell, with something else at every cell that a robot starts from. */
    static String draw(IntFunction<String> atCell) {
        StringBuilder drawing = new StringBuilder();
        for (int cell = 0; cell < CELLS; cell++) {
            char planned = PLAN.charAt(cell);
            drawing.append(planned == ' ' ? atCell.apply(cell) : planned == WALL ? "##" : " " + planned);
            drawing.append(cell % WIDTH == WIDTH - 1 ? "\n" : "");
        }
        return drawing.toString();
    }
}
