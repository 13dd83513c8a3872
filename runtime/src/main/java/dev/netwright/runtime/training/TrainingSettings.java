package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.Optimizer;
import dev.netwright.runtime.schedule.Schedule;
import java.util.List;
import java.util.Optional;

/** What a {@link Trainer} was told, complete and checked. */
record TrainingSettings(
        Network network,
        Loss loss,
        Optimizer optimizer,
        Schedule schedule,
        int epochs,
        int batchSize,
        long seed,
        boolean shuffle,
        int threads,
        List<Metric> metrics,
        Optional<EarlyStopping> earlyStopping,
        List<TrainingListener> listeners) {}
