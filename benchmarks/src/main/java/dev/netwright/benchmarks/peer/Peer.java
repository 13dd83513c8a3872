package dev.netwright.benchmarks.peer;

import dev.netwright.benchmarks.work.Task;

/** A library, or a way of writing, that is measured. Found by {@link java.util.ServiceLoader}. */
public interface Peer {
    /** The name that a forked JVM is told. */
    String id();

    /**
     * Makes everything ready for a work, with the best settings that the peer's documentation names for it.
     *
     * @throws Refusal if the peer can't do this work; the message says why
     */
    Session open(Task task) throws Exception;
}
