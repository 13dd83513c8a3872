package dev.netwright.verification.file;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.random.SeededRandom;
import dev.netwright.runtime.schedule.Schedule;
import dev.netwright.runtime.training.EpochResult;
import dev.netwright.runtime.training.Trainer;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.runtime.training.TrainingProgress;
import dev.netwright.runtime.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Trains with a checkpoint, and writes at the end what training came to; it may be killed at any moment and started again. */
final class TrainingProgram {
    private static final int ROWS = 400;
    private static final int EPOCHS = 60;

    private TrainingProgram() {}

    /** @param arguments the checkpoint, the file of the network, and that of the results */
    public static void main(String[] arguments) throws IOException {
        ResumedNetworks_TreatedNetwork network = ResumedNetworks_TreatedNetwork.create(5);
        TrainingResult result = Trainer.of(network)
                .loss(Loss.CROSS_ENTROPY)
                .optimizer(new Adam(0.003f).clipNorm(1f))
                .schedule(Schedule.reduceOnPlateau(0.5f, 2))
                .epochs(EPOCHS)
                .batchSize(64)
                .seed(9)
                .threads(2)
                .metrics(Metric.ACCURACY)
                .earlyStopping(EPOCHS)
                .checkpoint(Path.of(arguments[0]))
                .listener(new TrainingListener() {
                    @Override
                    public void trainingStarted(TrainingProgress progress) {
                        System.out.println(progress.epoch());
                    }
                })
                .fit(data(1), data(2));
        network.save(Path.of(arguments[1]));
        Files.writeString(
                Path.of(arguments[2]),
                result.epochs().stream().map(TrainingProgram::text).collect(Collectors.joining("\n")));
    }

    private static String text(EpochResult epoch) {
        return epoch.toString().replaceAll("seconds=.*", "");
    }

    private static Dataset data(long seed) {
        SeededRandom random = new SeededRandom(seed);
        float[] features = new float[ROWS * 12];
        int[] labels = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = random.nextInt(5);
            for (int i = 0; i < 12; i++) {
                features[row * 12 + i] = (float) (random.nextGaussian() + (i % 5 == labels[row] ? 1 : 0));
            }
        }
        return Dataset.of(features, 12, Targets.ofLabels(labels, 5));
    }
}
