package dev.netwright.examples;

/** What a classifier decides: the class with the largest probability. */
public final class MostProbable {
    private MostProbable() {}

    /**
     * The class, from 0, that a row is taken for; of equal ones the first.
     *
     * @param probabilities {@code rows x classes}
     */
    public static int of(float[] probabilities, int row, int classes) {
        int best = 0;
        for (int candidate = 1; candidate < classes; candidate++) {
            if (probabilities[row * classes + candidate] > probabilities[row * classes + best]) {
                best = candidate;
            }
        }
        return best;
    }
}
