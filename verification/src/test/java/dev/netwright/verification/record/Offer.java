package dev.netwright.verification.record;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Several outputs for a record: two enums and a number. */
@Input(record = Offer.Flat.class)
@Layer(size = 12, activation = Activation.TANH, name = "trunk")
@Layer(labels = Offer.Kind.class, activation = Activation.SOFTMAX, name = "kind", output = true)
@Layer(size = 1, name = "price", from = "trunk", output = true)
@Layer(labels = Offer.Side.class, activation = Activation.SOFTMAX, name = "samples", from = "trunk")
public interface Offer extends Network {
    /** What is offered. */
    record Flat(float area, int rooms) {}

    /** How large it is. */
    enum Kind {
        SMALL,
        MIDDLE,
        LARGE
    }

    /** Where its windows are. */
    enum Side {
        STREET,
        YARD
    }
}
