package dev.netwright.examples.spirals;

import dev.netwright.examples.TrainingOptions;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.schedule.Schedule;
import dev.netwright.runtime.training.Evaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns to tell two spirals apart, and draws where it sees the border between them. */
@Command(name = "spirals", description = "Learns to tell two spirals apart; draws the border.")
public final class SpiralsCommand implements Callable<Integer> {
    private static final int EPOCHS = 200;
    private static final int TRAINING_POINTS = 1_000;
    private static final int HELD_OUT_POINTS = 500;

    @Mixin
    private final TrainingOptions options = new TrainingOptions();

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            defaultValue = "spirals.png",
            description = "Where the picture of the border goes, as PNG; by default ${DEFAULT-VALUE}.")
    private Path picture = Path.of("spirals.png");

    /** For the command line. */
    public SpiralsCommand() {}

    @Override
    public Integer call() throws IOException {
        Path folder = picture.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "there is no such folder for the picture.");
        }
        Dataset points = SpiralPoints.draw(TRAINING_POINTS + HELD_OUT_POINTS, options.seed());
        Dataset training = points.slice(0, TRAINING_POINTS);
        Dataset heldOut = points.slice(TRAINING_POINTS, points.rows());
        Spirals net = SpiralsNetwork.create(options.seed());
        options.trainer(net, EPOCHS)
                .loss(Loss.BINARY_CROSS_ENTROPY)
                .optimizer(new Adam(0.01f))
                .schedule(Schedule.cosine())
                .metrics(Metric.ACCURACY)
                .fit(training);
        double accuracy = Evaluation.of(net)
                .metrics(Metric.ACCURACY)
                .threads(options.threads())
                .on(heldOut)
                .metric(Metric.ACCURACY.name());
        System.out.print(CharacterPicture.of(net, heldOut));
        System.out.printf(
                Locale.ROOT, "Right: %.1f %% of %d points that it never saw%n", 100 * accuracy, heldOut.rows());
        BorderPicture.write(BorderPicture.of(net, heldOut), picture);
        System.out.println("Picture of the border: " + picture.toAbsolutePath());
        return 0;
    }
}
