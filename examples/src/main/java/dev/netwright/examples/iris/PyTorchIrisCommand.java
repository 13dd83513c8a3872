package dev.netwright.examples.iris;

import dev.netwright.examples.TrainingOptions;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Split;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.training.Evaluation;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Uses a network that PyTorch has trained, and lets it learn further. */
@Command(
        name = "iris-pytorch",
        description = "Tells species of iris apart with a network that PyTorch has trained, and trains it further.")
public final class PyTorchIrisCommand implements Callable<Integer> {
    private static final int EPOCHS = 20;
    private static final int BATCH_SIZE = 16;
    private static final int DRAWN_OF_EACH = 400;
    private static final double TRAINING_FRACTION = 0.5;

    @Mixin
    private final TrainingOptions options = new TrainingOptions();

    /** For the command line. */
    public PyTorchIrisCommand() {}

    @Override
    public Integer call() {
        IrisModel net = IrisModelNetwork.load();
        System.out.println(net.topology());
        Split split = Flowers.draw(DRAWN_OF_EACH, options.seed()).splitStratified(TRAINING_FRACTION, options.seed());
        report("As PyTorch has trained it", net, split.heldOut());
        options.trainer(net, EPOCHS)
                .loss(Loss.CROSS_ENTROPY)
                .optimizer(new Adam(0.001f))
                .batchSize(BATCH_SIZE)
                .fit(split.training());
        report("Trained further", net, split.heldOut());
        OneFlower.print(net, split.heldOut());
        return 0;
    }

    private static void report(String when, IrisModel net, Dataset flowers) {
        double accuracy =
                Evaluation.of(net).metrics(Metric.ACCURACY).on(flowers).metric(Metric.ACCURACY.name());
        System.out.printf(Locale.ROOT, "%s: %.1f %% of %d drawn flowers%n", when, 100 * accuracy, flowers.rows());
    }
}
