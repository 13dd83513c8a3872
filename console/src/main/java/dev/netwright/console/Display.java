package dev.netwright.console;

import dev.netwright.runtime.training.EpochResult;
import dev.netwright.runtime.training.TrainingProgress;

/** Where a run is shown. Every method is called by the thread that trains. */
interface Display {
    /**
     * A batch is done.
     *
     * @param doneToNextLine what is done of the way from one printed line to the next, from 0 to 1
     */
    void batchEnded(TrainingProgress progress, Pace pace, double doneToNextLine);

    /** What to say of an epoch that is done. */
    String epochText(TrainingProgress progress, EpochResult result, Pace pace);

    /** A line that stays. */
    void print(String line);

    /** The run is over; nothing but printed lines stays. May be called where nothing was shown. */
    void end();
}
