package dev.netwright.runtime.data;

import dev.netwright.runtime.random.SeededRandom;
import java.util.Arrays;

/** Divides a data set into two parts at random. Which row goes where follows from the seed alone. */
final class RandomSplit {
    private RandomSplit() {}

    static Split of(Dataset data, double fraction, long seed) {
        check(data, fraction);
        boolean[] training = new boolean[data.rows()];
        int[] rows = ascending(data.rows());
        mark(rows, share(fraction, rows.length), new SeededRandom(seed), training);
        return split(data, training);
    }

    static Split stratified(Dataset data, Targets targets, double fraction, long seed) {
        check(data, fraction);
        if (!targets.areLabels()) {
            throw new IllegalArgumentException(
                    "A stratified split needs labels, but the targets are values; use split(fraction, seed).");
        }
        boolean[] training = new boolean[data.rows()];
        int[][] rowsOfClasses = rowsOfClasses(targets);
        boolean isDivided = false;
        for (int label = 0; label < rowsOfClasses.length; label++) {
            int[] rows = rowsOfClasses[label];
            isDivided |= rows.length > 1;
            int count = rows.length > 1 ? share(fraction, rows.length) : rows.length;
            mark(rows, count, SeededRandom.of(seed, label), training);
        }
        if (!isDivided) {
            throw new IllegalArgumentException(
                    "Every class has one row, so that a stratified split would hold out none;"
                            + " use split(fraction, seed).");
        }
        return split(data, training);
    }

    private static void check(Dataset data, double fraction) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException(
                    "The training part's fraction must be between 0 and 1, but is " + fraction + ".");
        }
        if (data.rows() < 2) {
            throw new IllegalArgumentException("A data set of one row cannot be split; it needs at least two.");
        }
    }

    /** At least one row on each side. */
    private static int share(double fraction, int rows) {
        return Math.max(1, Math.min(rows - 1, (int) Math.rint(fraction * rows)));
    }

    private static void mark(int[] rows, int count, SeededRandom random, boolean[] training) {
        random.shuffle(rows);
        for (int r = 0; r < count; r++) {
            training[rows[r]] = true;
        }
    }

    /** For each class its rows, in ascending order. */
    private static int[][] rowsOfClasses(Targets targets) {
        int[] counts = new int[targets.width()];
        for (int label : targets.labels()) {
            counts[label]++;
        }
        int[][] rows = new int[counts.length][];
        Arrays.setAll(rows, label -> new int[counts[label]]);
        for (int row = targets.rows() - 1; row >= 0; row--) {
            int label = targets.labels()[row];
            rows[label][--counts[label]] = row;
        }
        return rows;
    }

    private static Split split(Dataset data, boolean[] training) {
        int[] first = new int[training.length];
        int[] second = new int[training.length];
        int firstCount = 0;
        int secondCount = 0;
        for (int row = 0; row < training.length; row++) {
            if (training[row]) {
                first[firstCount++] = row;
            } else {
                second[secondCount++] = row;
            }
        }
        return new Split(
                data.select(Arrays.copyOf(first, firstCount)), data.select(Arrays.copyOf(second, secondCount)));
    }

    /** The numbers 0 to {@code count - 1}. */
    static int[] ascending(int count) {
        int[] rows = new int[count];
        Arrays.setAll(rows, r -> r);
        return rows;
    }
}
