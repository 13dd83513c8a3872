package dev.netwright.examples.cartpole;

import java.util.List;

/**
 * How much better each push of some episodes turned out than was to be expected. A push is followed by the discounted
 * return {@code g = Σ γᵏ·1} over the steps k that the pole still stood. The baseline to which it is compared (Williams 1992)
 * is the mean of the episodes' returns from the same step on, 0 for those that had ended.
 */
final class Advantages {
    private static final double DISCOUNT = 0.99;

    private Advantages() {}

    /** One for each step of each episode, one episode after the other, scaled to a mean square of 1. */
    static double[] of(List<Episode> episodes) {
        double[] baseline = new double[CartPole.MOST_STEPS];
        for (Episode episode : episodes) {
            for (int step = 0; step < episode.steps(); step++) {
                baseline[step] += returnAfter(episode, step) / episodes.size();
            }
        }
        double[] advantages =
                new double[episodes.stream().mapToInt(Episode::steps).sum()];
        double squares = 0;
        int row = 0;
        for (Episode episode : episodes) {
            for (int step = 0; step < episode.steps(); step++) {
                advantages[row] = returnAfter(episode, step) - baseline[step];
                squares += advantages[row] * advantages[row];
                row++;
            }
        }
        // Episodes that all went alike teach nothing: every advantage is 0 then.
        double scale = squares == 0 ? 0 : 1 / Math.sqrt(squares / advantages.length);
        for (int i = 0; i < advantages.length; i++) {
            advantages[i] *= scale;
        }
        return advantages;
    }

    /** {@code 1 + γ + γ² + ...} over the steps that are left, this one included. */
    private static double returnAfter(Episode episode, int step) {
        return (1 - StrictMath.pow(DISCOUNT, episode.steps() - step)) / (1 - DISCOUNT);
    }
}
