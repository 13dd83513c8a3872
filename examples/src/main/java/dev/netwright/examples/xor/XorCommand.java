package dev.netwright.examples.xor;

import dev.netwright.examples.TrainingOptions;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adam;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Learns the exclusive or from its four cases. */
@Command(name = "xor", description = "Learns the exclusive or.")
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
        Xor net = XorNetwork.create(options.seed());
        options.trainer(net, EPOCHS)
                .loss(Loss.BINARY_CROSS_ENTROPY)
                .optimizer(new Adam(0.05f))
                .batchSize(TARGETS.length)
                .fit(Dataset.of(INPUTS, 2, TARGETS, 1));
        float[] probabilities = net.predict(INPUTS, TARGETS.length);
        int right = 0;
        for (int row = 0; row < TARGETS.length; row++) {
            System.out.printf(
                    Locale.ROOT, "%.0f xor %.0f = %.3f%n", INPUTS[2 * row], INPUTS[2 * row + 1], probabilities[row]);
            right += Math.round(probabilities[row]) == TARGETS[row] ? 1 : 0;
        }
        System.out.println(right + " of " + TARGETS.length + " right");
        return 0;
    }
}
