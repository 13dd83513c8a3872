package dev.netwright.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * What a network is for, as far as its interface says.
 *
 * @param kind          the interface of the runtime that it extends
 * @param labelsOfHeads of each head the enum whose constants its outputs stand for
 */
public record Task(Kind kind, List<Optional<TypeReference>> labelsOfHeads) {
    /** A network that is not said to be anything else. */
    public static final Task NONE = new Task(Kind.NETWORK, List.of());

    /** The interfaces of the runtime that a declaration may extend. */
    public enum Kind {
        NETWORK,
        CLASSIFIER,
        REGRESSOR
    }

    /** Copies the list. */
    public Task {
        labelsOfHeads = List.copyOf(labelsOfHeads);
    }

    /** The enum whose constants the only output stands for. */
    public Optional<TypeReference> labels() {
        return labelsOfHeads.size() == 1 ? labelsOfHeads.get(0) : Optional.empty();
    }

    /** The enum whose constants an output of several stands for. */
    public Optional<TypeReference> labelsOf(int head) {
        return head < labelsOfHeads.size() ? labelsOfHeads.get(head) : Optional.empty();
    }
}
