package dev.netwright.runtime.optimizer;

/**
 * Sums of squares over all parameters. Four sums side by side, since one alone waits for each addition before the next. The place of a
 * value decides to which sum it belongs, so leaving out values of 0 changes no bit.
 */
final class SumOfSquares {
    private static final int SUMS = 4;

    private final Objective.RangeWork add = this::add;
    private float[] values = {};

    /** Values from here on, fewer than there are sums, belong to the first. */
    private int rest;

    private double first;
    private double second;
    private double third;
    private double fourth;

    /** Of all values. */
    double of(float[] all) {
        begin(all);
        add(0, all.length);
        return sum();
    }

    /** Of the gradients that an evaluation left. */
    double ofGradients(Objective objective) {
        begin(objective.gradients());
        objective.forNonZeroRangesInOrder(add);
        return sum();
    }

    private void begin(float[] all) {
        values = all;
        rest = all.length / SUMS * SUMS;
        first = 0.0;
        second = 0.0;
        third = 0.0;
        fourth = 0.0;
    }

    private double sum() {
        return (first + second) + (third + fourth);
    }

    private void add(int from, int to) {
        int i = from;
        for (; i < to && i % SUMS != 0; i++) {
            addOne(i);
        }
        // Variables stay in registers, which fields do not.
        double a = first;
        double b = second;
        double c = third;
        double d = fourth;
        for (; i + SUMS <= to; i += SUMS) {
            a += (double) values[i] * values[i];
            b += (double) values[i + 1] * values[i + 1];
            c += (double) values[i + 2] * values[i + 2];
            d += (double) values[i + 3] * values[i + 3];
        }
        first = a;
        second = b;
        third = c;
        fourth = d;
        for (; i < to; i++) {
            addOne(i);
        }
    }

    private void addOne(int i) {
        double square = (double) values[i] * values[i];
        switch (i < rest ? i % SUMS : 0) {
            case 0 -> first += square;
            case 1 -> second += square;
            case 2 -> third += square;
            default -> fourth += square;
        }
    }
}
