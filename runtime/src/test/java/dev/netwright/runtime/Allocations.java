package dev.netwright.runtime;

import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Counts the bytes that threads allocate. */
public final class Allocations {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 300;
    private static final int CALLS = 200;

    /** For the compiler's threads, which a busy machine may keep waiting longer than all the calls take. */
    private static final long PAUSE_NANOS = 10_000_000;

    private Allocations() {}

    /** What this thread has allocated so far. */
    public static long ofThisThread() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** What another thread has allocated so far. */
    public static long of(Thread thread) {
        return THREADS.getThreadAllocatedBytes(thread.getId());
    }

    /**
     * Repeats the work until a round of it allocates nothing, which is when it is compiled. Fails if there is no such round.
     */
    public static void assertNoneOnceWarm(Runnable work) {
        assertNoneOnceWarm(Allocations::ofThisThread, work);
    }

    /** The same with a counter of one's own. */
    public static void assertNoneOnceWarm(LongSupplier counter, Runnable work) {
        long allocated = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = counter.getAsLong();
            for (int call = 0; call < CALLS; call++) {
                work.run();
            }
            allocated = counter.getAsLong() - before;
            if (allocated == 0) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        fail("%d calls still allocate %d bytes after %d rounds", CALLS, allocated, ROUNDS);
    }
}
