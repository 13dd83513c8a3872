package dev.netwright.examples.xor;

import dev.netwright.examples.TrainingOptions;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.training.Trainer;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Learns the exclusive or from its four cases. */
@Command(name = "xor", description = "Learns the exclusive or.", mixinStandardHelpOptions = true)
public final class XorCommand implements Callable<Integer> {
    private static final int EPOCHS = 500;
    private static final float[] INPUTS = {0, 0, 0, 1, 1, 0, 1, 1};
    private static final float[] TARGETS = {0, 1, 1, 0};

    @Mixin
    private final TrainingOptions options = new TrainingOptions();

    /** For the command line. */
    public XorCommand() {}

    @Override
    public Integer call() {
        Xor net = train();
        float[] probabilities = net.predict(INPUTS, TARGETS.length);
        for (int row = 0; row < TARGETS.length; row++) {
            System.out.printf(
                    Locale.ROOT, "%.0f xor %.0f = %.3f%n", INPUTS[2 * row], INPUTS[2 * row + 1], probabilities[row]);
        }
        return 0;
    }

    Xor train() {
        Xor net = XorNetwork.create(options.seed());
        Trainer.of(net)
                .loss(Loss.BINARY_CROSS_ENTROPY)
                .optimizer(new Adam(0.05f))
                .epochs(options.epochs(EPOCHS))
                .batchSize(TARGETS.length)
                .seed(options.seed())
                .threads(options.threads())
                .fit(Dataset.of(INPUTS, 2, TARGETS, 1));
        return net;
    }
}
