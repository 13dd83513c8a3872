package dev.netwright.runtime.data;

/** Checks of arrays of features and targets. Every message has the values that were found. */
final class Values {
    /** The longest array that every JVM can allocate. */
    static final int MOST = Integer.MAX_VALUE - 8;

    private Values() {}

    /** Rows that an array divides into. */
    static int rows(String name, float[] values, int columns) {
        if (columns < 1 || values.length % columns != 0) {
            throw new IllegalArgumentException(count(values.length, name) + (values.length == 1 ? " does" : " do")
                    + " not divide into rows of " + count(columns, "column") + ".");
        }
        return values.length / columns;
    }

    static void checkFinite(String name, float[] values, int columns) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException("The " + name + " in row " + i / columns + ", column " + i % columns
                        + " is " + values[i] + "; every " + name + " must be finite"
                        + (name.equals("target") ? ", also in rows of the weight 0." : "."));
            }
        }
    }

    /** For messages: {@code 1 row} or {@code 3 rows}. */
    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Such as {@code There is 1 sample} or {@code There are 3 samples}. */
    static String thereAre(int count, String noun) {
        return (count == 1 ? "There is " : "There are ") + count(count, noun);
    }

    static void checkSize(int rows, int columns) {
        if ((long) rows * columns > MOST) {
            throw new IllegalArgumentException(rows + " rows of " + columns + " columns would need "
                    + (long) rows * columns + " values, but an array holds " + MOST + " at most.");
        }
    }
}
