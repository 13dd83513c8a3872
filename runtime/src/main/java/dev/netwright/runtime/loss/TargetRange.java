package dev.netwright.runtime.loss;

/** Which targets a loss is defined for. */
enum TargetRange {
    /** Any finite number. */
    NUMBER("any finite number", Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY),
    /** From 0 to 1. */
    PROBABILITY("from 0 to 1", 0f, 1f),
    /** At least 0. */
    COUNT("at least 0", 0f, Float.POSITIVE_INFINITY);

    private final String words;
    private final float least;
    private final float most;

    TargetRange(String words, float least, float most) {
        this.words = words;
        this.least = least;
        this.most = most;
    }

    boolean allows(float value) {
        return value >= least && value <= most;
    }

    String words() {
        return words;
    }
}
