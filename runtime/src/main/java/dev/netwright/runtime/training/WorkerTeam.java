package dev.netwright.runtime.training;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Threads that work in step: {@link #run} gives each worker its number and returns when all are done. Worker 0 is the
 * calling thread, so a team of one has no thread of its own. Steps last microseconds, too short for an executor's queue;
 * therefore workers watch a counter for a while before they park.
 */
final class WorkerTeam implements AutoCloseable {
    private static final int SPINS = 4_000;

    private final Helper[] helpers;
    private final AtomicInteger unfinished = new AtomicInteger();
    private volatile Thread caller = Thread.currentThread();
    private volatile boolean closed;
    private IntConsumer task = worker -> {};

    WorkerTeam(int size) {
        helpers = new Helper[size - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Helper(i + 1);
        }
        for (Helper helper : helpers) {
            helper.start();
        }
    }

    int size() {
        return helpers.length + 1;
    }

    /**
     * Runs the task as workers 0 to {@code count - 1} at once. What a worker threw is thrown here when all are done, the
     * first worker's before the others'.
     */
    void run(int count, IntConsumer task) {
        caller = Thread.currentThread();
        this.task = task;
        unfinished.set(count - 1);
        for (int worker = 1; worker < count; worker++) {
            helpers[worker - 1].order();
        }
        try {
            task.accept(0);
        } finally {
            awaitHelpers();
        }
        for (int worker = 1; worker < count; worker++) {
            helpers[worker - 1].rethrow();
        }
    }

    private void awaitHelpers() {
        for (int spin = 0; unfinished.get() != 0; spin++) {
            waitABit(spin);
        }
    }

    /** Parking returns at once on an interrupted thread; then this is a spin, and the status stays for the trainer. */
    private void waitABit(int spin) {
        if (spin < SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.park(this);
        }
    }

    /** Lets the threads end. */
    @Override
    public void close() {
        closed = true;
        for (Helper helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    private final class Helper extends Thread {
        private final int worker;
        private final AtomicInteger ordered = new AtomicInteger();
        private volatile Optional<Throwable> failure = Optional.empty();

        Helper(int worker) {
            super("netwright-worker-" + worker);
            this.worker = worker;
            setDaemon(true);
        }

        void order() {
            ordered.incrementAndGet();
            LockSupport.unpark(this);
        }

        @Override
        public void run() {
            int done = 0;
            for (int spin = 0; !closed; spin++) {
                if (ordered.get() == done) {
                    waitABit(spin);
                    continue;
                }
                done++;
                spin = 0;
                try {
                    task.accept(worker);
                } catch (Throwable e) { // any failure belongs to the caller, and the caller must not wait for ever
                    failure = Optional.of(e);
                }
                if (unfinished.decrementAndGet() == 0) {
                    LockSupport.unpark(caller);
                }
            }
        }

        void rethrow() {
            Optional<Throwable> thrown = failure;
            failure = Optional.empty();
            if (thrown.isPresent()) {
                if (thrown.get() instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) thrown.get();
            }
        }
    }
}
