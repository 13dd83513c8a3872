package dev.netwright.runtime.training;

import java.util.List;
import java.util.Optional;

/**
 * What a training run came to.
 *
 * @param epochs     each completed epoch, in order; empty if the run was stopped within the first
 * @param bestEpoch  the number, from 1, of the epoch with the best value that early stopping monitors; without early
 *                   stopping, with the lowest validation loss, or training loss where nothing is validated; 0 where no
 *                   epoch was completed
 * @param stopReason why the run ended
 * @param restored   whether the network has the best epoch's parameters, as with early stopping, and not those of the
 *                   last step
 */
public record TrainingResult(List<EpochResult> epochs, int bestEpoch, StopReason stopReason, boolean restored) {
    /** Copies the list. */
    public TrainingResult {
        epochs = List.copyOf(epochs);
    }

    /** The best epoch; empty where none was completed. */
    public Optional<EpochResult> best() {
        return bestEpoch == 0 ? Optional.empty() : Optional.of(epochs.get(bestEpoch - 1));
    }

    /** The last completed epoch; empty where none was completed. */
    public Optional<EpochResult> last() {
        return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
    }
}
