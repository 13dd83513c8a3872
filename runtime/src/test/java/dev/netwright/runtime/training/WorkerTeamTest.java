package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerTeamTest {
    private static final int ROUNDS = 2_000;

    /** A closed team does not wait for its helpers, so those of another class of tests may be about to end. */
    @BeforeEach
    void noThreadOfAnotherTeamIsLeft() throws InterruptedException {
        assertThat(eventually(() -> helpers().isEmpty())).isTrue();
    }

    @AfterEach
    void noThreadStays() throws InterruptedException {
        Thread.interrupted();
        assertThat(eventually(() -> helpers().isEmpty())).isTrue();
    }

    private static List<Thread> helpers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("netwright-worker"))
                .toList();
    }

    private static boolean eventually(BooleanSupplier condition) throws InterruptedException {
        for (int attempt = 0; attempt < 3_000 && !condition.getAsBoolean(); attempt++) {
            Thread.sleep(10);
        }
        return condition.getAsBoolean();
    }

    /** Plain arrays: what workers write must be seen by the caller, and the other way round, without further help. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void everyWorkerIsCalledOnceInEveryRound(int size) {
        try (WorkerTeam team = new WorkerTeam(size)) {
            assertThat(team.size()).isEqualTo(size);
            int[] round = {0};
            int[] sum = new int[size];
            IntConsumer task = worker -> sum[worker] += round[0];
            int[] expected = new int[size];
            for (round[0] = 1; round[0] <= ROUNDS; round[0]++) {
                int count = 1 + round[0] % size;
                team.run(count, task);
                for (int worker = 0; worker < count; worker++) {
                    expected[worker] += round[0];
                }
                assertThat(sum).isEqualTo(expected);
            }
        }
    }

    @Test
    void aTeamOfOneHasNoThreadOfItsOwn() {
        try (WorkerTeam team = new WorkerTeam(1)) {
            assertThat(helpers()).isEmpty();
            Thread[] ran = new Thread[1];
            team.run(1, worker -> ran[0] = Thread.currentThread());
            assertThat(ran[0]).isSameAs(Thread.currentThread());
        }
    }

    @Test
    void helpersAreDaemonsAndParkWhereThereIsNothingToDo() throws InterruptedException {
        try (WorkerTeam team = new WorkerTeam(4)) {
            team.run(2, worker -> {});
            assertThat(helpers()).hasSize(3).allMatch(Thread::isDaemon);
            assertThat(eventually(
                            () -> helpers().stream().allMatch(thread -> thread.getState() == Thread.State.WAITING)))
                    .isTrue();
            int[] calls = new int[4];
            team.run(4, worker -> calls[worker]++);
            assertThat(calls).containsOnly(1);
        }
    }

    @Test
    void anInterruptedHelperParksToo() throws InterruptedException {
        try (WorkerTeam team = new WorkerTeam(2)) {
            CountDownLatch begun = new CountDownLatch(1);
            team.run(2, worker -> {
                if (worker == 1) {
                    Thread.currentThread().interrupt();
                    begun.countDown();
                } else {
                    // Else it might take the other part back.
                    await(begun);
                }
            });
            assertThat(eventually(() -> helpers().get(0).getState() == Thread.State.WAITING))
                    .isTrue();
            helpers().get(0).interrupt();
            assertThat(eventually(() -> !helpers().get(0).isInterrupted())).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Helpers that have ended stand for helpers that get no processor. */
    @Test
    void theCallerDoesWhatNoHelperHasBegun() throws InterruptedException {
        WorkerTeam team = new WorkerTeam(3);
        team.close();
        assertThat(eventually(() -> helpers().isEmpty())).isTrue();
        Thread[] ran = new Thread[3];
        team.run(3, worker -> ran[worker] = Thread.currentThread());
        assertThat(ran).containsOnly(Thread.currentThread());
        assertThatThrownBy(() -> team.run(3, worker -> {
                    throw new IllegalStateException("worker " + worker);
                }))
                .hasMessage("worker 0")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("worker 1", "worker 2"));
    }

    @Test
    void anInterruptedCallerWaitsForTheOthersAndStaysInterrupted() {
        try (WorkerTeam team = new WorkerTeam(3)) {
            Thread.currentThread().interrupt();
            int[] calls = new int[3];
            team.run(3, worker -> {
                for (int i = 0; i < 1_000_000; i++) {
                    Thread.onSpinWait();
                }
                calls[worker]++;
            });
            assertThat(calls).containsOnly(1);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aFailureReachesTheCallerWhenAllAreDoneAndTheTeamGoesOn(int failing) {
        try (WorkerTeam team = new WorkerTeam(3)) {
            int[] calls = new int[3];
            IntConsumer task = worker -> {
                calls[worker]++;
                if (worker == failing) {
                    throw new IllegalStateException("worker " + worker);
                }
            };
            assertThatThrownBy(() -> team.run(3, task))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("worker " + failing)
                    .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
            team.run(3, worker -> calls[worker]++);
            assertThat(calls).containsOnly(2);
        }
    }

    @Test
    void allFailuresAreKept() {
        try (WorkerTeam team = new WorkerTeam(4)) {
            assertThatThrownBy(() -> team.run(4, worker -> {
                        if (worker != 1) {
                            throw new IllegalStateException("worker " + worker);
                        }
                    }))
                    .hasMessage("worker 0")
                    .satisfies(e -> assertThat(e.getSuppressed())
                            .extracting(Throwable::getMessage)
                            .containsExactly("worker 2", "worker 3"));
            AssertionError same = new AssertionError("the same");
            assertThatThrownBy(() -> team.run(4, worker -> {
                        throw same;
                    }))
                    .isSameAs(same)
                    .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
        }
    }

    /** A language without checked exceptions lets one through. */
    @Test
    void aCheckedExceptionIsWrapped() {
        try (WorkerTeam team = new WorkerTeam(2)) {
            assertThatExceptionOfType(UndeclaredThrowableException.class)
                    .isThrownBy(() -> team.run(2, worker -> {
                        if (worker == 1) {
                            throwAny(new IOException("disk"));
                        }
                    }))
                    .havingCause()
                    .isInstanceOf(IOException.class)
                    .withMessage("disk");
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwAny(Throwable failure) throws T {
        throw (T) failure;
    }

    @Test
    void anyThreadMayCall() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(5);
        try (WorkerTeam team = new WorkerTeam(3)) {
            int[] calls = new int[3];
            for (int round = 0; round < 2_000; round++) {
                executor.submit(() -> team.run(3, worker -> calls[worker]++)).get();
            }
            assertThat(calls).containsOnly(2_000);
        } finally {
            executor.shutdown();
        }
    }

    /** Rounds of very different lengths, so that helpers and the caller are found spinning, parking and parked. */
    @Test
    void noWakeUpIsLost() {
        try (WorkerTeam team = new WorkerTeam(3)) {
            int[] calls = new int[3];
            for (int round = 0; round < 3_000; round++) {
                int busy = round % 3;
                int spins = round % 100 == 0 ? 200_000 : round % 10 * 500;
                team.run(3, worker -> {
                    for (int i = 0; worker == busy && i < spins; i++) {
                        Thread.onSpinWait();
                    }
                    calls[worker]++;
                });
            }
            assertThat(calls).containsOnly(3_000);
        }
    }

    /** Where memory is missing, keeping failures must not ask for more. */
    @Test
    void aFailureThatRefusesOthersIsThrownAlone() {
        OutOfMemoryError first = new OutOfMemoryError("first") {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Throwable fillInStackTrace() {
                return this;
            }
        };
        try (WorkerTeam team = new WorkerTeam(3)) {
            assertThatThrownBy(() -> team.run(3, part -> {
                        throw part == 0 ? first : new OutOfMemoryError("another");
                    }))
                    .isSameAs(first);
            int[] done = new int[3];
            team.run(3, part -> done[part]++);
            assertThat(done).containsExactly(1, 1, 1);
        }
    }
}
