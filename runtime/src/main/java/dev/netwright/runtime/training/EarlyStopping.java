package dev.netwright.runtime.training;

import dev.netwright.runtime.metric.Metric;
import java.util.Optional;

/**
 * When to stop before all epochs are run: when the validation loss, or a metric of the validation data, has not improved
 * for some epochs (Prechelt 1998). The network then gets the best epoch's parameters back; it gets them too when the run
 * ends in another way. Immutable.
 */
public final class EarlyStopping {
    private final int patience;
    private final double minimumImprovement;
    private final Optional<Metric> metric;

    /** The name of the metric in results. */
    private final String name;

    private EarlyStopping(int patience, double minimumImprovement, Optional<Metric> metric, String name) {
        if (patience < 1) {
            throw new IllegalArgumentException("patience must be at least 1 epoch, but is " + patience + ".");
        }
        if (!(minimumImprovement >= 0) || Double.isInfinite(minimumImprovement)) {
            throw new IllegalArgumentException(
                    "The minimum improvement must be finite and at least 0, but is " + minimumImprovement + ".");
        }
        this.patience = patience;
        this.minimumImprovement = minimumImprovement;
        this.metric = metric;
        this.name = name;
    }

    /** Stops after {@code patience} epochs in a row that do not lower the validation loss. */
    public static EarlyStopping onLoss(int patience) {
        return new EarlyStopping(patience, 0, Optional.empty(), "validation loss");
    }

    /** Stops after {@code patience} epochs in a row that do not improve a metric, one that the trainer measures. */
    public static EarlyStopping on(Metric metric, int patience) {
        return new EarlyStopping(patience, 0, Optional.of(metric), metric.name());
    }

    /** The same for a metric that the trainer measures by the name of its output. */
    public static EarlyStopping on(String head, Metric metric, int patience) {
        return new EarlyStopping(patience, 0, Optional.of(metric), HeadMetric.name(head, metric));
    }

    /** The same, where only a change by more than this counts as an improvement. */
    public EarlyStopping minimumImprovement(double improvement) {
        return new EarlyStopping(patience, improvement, metric, name);
    }

    /** Epochs without improvement after which training stops. */
    public int patience() {
        return patience;
    }

    /** Such as {@code validation loss, patience 3}. */
    @Override
    public String toString() {
        return name + ", patience " + patience
                + (minimumImprovement == 0 ? "" : ", minimum improvement " + minimumImprovement);
    }

    /** What is monitored, for messages. */
    String monitored() {
        return name;
    }

    Optional<Metric> metric() {
        return metric;
    }

    double value(EpochResult result) {
        return metric.isPresent() ? result.metric(name) : result.loss();
    }

    boolean improves(double value, double best) {
        if (Double.isNaN(best)) {
            return !Double.isNaN(value);
        }
        boolean higherIsBetter = metric.map(Metric::higherIsBetter).orElse(false);
        return higherIsBetter ? value > best + minimumImprovement : value < best - minimumImprovement;
    }
}
