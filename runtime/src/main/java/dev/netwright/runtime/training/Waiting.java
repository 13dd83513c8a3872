package dev.netwright.runtime.training;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One thread that waits for another: it watches for a while, then parks until it is called. */
final class Waiting {
    /** How often to look between two looks at the clock. */
    private static final int LOOKS = 20;

    private final AtomicBoolean isParked = new AtomicBoolean();
    private volatile Thread thread = Thread.currentThread();

    /** Returns when the condition holds, or sooner. Who makes it hold must {@link #call} then. */
    void pause(BooleanSupplier condition, int watchNanos) {
        if (watch(condition, watchNanos)) {
            return;
        }
        thread = Thread.currentThread();
        isParked.set(true);
        if (!condition.getAsBoolean()) {
            // Returns at once on an interrupted thread.
            LockSupport.park(this);
        }
        isParked.set(false);
    }

    /**
     * Whether the condition came to hold. Between looks the processor is offered to others: on a busy machine the very thread
     * that this one waits for may be among them.
     */
    @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on the offer; it is only faster.
    private static boolean watch(BooleanSupplier condition, int nanos) {
        if (condition.getAsBoolean()) {
            return true;
        }
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            for (int look = 0; look < LOOKS; look++) {
                if (condition.getAsBoolean()) {
                    return true;
                }
                Thread.onSpinWait();
            }
            Thread.yield();
        }
        return false;
    }

    /** Wakes the thread if it has parked. */
    void call() {
        if (isParked.get() && isParked.getAndSet(false)) {
            LockSupport.unpark(thread);
        }
    }
}
