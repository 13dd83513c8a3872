package dev.netwright.runtime.training;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A thread of a {@link WorkerTeam}, for one part of each of its tasks. */
final class Helper extends Thread {
    private static final int IDLE = 0;
    private static final int ORDERED = 1;
    private static final int BUSY = 2;

    private final WorkerTeam team;
    private final int part;
    private final AtomicInteger state = new AtomicInteger(IDLE);
    private final Waiting waiting = new Waiting();
    private final BooleanSupplier isCalled = this::isCalled;
    private final BooleanSupplier isDone = this::isDone;

    private Throwable failure = Failures.NONE;

    Helper(WorkerTeam team, int part) {
        super("netwright-worker-" + part);
        this.team = team;
        this.part = part;
        setDaemon(true);
    }

    /** The caller asks for the part. */
    void order() {
        state.set(ORDERED);
        waiting.call();
    }

    /** Whether the part had not been begun; then it is the caller's. */
    boolean takeBack() {
        return state.compareAndSet(ORDERED, IDLE);
    }

    /** The caller waits for the part. What it threw, or {@link Failures#NONE}. */
    Throwable await(Waiting caller) {
        while (!isDone()) {
            // On an interrupted thread this is a spin, and the status stays for the trainer.
            caller.pause(isDone, team.watchNanos());
        }
        return failure;
    }

    @Override
    public void run() {
        while (!team.isClosed()) {
            if (state.compareAndSet(ORDERED, BUSY)) {
                failure = team.attempt(part);
                state.set(IDLE);
                team.calling().call();
            } else {
                waiting.pause(isCalled, team.watchNanos());
                // An interrupt is not meant for a helper, and would keep it from parking.
                interrupted();
            }
        }
    }

    /** The team has been closed. */
    void end() {
        LockSupport.unpark(this);
    }

    private boolean isCalled() {
        return state.get() == ORDERED || team.isClosed();
    }

    private boolean isDone() {
        return state.get() != BUSY;
    }
}
