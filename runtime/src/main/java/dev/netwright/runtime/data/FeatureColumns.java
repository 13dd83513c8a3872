package dev.netwright.runtime.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What the columns of samples are, from the first to the last: a name for each, and which of them are indicators, that is 0 or 1 for no
 * or yes. Generated code describes the components of a record with it.
 */
public final class FeatureColumns {
    private final List<String> names = new ArrayList<>();
    private final BitSet indicators = new BitSet();

    FeatureColumns() {}

    /** A number: one column, such as {@code width}. */
    public void number(String name) {
        names.add(name);
    }

    /** Yes or no: one column, an indicator. */
    public void flag(String name) {
        indicators.set(names.size());
        names.add(name);
    }

    /** What picks a row of a table: one column, which nobody scales. */
    public void index(String name) {
        flag(name);
    }

    /** One of some constants: an indicator for each, {@code heating=GAS}. */
    public void oneHot(String name, Enum<?>[] constants) {
        for (Enum<?> constant : constants) {
            flag(name + "=" + constant.name());
        }
    }

    /** As many numbers: {@code rents[0]}, {@code rents[1]}, ... */
    public void numbers(String name, int length) {
        for (int i = 0; i < length; i++) {
            number(name + "[" + i + "]");
        }
    }

    /** Yes or no as many times: an indicator for each. */
    public void flags(String name, int length) {
        for (int i = 0; i < length; i++) {
            flag(name + "[" + i + "]");
        }
    }

    /** Those of an input beside others, whose names get a beginning. */
    void add(String beginning, FeatureColumns others) {
        others.indicators.stream().forEach(column -> indicators.set(names.size() + column));
        others.names.forEach(name -> names.add(beginning + name));
    }

    /** A name for each. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** The numbers of those that are indicators. */
    int[] indicators() {
        return indicators.stream().toArray();
    }
}
