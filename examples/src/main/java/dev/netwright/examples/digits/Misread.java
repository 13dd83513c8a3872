package dev.netwright.examples.digits;

import dev.netwright.examples.MostProbable;
import dev.netwright.runtime.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Images that a network reads wrongly, drawn with characters. */
final class Misread {
    /** From paper to ink. */
    private static final String SHADES = " .:-=+*#%@";

    private static final int SIZE = DrawnDigits.SIZE;
    private static final String BETWEEN = "  ";

    private Misread() {}

    /** The rows of the first images, at most so many, whose most probable digit is not their label. */
    static List<Integer> first(int most, float[] probabilities, Dataset images) {
        int classes = images.targets().width();
        List<Integer> found = new ArrayList<>();
        for (int row = 0; row < images.rows() && found.size() < most; row++) {
            if (MostProbable.of(probabilities, row, classes) != images.targets().labels()[row]) {
                found.add(row);
            }
        }
        return found;
    }

    /** Images side by side, each under a line such as {@code 4 read as 9 (0.83)}. */
    static String draw(List<Integer> rows, float[] probabilities, Dataset images) {
        int classes = images.targets().width();
        StringBuilder text = new StringBuilder();
        for (int row : rows) {
            int read = MostProbable.of(probabilities, row, classes);
            String title = String.format(
                    Locale.ROOT,
                    "%d read as %d (%.2f)",
                    images.targets().labels()[row],
                    read,
                    probabilities[row * classes + read]);
            text.append(title).append(" ".repeat(SIZE - title.length())).append(BETWEEN);
        }
        // A character is about twice as high as wide: it stands for two pixels, one above the other.
        for (int y = 0; y < SIZE; y += 2) {
            text.append('\n');
            for (int row : rows) {
                appendShades(text, images.features(), (row * SIZE + y) * SIZE);
                text.append(BETWEEN);
            }
        }
        return text.toString().replaceAll(" +(\n|$)", "$1");
    }

    private static void appendShades(StringBuilder text, float[] pixels, int start) {
        for (int pixel = start; pixel < start + SIZE; pixel++) {
            float ink = (pixels[pixel] + pixels[pixel + SIZE]) / 2;
            text.append(SHADES.charAt(Math.round(ink * (SHADES.length() - 1))));
        }
    }
}
