package dev.netwright.runtime;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/**
 * Passes that nobody uses at the moment, for callers of {@code predict} that bring none of their own. In steady state
 * every caller finds one and none is allocated. For any number of threads, virtual ones too: no pass belongs to a thread.
 */
final class IdlePasses {
    /** A power of two, and more than the threads that can run at once. */
    private static final int SLOTS =
            Math.max(16, 2 * Integer.highestOneBit(Runtime.getRuntime().availableProcessors()));

    private final AtomicReferenceArray<Pass> slots = new AtomicReferenceArray<>(SLOTS);
    private final IntFunction<Pass> newPass;

    /** With what makes a pass for a number of rows. */
    IdlePasses(IntFunction<Pass> newPass) {
        this.newPass = newPass;
    }

    /** A pass for at least that many rows, which now is the caller's alone: an idle one, or a new one where none fits. */
    Pass take(int capacity) {
        int home = slotOfThisThread();
        for (int i = 0; i < SLOTS; i++) {
            int slot = slot(home, i);
            Pass idle = slots.get(slot);
            if (idle != null && idle.capacity() >= capacity && slots.compareAndSet(slot, idle, null)) {
                return idle;
            }
        }
        // Where all are too small, one of them makes room for the pass that will be given back.
        slots.set(home, null);
        return newPass.apply(capacity);
    }

    /** Gives a pass back that is fit for further use. It is dropped where there are enough. */
    void give(Pass pass) {
        int home = slotOfThisThread();
        for (int i = 0; i < SLOTS; i++) {
            if (slots.compareAndSet(slot(home, i), null, pass)) {
                return;
            }
        }
    }

    /** Threads begin their search at different places, so that they seldom meet. */
    private static int slotOfThisThread() {
        return slot((int) Thread.currentThread().getId(), 0);
    }

    private static int slot(int home, int distance) {
        return (home + distance) & (SLOTS - 1);
    }
}
