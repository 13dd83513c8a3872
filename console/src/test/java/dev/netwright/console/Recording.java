package dev.netwright.console;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.training.Trainer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** What listeners write, a clock that goes on by a second at every look, and a training run that takes no time. */
final class Recording {
    static final int COLUMNS = 80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    String text() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    ConsoleProgress lines() {
        return new ConsoleProgress(new PlainDisplay(out), clock(), 1);
    }

    ConsoleProgress bar() {
        return new ConsoleProgress(new BarDisplay(new TerminalLine(out, COLUMNS), BarStyle.ASCII), clock(), 1);
    }

    private static LongSupplier clock() {
        AtomicLong seconds = new AtomicLong();
        return () -> seconds.getAndIncrement() * 1_000_000_000L;
    }

    /** Four rows in batches of two; the loss is exactly 0.5 in every epoch, since the rate is too small to change it. */
    static Trainer trainer(int epochs) {
        Line net = LineNetwork.create(1);
        net.parameters()[0] = 0;
        net.parameters()[1] = 0;
        return Trainer.of(net)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Sgd(1e-20f))
                .metrics(Metric.MEAN_ABSOLUTE_ERROR)
                .epochs(epochs)
                .batchSize(2);
    }

    static Dataset data() {
        return Dataset.of(new float[] {1, 2, 3, 4}, 1, new float[] {1, 0, 1, 0}, 1);
    }
}
