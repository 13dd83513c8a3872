package dev.netwright.annotations;

/** How a layer that reads several others makes one input of them. */
public enum Merge {
    /**
     * Side by side: the columns of the first, then those of the second, and so on. Where all are arranged in as many pixels, each
     * pixel has the channels of the first, then those of the second, and so on.
     */
    CONCATENATE("x = [x₁, x₂, ...]"),
    /** Their sum, element by element; all have the same shape, or as many columns. */
    ADD("x = x₁ + x₂ + ..."),
    /** Their product, element by element; all have the same shape, or as many columns. */
    MULTIPLY("x = x₁·x₂· ...");

    private final String formula;

    Merge(String formula) {
        this.formula = formula;
    }

    /** The layer's input x from what it reads. */
    public String formula() {
        return formula;
    }
}
