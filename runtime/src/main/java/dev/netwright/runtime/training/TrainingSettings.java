package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.optimizer.Optimizer;
import dev.netwright.runtime.schedule.Schedule;
import java.util.List;
import java.util.Optional;

/** What a {@link Trainer} was told, complete and checked. */
record TrainingSettings(
        Network network,
        HeadLosses losses,
        Optimizer optimizer,
        Schedule schedule,
        int epochs,
        int batchSize,
        long seed,
        boolean shuffle,
        int threads,
        List<HeadMetric> metrics,
        Optional<EarlyStopping> earlyStopping,
        Optional<CheckpointTarget> checkpoint,
        List<TrainingListener> listeners) {}
