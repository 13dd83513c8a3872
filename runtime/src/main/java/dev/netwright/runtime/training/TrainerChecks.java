package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.optimizer.Optimizer;
import java.util.List;
import java.util.OptionalInt;

/** What a {@link Trainer} refuses before it begins, beside data that do not fit. */
final class TrainerChecks {
    static final int DEFAULT_BATCH_SIZE = 32;

    private TrainerChecks() {}

    static void earlyStopping(EarlyStopping criterion, List<HeadMetric> measured, boolean validated) {
        String monitored = criterion.monitored();
        if (!validated) {
            throw new IllegalArgumentException("Early stopping monitors the " + monitored
                    + " of the validation data, but there are none; call fit(training, validation).");
        }
        if (criterion.metric().isPresent()
                && measured.stream().noneMatch(metric -> metric.name().equals(monitored))) {
            throw new IllegalArgumentException(
                    "Early stopping monitors " + monitored + ", which is not measured; give it to metrics(...) too.");
        }
    }

    static void parameters(Network network) {
        TrainedParameters.requireAny(network.topology());
        DataChecks.firstNotFinite(network.parameters()).ifPresent(i -> {
            throw new IllegalArgumentException("Parameter " + i + " of "
                    + network.topology().name() + " is " + network.parameters()[i]
                    + "; training must start from finite parameters.");
        });
        DataChecks.firstNotFinite(network.statistics()).ifPresent(i -> {
            throw new IllegalArgumentException("Statistic " + i + " of "
                    + network.topology().name() + " is " + network.statistics()[i]
                    + "; training must start from finite ones.");
        });
    }

    static int batchSize(OptionalInt batchSize, Optimizer optimizer, int rows) {
        if (!optimizer.needsFullBatch()) {
            return Math.min(rows, batchSize.orElse(DEFAULT_BATCH_SIZE));
        }
        if (batchSize.orElse(rows) < rows) {
            throw new IllegalArgumentException("batchSize is " + batchSize.getAsInt() + ", but "
                    + optimizer.name() + " needs all " + rows
                    + " rows in every step; leave batchSize(...) out.");
        }
        return rows;
    }
}
