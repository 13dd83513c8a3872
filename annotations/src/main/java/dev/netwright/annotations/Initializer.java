package dev.netwright.annotations;

/**
 * How the weights of a layer start. Here {@code in} is the layer's inputs and {@code out} its units; U(-r, r) is the
 * uniform and N(0, s²) the normal distribution. Of an embedding {@code in} is 1, since one row of the table makes a unit, and {@code out} the
 * table's columns. Biases always start at 0.
 */
public enum Initializer {
    /**
     * He (normal) for the ReLU family, LeCun (normal) for SELU, Glorot (uniform) otherwise. For an embedding LeCun (normal), which is
     * N(0, 1) there: what it looks up has the spread of the standardised features that may stand beside it.
     */
    AUTO("by activation", "the activation decides", "-"),
    GLOROT_UNIFORM("Glorot uniform", "U(-r, r), r = sqrt(6 / (in + out))", "Glorot and Bengio 2010"),
    GLOROT_NORMAL("Glorot normal", "N(0, 2 / (in + out))", "Glorot and Bengio 2010"),
    HE_UNIFORM("He uniform", "U(-r, r), r = sqrt(6 / in)", "He et al. 2015"),
    HE_NORMAL("He normal", "N(0, 2 / in)", "He et al. 2015"),
    LECUN_UNIFORM("LeCun uniform", "U(-r, r), r = sqrt(3 / in)", "LeCun et al. 1998"),
    LECUN_NORMAL("LeCun normal", "N(0, 1 / in)", "LeCun et al. 1998"),
    /** Rows or columns, whichever are fewer, are orthonormal. */
    ORTHOGONAL("orthogonal", "WᵀW = I or WWᵀ = I, the smaller of the two", "Saxe et al. 2014"),
    ZEROS("zeros", "0", "-"),
    /** Every weight starts with {@link Layer#constant()}. */
    CONSTANT("constant", "the layer's constant", "-");

    private final String title;
    private final String formula;
    private final String source;

    Initializer(String title, String formula, String source) {
        this.title = title;
        this.formula = formula;
        this.source = source;
    }

    /** The name in plain words, for tables. */
    public String title() {
        return title;
    }

    /** The distribution of one weight. */
    public String formula() {
        return formula;
    }

    /** Where the rule was published: authors and year, or {@code -}. */
    public String source() {
        return source;
    }

    /** The rule in force for a layer with this activation: itself, or for {@link #AUTO} the activation's default. */
    public Initializer resolve(ActivationFunction activation) {
        return this == AUTO ? activation.defaultInitializer() : this;
    }
}
