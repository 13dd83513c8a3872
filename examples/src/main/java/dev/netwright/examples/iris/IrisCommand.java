package dev.netwright.examples.iris;

import dev.netwright.examples.TrainingOptions;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Split;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.training.Evaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns to tell three species of iris apart. */
@Command(name = "iris", description = "Learns to tell three species of iris apart by their flowers.")
public final class IrisCommand implements Callable<Integer> {
    private static final int EPOCHS = 60;
    private static final int BATCH_SIZE = 16;
    private static final int DRAWN_OF_EACH = 200;
    private static final double TRAINING_FRACTION = 0.7;

    @Mixin
    private final TrainingOptions options = new TrainingOptions();

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description =
                    "A CSV file with the columns sepal_length, sepal_width, petal_length, petal_width (cm) and species."
                            + " Without it, the example draws flowers.")
    private Optional<Path> data = Optional.empty();

    /** For the command line. */
    public IrisCommand() {}

    @Override
    public Integer call() throws IOException {
        Dataset flowers = data.isPresent() ? Flowers.load(data.get()) : Flowers.draw(DRAWN_OF_EACH, options.seed());
        System.out.println(
                "Data: "
                        + (data.isPresent()
                                ? data.get().toString()
                                : "drawn from the means and covariances of Fisher's irises (1936), as no --data FILE is given"));
        Split split = flowers.splitStratified(TRAINING_FRACTION, options.seed());
        System.out.printf(
                Locale.ROOT,
                "Flowers: %d to learn from, %d to test%n",
                split.training().rows(),
                split.heldOut().rows());
        IrisClassifier net = IrisClassifierNetwork.create(options.seed());
        // Fitted on the training part alone: of the flowers to test with, nothing may be known.
        net.standardize(Standardizer.fit(split.training()));
        options.trainer(net, EPOCHS)
                .loss(Loss.CROSS_ENTROPY)
                .optimizer(new Adam(0.01f))
                .batchSize(BATCH_SIZE)
                .fit(split.training());
        report(net, split.heldOut());
        OneFlower.print(net, split.heldOut());
        return 0;
    }

    private void report(IrisClassifier net, Dataset test) {
        double accuracy = Evaluation.of(net)
                .metrics(Metric.ACCURACY)
                .threads(options.threads())
                .on(test)
                .metric(Metric.ACCURACY.name());
        System.out.printf(Locale.ROOT, "Test accuracy: %.1f %% of %d flowers%n", 100 * accuracy, test.rows());
        System.out.println(Confusion.of(test, net.predict(test.features(), test.rows())));
    }
}
