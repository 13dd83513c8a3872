package dev.netwright.benchmarks.work;

/** Kinds of work, which the command line chooses by name. */
public enum Kind {
    /** The forward pass of one sample. */
    ONE_SAMPLE("one-sample", "One sample, forward"),
    /** The forward pass of a batch. */
    BATCH("batch", "A batch, forward"),
    /** Forward, loss, backward and update of one batch. */
    TRAINING("training", "A training step: forward, loss, backward, update"),
    /** One small layer of one sample, written out and by a kernel. */
    THRESHOLD("threshold", "One small layer, written out and as a call of a kernel");

    private final String option;
    private final String title;

    Kind(String option, String title) {
        this.option = option;
        this.title = title;
    }

    /** Its name on the command line. */
    public String option() {
        return option;
    }

    /** Its heading in the report. */
    public String title() {
        return title;
    }
}
