package dev.netwright.verification.bits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.training.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated networks under several threads at once: everyone gets the bits that one thread alone gets. */
class ThreadsTest {
    private static final int THREADS = 6;
    private static final int CALLS = 400;
    private static final int[] ROWS = {1, 2, 7, 64, 65, 130};

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    static List<Network> networks() {
        return List.of(
                UnrolledNetworks_SmoothNetwork.create(1),
                KernelNetworks_SaturatingNetwork.create(2),
                KernelNetworks_AlternatingNetwork.create(3),
                TreatedNetworks_DroppingNetwork.create(4),
                TreatedNetworks_NormalizingNetwork.create(5),
                BatchNetworks_ColumnsNetwork.create(6));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void threadsPredictWithOneNetworkWhileAnotherTrainsACopy(Network network) throws Exception {
        Dataset data = samples(network, 300, 1);
        float[] trainedAlone = trained(network.copy(), data);
        Network copy = network.copy();
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            tasks.add(predicting(network, thread));
        }
        tasks.add(() -> Arrays.equals(trained(copy, data), trainedAlone));
        assertAllTrue(tasks);
    }

    private static float[] trained(Network network, Dataset data) {
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Adam(1e-3f))
                .epochs(20)
                .batchSize(150)
                .threads(2)
                .fit(data);
        return network.parameters();
    }

    /** The expected outputs are computed before any thread starts. */
    private static Callable<Boolean> predicting(Network network, int thread) {
        List<float[]> inputs = new ArrayList<>();
        List<float[]> expected = new ArrayList<>();
        for (int rows : ROWS) {
            inputs.add(samples(network, rows, thread).features());
            expected.add(network.predict(inputs.get(inputs.size() - 1), rows));
        }
        return () -> {
            boolean same = true;
            for (int call = 0; call < CALLS; call++) {
                int which = (call + thread) % ROWS.length;
                float[] outputs = new float[expected.get(which).length];
                network.predict(inputs.get(which), ROWS[which], outputs);
                same &= Arrays.equals(outputs, expected.get(which));
            }
            return same;
        };
    }

    @ParameterizedTest
    @MethodSource("networks")
    void threadsDifferentiateOneNetworkWithPassesOfTheirOwn(Network network) throws Exception {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            tasks.add(differentiating(network, ROWS[thread % ROWS.length], thread));
        }
        assertAllTrue(tasks);
    }

    private static Callable<Boolean> differentiating(Network network, int rows, int seed) {
        Dataset data = samples(network, rows, seed);
        Pass alone = differentiated(network.newPass(rows), data);
        float[] gradients = alone.gradients().clone();
        float[] inputGradients = alone.inputGradients().clone();
        return () -> {
            Pass pass = network.newPass(rows);
            boolean same = true;
            for (int call = 0; call < CALLS; call++) {
                differentiated(pass, data);
                same &= Arrays.equals(pass.gradients(), gradients);
                same &= Arrays.equals(pass.inputGradients(), inputGradients);
            }
            return same;
        };
    }

    private static Pass differentiated(Pass pass, Dataset data) {
        pass.forward(data.features(), data.rows());
        pass.backward(data.targets().values());
        return pass;
    }

    private static Dataset samples(Network network, int rows, int seed) {
        return SampleData.draw(SampleData.Kind.VALUES, rows, network.inputSize(), network.outputSize(), seed);
    }

    private void assertAllTrue(List<Callable<Boolean>> tasks) throws Exception {
        for (Future<Boolean> same : threads.invokeAll(tasks)) {
            assertThat(same.get()).isTrue();
        }
    }
}
