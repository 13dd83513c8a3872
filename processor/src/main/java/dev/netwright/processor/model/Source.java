package dev.netwright.processor.model;

/**
 * Something that a layer can read.
 *
 * @param kind  what it is
 * @param index which of its kind, from 0
 */
public record Source(Kind kind, int index) {
    /** Inputs of the network and layers. */
    public enum Kind {
        INPUT,
        LAYER
    }

    /** The network's input of this number. */
    public static Source input(int index) {
        return new Source(Kind.INPUT, index);
    }

    /** The output of the layer of this number. */
    public static Source layer(int index) {
        return new Source(Kind.LAYER, index);
    }

    /** Whether it is an input of the network. */
    public boolean isInput() {
        return kind == Kind.INPUT;
    }
}
