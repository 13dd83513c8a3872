package dev.netwright.examples.blackscholes;

import dev.netwright.runtime.data.Dataset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Calls with terms that are drawn at random, for learning and for testing. */
final class Calls {
    static final Range MONEYNESS = new Range(0.6, 1.4);
    static final Range YEARS = new Range(0.25, 2);
    static final Range VOLATILITY = new Range(0.1, 0.5);
    static final Range RATE = new Range(0, 0.1);

    private static final int TERMS = 4;

    private Calls() {}

    /** Where a term lies, all values alike. */
    record Range(double from, double to) {
        /** A float, since a network computes in those: it and the formula are to be asked for the same call. */
        private float draw(Random random) {
            return (float) (from + (to - from) * random.nextDouble());
        }
    }

    /** So many calls. */
    static List<EuropeanCall> draw(int count, Random random) {
        return Stream.generate(() -> new EuropeanCall(
                        MONEYNESS.draw(random), YEARS.draw(random), VOLATILITY.draw(random), RATE.draw(random)))
                .limit(count)
                .toList();
    }

    /** The terms as features, {@code calls x 4}, and the formula's prices as targets, {@code calls x 1}. */
    static Dataset dataset(List<EuropeanCall> calls) {
        float[] features = new float[calls.size() * TERMS];
        float[] prices = new float[calls.size()];
        for (int row = 0; row < prices.length; row++) {
            EuropeanCall call = calls.get(row);
            features[row * TERMS] = (float) call.moneyness();
            features[row * TERMS + 1] = (float) call.years();
            features[row * TERMS + 2] = (float) call.volatility();
            features[row * TERMS + 3] = (float) call.rate();
            prices[row] = (float) call.price();
        }
        return Dataset.of(features, TERMS, prices, 1)
                .withFeatureNames(List.of("moneyness", "years", "volatility", "rate"));
    }
}
