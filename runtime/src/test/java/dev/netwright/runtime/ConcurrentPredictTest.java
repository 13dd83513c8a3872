package dev.netwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwright.runtime.training.HandWritten;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Many threads predict with one network at once, with different row counts, and each gets the bits of one thread. */
class ConcurrentPredictTest {
    private static final int FEATURES = 6;
    private static final int[] ROWS = {1, 2, 63, 64, 65, 130};
    private static final int CALLS_OF_A_THREAD = 300;

    private final HandWritten network = new HandWritten(FEATURES, 20, 3, 1);
    private final List<float[]> inputs = new ArrayList<>();
    private final List<float[]> expected = new ArrayList<>();

    ConcurrentPredictTest() {
        for (int rows : ROWS) {
            inputs.add(Samples.random(rows, FEATURES, rows));
            expected.add(network.predict(inputs.get(inputs.size() - 1), rows));
        }
    }

    @Test
    void platformThreads() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(40);
        runInAll(executor, 40, () -> predictOften(CALLS_OF_A_THREAD));
    }

    @Test
    void thousandsOfVirtualThreads() throws Exception {
        runInAll(virtualThreads(), 5_000, () -> predictOften(5));
    }

    private boolean predictOften(int calls) {
        boolean same = true;
        for (int call = 0; call < calls; call++) {
            int which = ThreadLocalRandom.current().nextInt(ROWS.length);
            float[] outputs = new float[expected.get(which).length];
            network.predict(inputs.get(which), ROWS[which], outputs);
            same &= Arrays.equals(outputs, expected.get(which));
        }
        return same;
    }

    @Test
    void noPassIsUsedByTwoAndFailuresOfOneThreadDoNotTouchTheOthers() throws Exception {
        Doubling doubling = new Doubling(2);
        runInAll(Executors.newFixedThreadPool(40), 40, () -> doubleAndFail(doubling));
        runInAll(Executors.newCachedThreadPool(), 100, () -> doubleAndFail(doubling));
    }

    private static boolean doubleAndFail(Doubling network) {
        boolean right = true;
        for (int call = 0; call < CALLS_OF_A_THREAD; call++) {
            int rows = 1 + call % 70;
            float[] inputs = Samples.random(rows, 2, call);
            boolean fails = call % 10 == 9;
            if (fails) {
                inputs[2 * (rows - 1)] = Doubling.FAILS;
            }
            try {
                float[] outputs = network.predict(inputs, rows);
                for (int i = 0; i < outputs.length; i++) {
                    right &= outputs[i] == 2 * inputs[i];
                }
                right &= !fails;
            } catch (IllegalStateException e) {
                right &= fails;
            }
        }
        return right;
    }

    @Test
    void predictionsGoOnWhileACopyIsChanged() throws Exception {
        HandWritten copy = network.copy();
        ExecutorService executor = Executors.newFixedThreadPool(3);
        List<Callable<Boolean>> tasks = new ArrayList<>();
        tasks.add(() -> predictOften(2_000));
        tasks.add(() -> predictOften(2_000));
        tasks.add(() -> {
            for (int i = 0; i < 2_000; i++) {
                Arrays.fill(copy.parameters(), i);
                copy.predict(inputs.get(0), 1);
            }
            return true;
        });
        assertAllTrue(executor, tasks);
    }

    private static void runInAll(ExecutorService executor, int count, Callable<Boolean> task) throws Exception {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tasks.add(task);
        }
        assertAllTrue(executor, tasks);
    }

    private static void assertAllTrue(ExecutorService executor, List<Callable<Boolean>> tasks) throws Exception {
        try {
            for (Future<Boolean> result : executor.invokeAll(tasks)) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            executor.shutdown();
        }
    }

    /** They came with JDK 21. */
    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        assumeTrue(Runtime.version().feature() >= 21, "no virtual threads on this JDK");
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }
}
