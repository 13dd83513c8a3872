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

    /** With more workers than processors, one that watches would keep another from its work. */
    private final int spins;

    private final Helper[] helpers;
    private final AtomicInteger unfinished = new AtomicInteger();
    private volatile Thread caller = Thread.currentThread();
    private volatile boolean closed;
    private IntConsumer task = worker -> {};

    WorkerTeam(int size) {
        spins = size <= Runtime.getRuntime().availableProcessors() ? SPINS : 0;
        helpers = new Helper[size - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Helper(i + 1);
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
     * Runs the task as workers 0 to {@code count - 1} at once. What a worker threw is thrown here when all are done, the
     * first worker's with the others' as suppressed.
     */
    void run(int count, IntConsumer task) {
        if (count == 1) {
            task.accept(0);
            return;
        }
        caller = Thread.currentThread();
        this.task = task;
        unfinished.set(count - 1);
        for (int worker = 1; worker < count; worker++) {
            helpers[worker - 1].order();
        }
        Optional<Throwable> failure = attempt(0);
        awaitHelpers();
        for (int worker = 1; worker < count; worker++) {
            failure = join(failure, helpers[worker - 1].failure);
        }
        if (failure.isPresent()) {
            throw Failures.unchecked(failure.get());
        }
    }

    /** Any failure belongs to the caller, and the caller must not wait for ever. */
    private Optional<Throwable> attempt(int worker) {
        try {
            task.accept(worker);
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of(e);
        }
    }

    private static Optional<Throwable> join(Optional<Throwable> first, Optional<Throwable> later) {
        if (first.isEmpty()) {
            return later;
        }
        if (later.isPresent()) {
            Failures.add(first.get(), later.get());
        }
        return first;
    }

    private void awaitHelpers() {
        for (int spin = 0; unfinished.get() != 0; spin++) {
            waitABit(spin);
        }
    }

    /** Parking returns at once on an interrupted thread; then this is a spin, and the status stays for the trainer. */
    private void waitABit(int spin) {
        if (spin < spins) {
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
                    // An interrupt is not meant for a helper, and would keep it from parking.
                    interrupted();
                    continue;
                }
                done++;
                spin = 0;
                failure = attempt(worker);
                if (unfinished.decrementAndGet() == 0) {
                    LockSupport.unpark(caller);
                }
            }
        }
    }
}
