package dev.netwright.runtime.training;

import java.util.List;

/** All listeners of one run, told in the order in which they were given. An event of a batch allocates nothing. */
final class Listeners {
    private final TrainingListener[] listeners;
    private final TrainingProgress progress;

    Listeners(List<TrainingListener> listeners, TrainingProgress progress) {
        this.listeners = listeners.toArray(TrainingListener[]::new);
        this.progress = progress;
    }

    void trainingStarted() {
        for (TrainingListener listener : listeners) {
            listener.trainingStarted(progress);
        }
    }

    void epochStarted() {
        for (TrainingListener listener : listeners) {
            listener.epochStarted(progress);
        }
    }

    void batchEnded() {
        for (TrainingListener listener : listeners) {
            listener.batchEnded(progress);
        }
    }

    void epochEnded(EpochResult result) {
        for (TrainingListener listener : listeners) {
            listener.epochEnded(progress, result);
        }
    }

    /** Tells everyone, even where one fails: each may hold a file or a terminal. What the first threw is thrown then. */
    void trainingEnded() {
        for (int i = 0; i < listeners.length; i++) {
            try {
                listeners[i].trainingEnded(progress);
            } catch (Throwable e) {
                tellRest(i + 1, e);
                throw e;
            }
        }
    }

    /** Tells everyone that a failure ended the run; what they throw is kept with it. */
    void trainingFailed(Throwable failure) {
        tellRest(0, failure);
    }

    private void tellRest(int first, Throwable failure) {
        for (int i = first; i < listeners.length; i++) {
            try {
                listeners[i].trainingEnded(progress);
            } catch (Throwable e) {
                Failures.add(failure, e);
            }
        }
    }
}
