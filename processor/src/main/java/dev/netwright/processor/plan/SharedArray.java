package dev.netwright.processor.plan;

import java.util.List;

/**
 * One array for gradients of several layers, each done with before the next begins.
 *
 * @param name    what it is called
 * @param columns the constant with the columns of the widest
 * @param size    these columns
 * @param users   what each would be called by itself
 * @param alone   the columns that all of them would have together
 */
public record SharedArray(String name, String columns, long size, List<String> users, long alone) {
    /** Copies the list. */
    public SharedArray {
        users = List.copyOf(users);
    }
}
