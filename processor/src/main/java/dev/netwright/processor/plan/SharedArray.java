package dev.netwright.processor.plan;

import java.util.Comparator;
import java.util.List;

/**
 * One array for what several layers compute, each done with before the next begins.
 *
 * @param name    what it is called
 * @param columns the constant with the columns of the widest
 * @param size    these columns
 * @param users   what each would be called by itself, in the order of their use
 * @param alone   the columns that all of them would have together
 */
public record SharedArray(String name, String columns, long size, List<String> users, long alone) {
    /** Copies the list. */
    public SharedArray {
        users = List.copyOf(users);
    }

    static SharedArray of(String name, List<PlannedArray> users) {
        PlannedArray widest =
                users.stream().max(Comparator.comparingLong(PlannedArray::size)).orElseThrow();
        return new SharedArray(
                name,
                widest.columns(),
                widest.size(),
                users.stream().map(PlannedArray::name).toList(),
                users.stream().mapToLong(PlannedArray::size).sum());
    }
}
