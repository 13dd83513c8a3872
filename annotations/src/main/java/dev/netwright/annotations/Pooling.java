package dev.netwright.annotations;

/** How the values of a window become one, for every channel by itself. */
public enum Pooling {
    /** Their maximum. */
    MAXIMUM("p = max a over each window", false),
    /** Their mean. */
    AVERAGE("p = mean of a over each window", false),
    /** Their maximum over all pixels of a sample. */
    GLOBAL_MAXIMUM("p = max a over all pixels", true),
    /** Their mean over all pixels of a sample (Lin et al. 2014). */
    GLOBAL_AVERAGE("p = mean of a over all pixels", true);

    private final String formula;
    private final boolean isGlobal;

    Pooling(String formula, boolean isGlobal) {
        this.formula = formula;
        this.isGlobal = isGlobal;
    }

    /** The pooled value p from the activations a. */
    public String formula() {
        return formula;
    }

    /** Whether there is one window, as large as the sample. */
    public boolean isGlobal() {
        return isGlobal;
    }

    /** Whether the largest value counts alone; else it is the mean. */
    public boolean isMaximum() {
        return this == MAXIMUM || this == GLOBAL_MAXIMUM;
    }
}
