package dev.netwright.runtime.training;

import java.nio.file.Path;

/**
 * Where a training run is kept, and how often.
 *
 * @param file        its name
 * @param everyEpochs epochs from one time to the next, at least 1
 */
record CheckpointTarget(Path file, int everyEpochs) {}
