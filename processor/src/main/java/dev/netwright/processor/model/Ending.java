package dev.netwright.processor.model;

/** What a network that classifies makes of the last that its file gives, so that its outputs are the probabilities of all classes. */
public enum Ending {
    /** Nothing. */
    AS_IT_IS,
    /** The softmax of a score for each class. */
    OF_SCORES,
    /** The probabilities of which the file gives the logarithms. */
    OF_LOGARITHMS,
    /** Those of both classes, where the file gives that of the second. */
    OF_ONE
}
