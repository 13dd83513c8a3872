package dev.netwright.csv;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The labels of the rows read so far, and their classes: those given, or those found. */
final class Labels {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");

    private final boolean given;
    private final List<String> names;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<Integer> rows = new ArrayList<>();

    /** With the classes in their order; none where they are to be found. */
    Labels(List<String> classes) {
        this.given = !classes.isEmpty();
        this.names = new ArrayList<>(classes);
        for (String name : classes) {
            indexes.put(name, indexes.size());
        }
    }

    /** Adds a row; false if the classes are given and this is none of them. */
    boolean add(String label) {
        Integer index = indexes.get(label);
        if (index == null) {
            if (given) {
                return false;
            }
            index = names.size();
            indexes.put(label, index);
            names.add(label);
        }
        rows.add(index);
        return true;
    }

    /** The classes in their order: as given, or sorted by value where all are whole numbers, else by their characters. */
    List<String> names() {
        return given ? List.copyOf(names) : names.stream().sorted(order()).toList();
    }

    private Comparator<String> order() {
        Comparator<String> byCharacters = Comparator.naturalOrder();
        return names.stream().allMatch(name -> WHOLE_NUMBER.matcher(name).matches())
                ? Comparator.<String, BigInteger>comparing(BigInteger::new).thenComparing(byCharacters)
                : byCharacters;
    }

    /** Each row's class, as its place in {@link #names()}. */
    int[] toArray() {
        List<String> sorted = names();
        int[] places = new int[sorted.size()];
        for (int place = 0; place < places.length; place++) {
            places[indexes.getOrDefault(sorted.get(place), place)] = place;
        }
        return rows.stream().mapToInt(index -> places[index]).toArray();
    }
}
