package dev.netwright.verification.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.netwright.export.JavaFile;
import dev.netwright.export.testing.ExportedClasses;
import dev.netwright.export.testing.ExportedNetwork;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Standardizer;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of objects of exported classes: a thread each, one copy of the weights, and nothing allocated. */
class ObjectsTest {
    private static final int CALLS = 2_000;

    /** What the JVM may do in a thread of ours beside. */
    private static final long OTHERS = 1_000;

    @TempDir
    Path folder;

    @Test
    void predictionsIntoAnArrayAllocateNothing() throws Throwable {
        JavaFile.of(scaled(LandscapesNetwork.create(1)), "Landscapes").writeTo(folder);
        try (ExportedClasses classes = ExportedClasses.compile(folder)) {
            ExportedNetwork network = classes.create("Landscapes");
            MethodHandle predict = network.predictInto();
            float[] features = new float[network.constant("INPUTS")];
            float[] outputs = new float[network.constant("OUTPUTS")];
            allocated(predict, features, outputs);
            assertThat(allocated(predict, features, outputs)).isLessThan(OTHERS);
        }
    }

    private static long allocated(MethodHandle predict, float[] features, float[] outputs) throws Throwable {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            predict.invokeExact(features, outputs);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void objectsOfSeveralThreadsShareTheirWeightsAndNothingElse() throws IOException {
        Network network = scaled(LandscapesNetwork.create(1));
        JavaFile.of(network, "Landscapes").writeTo(folder);
        float[][] features = new float[8][network.inputSize()];
        float[][] expected = new float[features.length][];
        Random random = new Random(1);
        for (int i = 0; i < features.length; i++) {
            for (int j = 0; j < features[i].length; j++) {
                features[i][j] = (float) random.nextGaussian();
            }
            expected[i] = network.predict(features[i]);
        }
        try (ExportedClasses classes = ExportedClasses.compile(folder)) {
            ExportedNetwork first = classes.create("Landscapes");
            IntStream.range(0, features.length).parallel().forEach(i -> {
                ExportedNetwork own = classes.create("Landscapes");
                assertThat(own.field("weights")).isSameAs(first.field("weights"));
                for (int call = 0; call < CALLS; call++) {
                    assertThat(own.predict(features[i])).isEqualTo(expected[i]);
                }
            });
        }
    }

    private static Network scaled(Network network) {
        double[] means = new double[network.inputSize()];
        double[] deviations = new double[network.inputSize()];
        for (int i = 0; i < means.length; i++) {
            means[i] = 0.1 * i;
            deviations[i] = 1 + 0.1 * i;
        }
        network.standardize(Standardizer.of(means, deviations));
        return network;
    }
}
