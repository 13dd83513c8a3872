package dev.netwright.annotations;

/** What a layer does to its pre-activation u before the activation. Gains and shifts are parameters; they start at 1 and 0. */
public enum Normalization {
    /** Nothing: z is u. */
    NONE,
    /**
     * Every sample by itself, over all columns that the layer has for it, to mean 0 and variance 1: {@code n = (u - mean) / √(variance + ε)},
     * then {@code z = gain·n + shift}, with a gain and a shift for each column (Ba, Kiros and Hinton 2016). In training as in predictions; ε is
     * {@link Layer#epsilon}.
     */
    LAYER,
    /**
     * Every column over the rows of the batch, and where there are pixels every channel over all pixels of all rows, to mean 0 and variance
     * 1: {@code n = (u - mean) / √(variance + ε)}, then {@code z = gain·n + shift}, with a gain and a shift for each column or channel (Ioffe
     * and Szegedy 2015). In predictions, and in every pass but those of training, mean and variance are running ones, which the network keeps
     * beside its parameters. They start at 0 and 1, and each step of training moves them a tenth of the way to those of its batch,
     * of which the variance is then the unbiased one, {@code Σ (u - mean)² / (n - 1)}. ε is {@link Layer#epsilon}. In training a batch has two rows at least,
     * or pixels. A mean takes any bias out again, so a layer has none unless {@link Layer#bias} is written.
     */
    BATCH;

    /** ε where a layer does not say. */
    public static final float DEFAULT_EPSILON = 1e-5f;
}
