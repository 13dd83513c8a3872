package dev.netwright.processor.model;

import java.util.Optional;

/**
 * What a network is for, as far as its interface says.
 *
 * @param kind   the interface of the runtime that it extends
 * @param labels the enum whose constants the outputs stand for
 */
public record Task(Kind kind, Optional<TypeReference> labels) {
    /** A network that is not said to be anything else. */
    public static final Task NONE = new Task(Kind.NETWORK, Optional.empty());

    /** The interfaces of the runtime that a declaration may extend. */
    public enum Kind {
        NETWORK,
        CLASSIFIER,
        REGRESSOR
    }
}
