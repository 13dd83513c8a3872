package dev.netwright.annotations;

/** What a layer does to its pre-activation u before the activation. Gains and shifts are parameters; they start at 1 and 0. */
public enum Normalization {
    /** Nothing: z is u. */
    NONE,
    /**
     * Every sample by itself, over all columns that the layer has for it, to mean 0 and variance 1: {@code n = (u - mean) / √(variance + ε)},
     * then {@code z = gain·n + shift}, with a gain and a shift for each column (Ba, Kiros and Hinton 2016). In training as in predictions; ε is
     * 1e-5.
     */
    LAYER
}
