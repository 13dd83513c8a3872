package dev.netwright.runtime.training;

import dev.netwright.runtime.optimizer.Optimizer;
import dev.netwright.runtime.optimizer.RunState;
import dev.netwright.runtime.schedule.Schedule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a training run goes on from after an epoch, beside the network: what a checkpoint keeps. The order of the rows and what dropout drops
 * follow from seed, epoch and step alone. A schedule need not be kept, for it comes to the same state when it is asked for the same rates
 * again and told the same losses.
 */
final class TrainingState {
    private final TrainingSettings settings;
    private final TrainingProgress progress;
    private final BestParameters best;
    private final Optimizer.Run optimizer;
    private final Schedule.Run schedule;
    private final List<EpochResult> results = new ArrayList<>();
    private long step;

    /** A hash of every learning rate so far, to the bit. */
    private int rates;

    TrainingState(TrainingSettings settings, TrainingProgress progress, boolean validated) {
        this.settings = settings;
        this.progress = progress;
        best = new BestParameters(
                settings.network(), settings.earlyStopping().orElse(EarlyStopping.onLoss(1)), validated);
        optimizer = settings.optimizer().start(settings.network().parameters().length);
        schedule = schedule(settings.epochs());
    }

    private Schedule.Run schedule(int planned) {
        return settings.schedule().start(settings.optimizer().learningRate(), progress.batches(), planned);
    }

    BestParameters best() {
        return best;
    }

    Optimizer.Run optimizer() {
        return optimizer;
    }

    /** Of each completed epoch; live. */
    List<EpochResult> results() {
        return Collections.unmodifiableList(results);
    }

    int completedEpochs() {
        return results.size();
    }

    /** The number of the coming step, from 0 over the whole run. */
    long step() {
        return step;
    }

    /** The learning rate of the coming step, which is asked for once. */
    float rate() {
        float rate = schedule.rate(step);
        if (!Float.isFinite(rate) || rate < 0f) {
            throw new IllegalStateException("The schedule's learning rate in step " + step + " is " + rate
                    + "; it must be finite and at least 0.");
        }
        rates = 31 * rates + Float.floatToIntBits(rate);
        return rate;
    }

    void stepEnded() {
        step++;
    }

    void epochEnded(EpochResult result) {
        results.add(result);
        best.epochEnded(result);
        schedule.epochEnded(result.loss());
    }

    /** Whether early stopping waits no longer. */
    boolean patienceIsOver(EarlyStopping criterion) {
        return completedEpochs() - best.bestEpoch() >= criterion.patience();
    }

    /** All but the results, which have a table of their own, and the optimizer; after so many epochs. */
    void exchange(RunState state, int epochs) {
        best.exchange(state, epochs);
        rates = (int) state.number("rates", rates);
        progress.exchange(state);
    }

    /**
     * Goes through the epochs of a run that was kept, whose numbers have been {@linkplain #exchange exchanged}.
     *
     * @return the first epoch, from 1, that ends with another learning rate than then; or the last one, if a rate within any epoch is
     *         another; empty where all are the same
     */
    OptionalInt replay(List<EpochResult> kept) {
        int expected = rates;
        rates = 0;
        for (EpochResult result : kept) {
            float rate = Float.NaN;
            for (int batch = 0; batch < progress.batches(); batch++) {
                rate = rate();
                stepEnded();
            }
            schedule.epochEnded(result.loss());
            results.add(result);
            if (Float.compare(rate, result.learningRate()) != 0) {
                return OptionalInt.of(result.epoch());
            }
            progress.replayed(result.epoch(), rate);
        }
        return rates == expected ? OptionalInt.empty() : OptionalInt.of(kept.size());
    }

    /** Whether the schedule gives other rates in so many epochs where others are planned than here, as a cosine does. */
    boolean dependsOnPlan(int epochs, int planned) {
        Schedule.Run here = schedule(settings.epochs());
        Schedule.Run there = schedule(planned);
        long next = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int batch = 0; batch < progress.batches(); batch++) {
                if (Float.compare(here.rate(next), there.rate(next)) != 0) {
                    return true;
                }
                next++;
            }
            here.epochEnded(0);
            there.epochEnded(0);
        }
        return false;
    }
}
