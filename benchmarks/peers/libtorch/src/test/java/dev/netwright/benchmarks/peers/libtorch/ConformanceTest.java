package dev.netwright.benchmarks.peers.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.netwright.benchmarks.networks.DigitsDeepNetwork;
import dev.netwright.benchmarks.networks.LeNet5Network;
import dev.netwright.benchmarks.networks.TinyNetwork;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Rule;
import dev.netwright.benchmarks.work.Shape;
import dev.netwright.benchmarks.work.Task;
import dev.netwright.benchmarks.work.Work;
import dev.netwright.benchmarks.work.Works;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same parameters and samples give the outputs and gradients of cross-entropy that libtorch computes. */
class ConformanceTest {
    private static final double TOLERANCE = 1e-4;

    @BeforeAll
    static void prepareEngine() {
        LibtorchPeer.prepareEngine(1);
    }

    static Stream<Arguments> classifiers() {
        Task five = task(Works.LENET_5, 5);
        Task small = task(Works.LENET_5, 32);
        Task large = task(Works.LENET_5, 128);
        Task dense = task(Works.DIGITS_DEEP, 32);
        Task tiny = task(Works.TINY, 16);
        return Stream.of(
                Arguments.of(five, LeNet5Network.of(five.parameters())),
                Arguments.of(small, LeNet5Network.of(small.parameters())),
                Arguments.of(large, LeNet5Network.of(large.parameters())),
                Arguments.of(dense, DigitsDeepNetwork.of(dense.parameters())),
                Arguments.of(tiny, TinyNetwork.of(tiny.parameters())));
    }

    private static Task task(Shape shape, int rows) {
        return Task.of(new Work(Kind.TRAINING, shape, rows, Rule.SGD, 1));
    }

    @ParameterizedTest
    @MethodSource("classifiers")
    void outputsAndGradientsAgreeWithLibtorch(Task task, Network network) {
        Results expected = libtorch(task);
        int rows = task.work().rows();
        Pass pass = network.newPass(rows);

        pass.forward(task.inputs(), rows);
        pass.backwardFromLogits(meanDifference(pass.outputs(), task));

        requireClose("outputs", pass.outputs(), expected.outputs());
        Shape shape = task.work().shape();
        for (int layer = 0; layer < shape.layers(); layer++) {
            int weights = shape.weightsOffset(layer);
            int biases = shape.biasesOffset(layer);
            int end = biases + shape.weightColumns(layer);
            requireClose("weights of layer " + layer, weights, biases, pass.gradients(), expected.gradients());
            requireClose("biases of layer " + layer, biases, end, pass.gradients(), expected.gradients());
        }
        requireClose("inputs", pass.inputGradients(), expected.inputGradients());
    }

    /** The gradient of the mean cross-entropy at the logits. */
    private static float[] meanDifference(float[] outputs, Task task) {
        float[] gradients = new float[task.targets().length];
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] = (outputs[i] - task.targets()[i]) / task.work().rows();
        }
        return gradients;
    }

    private static Results libtorch(Task task) {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            LibtorchNetwork network = new LibtorchNetwork(task, manager);
            NDArray inputs = network.inputs(manager);
            inputs.setRequiresGradient(true);
            network.parameters().forEach(array -> array.setRequiresGradient(true));
            float[] outputs;
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray logits = network.logits(inputs);
                outputs = network.outputs(logits).toFloatArray();
                collector.backward(network.loss(logits, network.targets(manager)));
            }
            float[] gradients = network.flat(array -> array.getGradient().toFloatArray());
            float[] inputGradients =
                    network.orderOfInputs().fromTorch(inputs.getGradient().toFloatArray());
            return new Results(outputs, gradients, inputGradients);
        }
    }

    private static void requireClose(String what, float[] found, float[] expected) {
        requireClose(what, 0, expected.length, found, expected);
    }

    /** Close as a share of the largest, since a gradient that is a mean over many rows is small. */
    private static void requireClose(String what, int from, int to, float[] found, float[] expected) {
        float largest = 0;
        double difference = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs((double) found[i] - expected[i]));
        }
        assertThat(largest).as("largest of the " + what).isPositive();
        assertThat(difference / largest).as(what).isLessThan(TOLERANCE);
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    private record Results(float[] outputs, float[] gradients, float[] inputGradients) {}
}
