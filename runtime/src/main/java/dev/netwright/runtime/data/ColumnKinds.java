package dev.netwright.runtime.data;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * What is known of the columns of features.
 *
 * @param names      one for each; empty where none were given
 * @param indicators the numbers of those that are 0 or 1 for no or yes; never changed
 */
record ColumnKinds(List<String> names, BitSet indicators) {
    static final ColumnKinds UNKNOWN = new ColumnKinds(List.of(), new BitSet());

    ColumnKinds {
        names = List.copyOf(names);
    }

    ColumnKinds withNames(List<String> others) {
        return new ColumnKinds(others, indicators);
    }

    ColumnKinds withIndicators(int[] columns, int count) {
        BitSet others = new BitSet();
        for (int column : columns) {
            others.set(Objects.checkIndex(column, count));
        }
        return new ColumnKinds(names, others);
    }
}
