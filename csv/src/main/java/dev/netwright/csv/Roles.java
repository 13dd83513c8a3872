package dev.netwright.csv;

import java.util.List;

/**
 * What the columns of a file are for, by their indexes.
 *
 * @param features to learn from
 * @param targets  to learn; the one label where {@code labelled}
 * @param labelled whether the target is a label and not a value
 */
record Roles(List<Integer> features, List<Integer> targets, boolean labelled) {
    /** Copies the lists. */
    Roles {
        features = List.copyOf(features);
        targets = List.copyOf(targets);
    }
}
