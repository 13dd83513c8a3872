package dev.netwright.processor.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lets arrays that are never needed at the same time share memory (linear scan: Poletto and Sarkar 1999). */
final class LinearScan {
    /** From when to when an array holds what is still needed, both included. */
    record Lifetime(PlannedArray array, int from, int to) {}

    /** Arrays that share memory, and the end of the last of their lifetimes. */
    private static final class Slot {
        private final List<PlannedArray> users = new ArrayList<>();
        private long size;
        private int end;

        void take(Lifetime next) {
            users.add(next.array());
            size = Math.max(size, next.array().size());
            end = next.to();
        }
    }

    private LinearScan() {}

    /** Those that share memory with others: groups in the order of their use. */
    static List<List<PlannedArray>> groups(List<Lifetime> lifetimes) {
        List<Slot> slots = new ArrayList<>();
        List<Lifetime> inOrder = lifetimes.stream()
                .sorted(Comparator.comparingInt(Lifetime::from)
                        .thenComparing(next -> next.array().name()))
                .toList();
        for (Lifetime next : inOrder) {
            Slot free = slots.stream()
                    .filter(slot -> slot.end < next.from())
                    .min(Comparator.comparingLong(slot -> distance(slot, next)))
                    .orElse(null);
            if (free == null) {
                free = new Slot();
                slots.add(free);
            }
            free.take(next);
        }
        return slots.stream()
                .map(slot -> slot.users)
                .filter(users -> users.size() > 1)
                .toList();
    }

    /** Arrays of like sizes share best. */
    private static long distance(Slot slot, Lifetime next) {
        return Math.abs(slot.size - next.array().size());
    }
}
