package dev.netwright.examples.digits;

import dev.netwright.examples.GeneratedSource;
import dev.netwright.examples.TrainingOptions;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.schedule.Schedule;
import dev.netwright.runtime.training.Evaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns to read handwritten digits, and says how many of the images that it never saw it reads right. */
@Command(name = "digits", description = "Learns to read handwritten digits.")
public final class DigitsCommand implements Callable<Integer> {
    private static final int EPOCHS = 10;
    private static final int BATCH_SIZE = 64;
    private static final int MISREAD_SHOWN = 2;

    @Mixin
    private final TrainingOptions options = new TrainingOptions();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where MNIST's four IDX files are, plain or gzipped. Without it, the example draws digits.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--lenet", description = "Learns with convolutions, as LeNet-5, instead of one hidden layer.")
    private boolean isLeNet;

    /** For the command line. */
    public DigitsCommand() {}

    @Override
    public Integer call() throws IOException {
        DigitImages images =
                data.isPresent() ? DigitImages.load(data.get(), options.seed()) : DigitImages.draw(options.seed());
        System.out.println("Data: " + images.origin());
        System.out.printf(
                Locale.ROOT,
                "Images: %,d to learn from, %,d to validate, %,d to test%n",
                images.training().rows(),
                images.validation().rows(),
                images.test().rows());
        Network net = isLeNet ? LeNet5Network.create(options.seed()) : DigitsNetwork.create(options.seed());
        options.trainer(net, EPOCHS)
                .loss(Loss.CROSS_ENTROPY)
                .optimizer(new Adam(2e-3f))
                .schedule(Schedule.cosine())
                .batchSize(BATCH_SIZE)
                .metrics(Metric.ACCURACY)
                .fit(images.training(), images.validation());
        report(net, images.test());
        System.out.println("Generated source: " + GeneratedSource.of(net.getClass()));
        return 0;
    }

    private void report(Network net, Dataset test) {
        double accuracy = Evaluation.of(net)
                .metrics(Metric.ACCURACY)
                .threads(options.threads())
                .on(test)
                .metric(Metric.ACCURACY.name());
        System.out.printf(Locale.ROOT, "Test accuracy: %.2f %% of %,d images%n", 100 * accuracy, test.rows());
        float[] probabilities = net.predict(test.features(), test.rows());
        List<Integer> misread = Misread.first(MISREAD_SHOWN, probabilities, test);
        if (!misread.isEmpty()) {
            System.out.println("Misread, for example:");
            Misread.draw(misread, probabilities, test).forEach(System.out::println);
        }
    }
}
