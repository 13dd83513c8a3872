package dev.netwright.benchmarks.report;

/** Whether a target is reached. */
public enum Verdict {
    /** It is. */
    MET("met"),
    /** It is not. */
    MISSED("**missed**"),
    /** What it compares was not measured. */
    UNKNOWN("not measured");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** In tables. */
    public String text() {
        return text;
    }

    static Verdict of(boolean isMet) {
        return isMet ? MET : MISSED;
    }
}
