package dev.netwright.examples.digits;

import dev.netwright.examples.MostProbable;
import dev.netwright.runtime.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

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

    /** Images side by side, each under a line such as {@code 4 read as 9 (0.83)}; as lines. */
    static List<String> draw(List<Integer> rows, float[] probabilities, Dataset images) {
        List<String> lines = new ArrayList<>();
        lines.add(sideBySide(rows, row -> title(row, probabilities, images)));
        // A character is about twice as high as wide: it stands for two pixels, one above the other.
        for (int y = 0; y < SIZE; y += 2) {
            int line = y;
            lines.add(sideBySide(rows, row -> shades(images.features(), (row * SIZE + line) * SIZE)));
        }
        return lines;
    }

    private static String sideBySide(List<Integer> rows, IntFunction<String> part) {
        return rows.stream()
                .map(part::apply)
                .collect(Collectors.joining(BETWEEN))
                .stripTrailing();
    }

    private static String title(int row, float[] probabilities, Dataset images) {
        int classes = images.targets().width();
        int read = MostProbable.of(probabilities, row, classes);
        String title = String.format(
                Locale.ROOT,
                "%d read as %d (%.2f)",
                images.targets().labels()[row],
                read,
                probabilities[row * classes + read]);
        return title + " ".repeat(SIZE - title.length());
    }

    private static String shades(float[] pixels, int start) {
        StringBuilder line = new StringBuilder();
        for (int pixel = start; pixel < start + SIZE; pixel++) {
            float ink = (pixels[pixel] + pixels[pixel + SIZE]) / 2;
            line.append(SHADES.charAt(Math.round(ink * (SHADES.length() - 1))));
        }
        return line.toString();
    }
}
