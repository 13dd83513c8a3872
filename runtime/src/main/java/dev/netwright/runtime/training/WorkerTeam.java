package dev.netwright.runtime.training;

import java.util.function.IntConsumer;

/**
 * Shares out work that is cut into parts: {@link #run} does each part once, and returns when all are done. Part 0 is the calling
 * thread's; each other has a {@link Helper}, whose caches know it from the last time. A helper that has not begun when the
 * caller is through with its own part is not waited for: the caller takes the part back. So a processor that is busy elsewhere
 * costs little, and a part must not ask who does it.
 *
 * <p>Parts last microseconds, too short for an executor's queue; therefore threads watch for a while before they park.
 */
final class WorkerTeam implements AutoCloseable {
    private static final int DO_NOT_WATCH = 0;

    /** Most of what a step does between two runs is shorter, and so is what one thread needs longer than another. */
    private static final int WATCH_NANOS = 50_000;

    /** With more threads than processors, one that watches would keep another from its work. */
    private final int watchNanos;

    private final Helper[] helpers;
    private final Waiting calling = new Waiting();
    private volatile boolean closed;
    private IntConsumer task = part -> {};

    WorkerTeam(int size) {
        watchNanos = size <= Runtime.getRuntime().availableProcessors() ? WATCH_NANOS : DO_NOT_WATCH;
        helpers = new Helper[size - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Helper(this, i + 1);
        }
        try {
            for (Helper helper : helpers) {
                helper.start();
            }
        } catch (Throwable e) {
            close();
            throw e;
        }
    }

    int size() {
        return helpers.length + 1;
    }

    /**
     * Runs the task for the parts 0 to {@code count - 1}, at once where there are processors for it. What a part threw is thrown
     * here when all are done, the first part's with the others' as suppressed.
     */
    void run(int count, IntConsumer task) {
        if (count == 1) {
            task.accept(0);
            return;
        }
        this.task = task;
        for (int part = 1; part < count; part++) {
            helpers[part - 1].order();
        }
        Throwable failure = attempt(0);
        for (int part = 1; part < count; part++) {
            failure = Failures.join(failure, finish(part));
        }
        if (failure != Failures.NONE) {
            throw Failures.unchecked(failure);
        }
    }

    /** Does a part that its helper has not begun; waits for one that it has. */
    private Throwable finish(int part) {
        Helper helper = helpers[part - 1];
        return helper.takeBack() ? attempt(part) : helper.await(calling);
    }

    /**
     * Any failure belongs to the caller, and the caller must not wait for ever: so nothing is allocated here, where memory may be
     * what is missing. What the part threw, or {@link Failures#NONE}.
     */
    Throwable attempt(int part) {
        try {
            task.accept(part);
            return Failures.NONE;
        } catch (Throwable e) {
            return e;
        }
    }

    boolean isClosed() {
        return closed;
    }

    int watchNanos() {
        return watchNanos;
    }

    /** The caller, who may wait for a helper. */
    Waiting calling() {
        return calling;
    }

    /** Lets the threads end. */
    @Override
    public void close() {
        closed = true;
        for (Helper helper : helpers) {
            helper.end();
        }
    }
}
