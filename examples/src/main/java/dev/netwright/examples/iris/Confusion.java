package dev.netwright.examples.iris;

import dev.netwright.examples.MostProbable;
import dev.netwright.runtime.data.Dataset;
import java.util.List;

/** How many rows of each class were taken for which class. */
final class Confusion {
    private final List<String> classes;
    private final int[][] counts;

    private Confusion(List<String> classes) {
        this.classes = classes;
        this.counts = new int[classes.size()][classes.size()];
    }

    /**
     * Counts.
     *
     * @param probabilities {@code rows x classes}; the largest of a row is what the row is taken for
     */
    static Confusion of(Dataset data, float[] probabilities) {
        Confusion confusion = new Confusion(data.classNames());
        int width = data.classNames().size();
        for (int row = 0; row < data.rows(); row++) {
            int taken = MostProbable.of(probabilities, row, width);
            confusion.counts[data.targets().labels()[row]][taken]++;
        }
        return confusion;
    }

    /** The counts as a table: a line for each class, a column for what its rows were taken for. */
    @Override
    public String toString() {
        int width = classes.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder table = new StringBuilder(cell("taken for", width + 9));
        classes.forEach(name -> table.append("  ").append(name));
        for (int actual = 0; actual < classes.size(); actual++) {
            table.append(System.lineSeparator()).append(cell(classes.get(actual), width + 9));
            for (int taken = 0; taken < classes.size(); taken++) {
                String count = Integer.toString(counts[actual][taken]);
                int columns = classes.get(taken).length() + 2;
                table.append(" ".repeat(Math.max(1, columns - count.length()))).append(count);
            }
        }
        return table.toString();
    }

    private static String cell(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
