package dev.netwright.verification.bits;

import com.sun.management.ThreadMXBean;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.kernel.ConvolutionShape;
import dev.netwright.runtime.kernel.Convolutions;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.kernel.Pooling;
import dev.netwright.runtime.kernel.PoolingShape;
import dev.netwright.runtime.random.SeededRandom;
import dev.netwright.runtime.training.EpochResult;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.runtime.training.TrainingProgress;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Prints how many bytes each operation allocates once it is warm, one line each. {@link AllocationTest} runs it in JVMs
 * that compile in the foreground, so that "warm" is a number of calls and not a matter of time.
 */
final class AllocationProgram {
    private static final int ROWS = 130;
    private static final int CALLS = 500;
    private static final int ROUNDS = 60;
    private static final int MOST_EPOCHS = 3_000;

    /** So many epochs in a row must allocate nothing. */
    private static final int EPOCHS_WITHOUT = 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocationProgram() {}

    public static void main(String[] arguments) {
        inference("unrolled", UnrolledNetworks_SmoothNetwork.create(1));
        inference("kernel", KernelNetworks_SaturatingNetwork.create(1));
        inference("alternating", KernelNetworks_AlternatingNetwork.create(1));
        inference("dropping", TreatedNetworks_DroppingNetwork.create(1));
        inference("normalizing", TreatedNetworks_NormalizingNetwork.create(1));
        inference("normalizing batches", BatchNetworks_ColumnsNetwork.create(1));
        inference("embedding", IndexNetworks_EmbeddingNetwork.create(1));
        inference("functions", FunctionNetworks_EverywhereNetwork.create(1));
        samples();
        convolutions(ConvolutionShape.valid(12, 12, 1, 6, 5, 5, 1, 1));
        convolutions(ConvolutionShape.same(7, 7, 16, 33, 3, 3, 1, 1));
        for (TrainingCase given : TrainingCase.all()) {
            print("batches of: " + given.name(), batches(given, 1));
        }
        for (TrainingCase given : TrainingCase.all()) {
            if (given.batch() > 64) {
                print("batches on 3 threads of: " + given.name(), batches(given, 3));
            }
        }
    }

    private static void inference(String name, Network network) {
        float[] inputs = SampleData.features(new SeededRandom(1), ROWS, network.topology());
        float[] one = new float[network.inputSize()];
        float[] outputOfOne = new float[network.outputSize()];
        print(name + " predict, one sample", onceWarm(() -> network.predict(one, outputOfOne)));
        float[] outputs = new float[ROWS * network.outputSize()];
        print(name + " predict, " + ROWS + " samples", onceWarm(() -> network.predict(inputs, ROWS, outputs)));
        Pass pass = network.newPass(ROWS);
        print(name + " forward and backward", onceWarm(() -> {
            pass.forward(inputs, ROWS);
            pass.backward(outputs);
        }));
        print(name + " backward from the logits, and to the inputs", onceWarm(() -> {
            pass.backwardFromLogits(outputs);
            pass.inputGradients();
        }));
    }

    private static void samples() {
        RecordNetworks_FlowersNetwork flowers = RecordNetworks_FlowersNetwork.create(1);
        RecordNetworks.Flower flower =
                new RecordNetworks.Flower(1f, 2, null, RecordNetworks.Species.SETOSA, new float[2], null);
        print("classify a record", onceWarm(() -> flowers.classify(flower)));
        RecordNetworks_LengthNetwork length = RecordNetworks_LengthNetwork.create(1);
        length.standardize(Standardizer.fit(RecordNetworks_LengthNetwork.dataset(List.of(flower), new float[1])));
        print("estimate for a record, with scaled features", onceWarm(() -> length.estimate(flower)));
    }

    private static void convolutions(ConvolutionShape shape) {
        int rows = 3;
        int biases = shape.weightCount();
        float[] x = new float[rows * shape.inputSize()];
        float[] z = new float[rows * shape.outputSize()];
        float[] dx = new float[x.length];
        float[] parameters = new float[biases + shape.filters()];
        float[] gradients = new float[parameters.length];
        print("forward of " + shape, onceWarm(() -> Convolutions.forward(x, 0, parameters, 0, biases, z, rows, shape)));
        print("backward of " + shape, onceWarm(() -> {
            Convolutions.weightGradients(x, 0, z, gradients, 0, rows, shape, GradientShare.ALL);
            Convolutions.biasGradients(z, gradients, biases, rows, shape, GradientShare.ALL);
            Convolutions.inputGradients(z, parameters, 0, dx, rows, shape);
        }));
        PoolingShape pooling = new PoolingShape(shape.outputHeight(), shape.outputWidth(), shape.filters(), 2, 2, 2, 2);
        float[] pooled = new float[rows * pooling.outputSize()];
        float[] da = new float[z.length];
        print("maxima of " + pooling, onceWarm(() -> {
            Pooling.maximum(z, pooled, rows, pooling);
            Pooling.maximumBackward(z, pooled, pooled, da, rows, pooling);
        }));
        print("means of " + pooling, onceWarm(() -> {
            Pooling.average(z, pooled, rows, pooling);
            Pooling.averageBackward(pooled, da, rows, pooling);
        }));
    }

    private static void print(String operation, long bytes) {
        System.out.println(bytes + "  " + operation);
    }

    /** Bytes of a round of calls, as soon as a round allocates none; else of the last round. */
    private static long onceWarm(Runnable operation) {
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int call = 0; call < CALLS; call++) {
                operation.run();
            }
            bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
            if (bytes == 0) {
                break;
            }
        }
        return bytes;
    }

    /** Bytes that all threads allocate in the batches of an epoch, at the end of a run. */
    private static long batches(TrainingCase given, int threads) {
        EpochCounter counter = new EpochCounter();
        given.trainer()
                .optimizer(given.optimizer())
                .schedule(given.schedule())
                .epochs(MOST_EPOCHS)
                .batchSize(given.batch())
                .threads(threads)
                .listener(counter)
                .fit(given.data());
        return counter.bytesOfEpoch;
    }

    /** Counts from the end of an epoch's first batch, or from the epoch's start where there is but one batch. */
    private static final class EpochCounter implements TrainingListener {
        private Thread[] threads = {};
        private long bytesBefore;
        private long bytesOfEpoch;
        private int epochsWithout;

        @Override
        public void trainingStarted(TrainingProgress progress) {
            threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread ->
                            thread == Thread.currentThread() || thread.getName().startsWith("netwright-worker"))
                    .toArray(Thread[]::new);
        }

        @Override
        public void epochStarted(TrainingProgress progress) {
            bytesOfEpoch = 0;
            bytesBefore = allocated();
        }

        @Override
        public void batchEnded(TrainingProgress progress) {
            long bytes = allocated();
            if (progress.batch() > 1 || progress.batches() == 1) {
                bytesOfEpoch += bytes - bytesBefore;
            }
            bytesBefore = bytes;
        }

        @Override
        public void epochEnded(TrainingProgress progress, EpochResult result) {
            epochsWithout = bytesOfEpoch == 0 ? epochsWithout + 1 : 0;
            if (epochsWithout == EPOCHS_WITHOUT) {
                progress.stop();
            }
        }

        private long allocated() {
            long bytes = 0;
            for (Thread thread : threads) {
                bytes += THREADS.getThreadAllocatedBytes(thread.getId());
            }
            return bytes;
        }
    }
}
