package dev.netwright.examples.blackscholes;

import dev.netwright.examples.TrainingOptions;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.schedule.Schedule;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Learns the price of an option from samples of the formula, and compares both. */
@Command(name = "black-scholes", description = "Learns the Black-Scholes price of an option, and its delta.")
public final class BlackScholesCommand implements Callable<Integer> {
    private static final int EPOCHS = 40;
    private static final int BATCH_SIZE = 64;
    private static final int TRAINING_CALLS = 40_000;
    private static final int TEST_CALLS = 10_000;

    /** Prices are shown for this strike. */
    private static final double STRIKE = 100;

    private static final List<EuropeanCall> SHOWN = List.of(
            new EuropeanCall(0.9, 0.5, 0.2, 0.03),
            new EuropeanCall(1.0, 0.5, 0.2, 0.03),
            new EuropeanCall(1.1, 0.5, 0.2, 0.03),
            new EuropeanCall(1.0, 1.5, 0.4, 0.05));

    @Mixin
    private final TrainingOptions options = new TrainingOptions();

    /** For the command line. */
    public BlackScholesCommand() {}

    @Override
    public Integer call() {
        Random random = new Random(options.seed());
        Dataset training = Calls.dataset(Calls.draw(TRAINING_CALLS, random));
        List<EuropeanCall> test = Calls.draw(TEST_CALLS, random);
        System.out.printf(
                Locale.ROOT,
                "Calls: %,d to learn from, %,d others to test, with%n"
                        + "  spot/strike %.1f to %.1f, %.2f to %.0f years, volatility %.0f to %.0f %%, rate %.0f to %.0f %%%n",
                TRAINING_CALLS,
                TEST_CALLS,
                Calls.MONEYNESS.from(),
                Calls.MONEYNESS.to(),
                Calls.YEARS.from(),
                Calls.YEARS.to(),
                100 * Calls.VOLATILITY.from(),
                100 * Calls.VOLATILITY.to(),
                100 * Calls.RATE.from(),
                100 * Calls.RATE.to());
        CallPrice net = CallPriceNetwork.create(options.seed());
        net.standardize(Standardizer.fit(training));
        options.trainer(net, EPOCHS)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Adam(0.01f))
                .schedule(Schedule.cosine())
                .batchSize(BATCH_SIZE)
                .fit(training);
        Surrogate surrogate = new Surrogate(net);
        reportErrors(surrogate.quote(test), test);
        showSome(surrogate.quote(SHOWN));
        return 0;
    }

    private static void reportErrors(Surrogate.Quotes quotes, List<EuropeanCall> test) {
        report(
                "Price, strike 100",
                call -> STRIKE * (quotes.price(call) - test.get(call).price()));
        report("Delta", call -> quotes.delta(call) - test.get(call).delta());
    }

    private static void report(String what, IntToDoubleFunction error) {
        DoubleSummaryStatistics errors = IntStream.range(0, TEST_CALLS)
                .mapToDouble(call -> Math.abs(error.applyAsDouble(call)))
                .summaryStatistics();
        System.out.printf(
                Locale.ROOT, "%s: mean error %.4f, max error %.4f%n", what, errors.getAverage(), errors.getMax());
    }

    private static void showSome(Surrogate.Quotes quotes) {
        System.out.println("  spot  years  volatility  rate  |  price  network  |  delta  network");
        for (int i = 0; i < SHOWN.size(); i++) {
            EuropeanCall call = SHOWN.get(i);
            System.out.printf(
                    Locale.ROOT,
                    "%6.0f %6.1f %9.0f %% %3.0f %%  | %6.2f %8.2f  | %6.3f %8.3f%n",
                    STRIKE * call.moneyness(),
                    call.years(),
                    100 * call.volatility(),
                    100 * call.rate(),
                    STRIKE * call.price(),
                    STRIKE * quotes.price(i),
                    call.delta(),
                    quotes.delta(i));
        }
    }
}
