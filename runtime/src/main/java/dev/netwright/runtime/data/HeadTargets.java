package dev.netwright.runtime.data;

import java.util.List;
import java.util.stream.Collectors;

/** The targets of a data set, one for each output head of a network in the order of the heads. */
record HeadTargets(List<Targets> ofHeads) {
    HeadTargets {
        ofHeads = List.copyOf(ofHeads);
    }

    /** Of each of them. */
    int rows() {
        return ofHeads.get(0).rows();
    }

    /** Refuses targets of other rows than the features'. */
    void checkRows(int rows) {
        for (Targets ofHead : ofHeads) {
            if (rows != ofHead.rows()) {
                throw new IllegalArgumentException("There are features for " + Values.count(rows, "row")
                        + ", but targets for " + ofHead.rows() + ".");
            }
        }
    }

    /** Those of the only head; refuses several in words that end as said. */
    Targets only(String endOfRefusal) {
        if (ofHeads.size() > 1) {
            throw new IllegalStateException("There are targets for " + ofHeads.size() + " output heads" + endOfRefusal);
        }
        return ofHeads.get(0);
    }

    /** Values of a row, of the head that has most; a label is one. */
    int widest() {
        int widest = 1;
        for (Targets ofHead : ofHeads) {
            widest = Math.max(widest, ofHead.areLabels() ? 1 : ofHead.width());
        }
        return widest;
    }

    /** The same with a weight for each row. */
    HeadTargets weighted(float[] weights) {
        return new HeadTargets(
                ofHeads.stream().map(ofHead -> ofHead.weighted(weights)).toList());
    }

    /** Copies of the given rows. */
    HeadTargets select(int[] rows) {
        return new HeadTargets(
                ofHeads.stream().map(ofHead -> ofHead.select(rows)).toList());
    }

    /** Such as {@code 3 classes and 1 target}. */
    @Override
    public String toString() {
        return ofHeads.stream()
                .map(ofHead -> ofHead.width()
                        + (ofHead.areLabels() ? " classes" : ofHead.width() == 1 ? " target" : " targets"))
                .collect(Collectors.joining(" and "));
    }
}
