package dev.netwright.examples.rents;

import dev.netwright.examples.TrainingOptions;
import dev.netwright.runtime.Regressor;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.schedule.Schedule;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Estimates rents, with residual blocks and by linear regression. */
@Command(
        name = "rents",
        description = "Learns the rents of a town from records of its flats, whose streets become vectors.")
public final class RentsCommand implements Callable<Integer> {
    private static final int EPOCHS = 25;
    private static final int BATCH_SIZE = 64;
    private static final int TRAINING_FLATS = 12_000;
    private static final int TEST_FLATS = 3_000;
    private static final int SHOWN = 3;

    @Mixin
    private final TrainingOptions options = new TrainingOptions();

    /** For the command line. */
    public RentsCommand() {}

    @Override
    public Integer call() {
        Flats town = new Flats(options.seed());
        Dataset training = town.withRents(town.draw(TRAINING_FLATS));
        List<Flat> test = town.draw(TEST_FLATS);
        System.out.printf(
                Locale.ROOT,
                "Flats: %,d to learn from, %,d others to test, in %d streets%n",
                TRAINING_FLATS,
                TEST_FLATS,
                Flats.STREETS);
        Rent net = RentNetwork.create(options.seed());
        train(net, training, 0.003f);
        LinearRent linear = LinearRentNetwork.create(options.seed());
        train(linear, training, 0.03f);
        report("Residual blocks", net, town, test);
        report("Linear regression", linear, town, test);
        for (Flat flat : test.subList(0, SHOWN)) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.0f a month, estimated %.0f and linearly %.0f%n",
                    flat,
                    100 * town.rent(flat),
                    100 * net.estimate(flat),
                    100 * linear.estimate(flat));
        }
        return 0;
    }

    private void train(Regressor<Flat> net, Dataset training, float rate) {
        // Of the street's number, which is an index, nothing is scaled.
        net.standardize(Standardizer.fit(training));
        options.trainer(net, EPOCHS)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Adam(rate))
                .schedule(Schedule.cosine())
                .batchSize(BATCH_SIZE)
                .fit(training);
    }

    private static void report(String what, Regressor<Flat> net, Flats town, List<Flat> test) {
        double error = test.stream()
                .mapToDouble(flat -> Math.abs(net.estimate(flat) - town.rent(flat)))
                .average()
                .orElseThrow();
        double rent = test.stream().mapToDouble(town::rent).average().orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%s: mean error %.1f of a mean rent of %.0f (%.1f %%)%n",
                what,
                100 * error,
                100 * rent,
                100 * error / rent);
    }
}
