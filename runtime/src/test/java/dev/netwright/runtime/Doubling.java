package dev.netwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.topology.DenseLayer;
import dev.netwright.runtime.topology.LayerTraining;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.LayerWiring;
import dev.netwright.runtime.topology.Topology;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A network whose outputs are twice its inputs, and which keeps all passes it made. A pass fails where two threads use it
 * at once, or where it is told to.
 */
final class Doubling extends GeneratedNetwork {
    /** A sample that begins with this makes the pass fail midway. */
    static final float FAILS = 13f;

    final Queue<Work> passes = new ConcurrentLinkedQueue<>();

    Doubling(int size) {
        super(
                new Topology(
                        "Doubling",
                        size,
                        List.of(new DenseLayer(
                                "only",
                                LayerWiring.ABOVE,
                                size,
                                size,
                                Activation.IDENTITY,
                                Float.NaN,
                                false,
                                Initializer.ZEROS,
                                Float.NaN,
                                0,
                                size * size,
                                LayerTraining.PLAIN,
                                LayerTreatment.NONE))),
                0);
    }

    @Override
    public Pass newPass(int capacity) {
        Work pass = new Work(topology(), capacity);
        passes.add(pass);
        return pass;
    }

    @Override
    public Network copy() {
        return new Doubling(inputSize());
    }

    /** One of its passes. */
    static final class Work extends GeneratedPass {
        private final float[] outputs;
        private final AtomicBoolean busy = new AtomicBoolean();

        Work(Topology topology, int capacity) {
            super(topology, capacity);
            outputs = new float[capacity * topology.outputSize()];
        }

        /** One that only predicts. */
        Work(Topology topology, PredictionCapacity predictions) {
            super(topology, predictions);
            outputs = new float[predictions.rows() * topology.outputSize()];
        }

        /** The features that this pass still holds. */
        float[] heldInputs() {
            return inputs;
        }

        @Override
        public float[] outputs() {
            return outputs;
        }

        @Override
        public float[] logits() {
            return outputs;
        }

        @Override
        protected void computeForward(int rows) {
            assertThat(busy.compareAndSet(false, true)).as("used by one thread").isTrue();
            int width = topology().inputSize();
            for (int row = 0; row < rows; row++) {
                if (inputs[inputOffset + row * width] == FAILS) {
                    throw new IllegalStateException("midway");
                }
                for (int i = row * width; i < (row + 1) * width; i++) {
                    outputs[i] = 2 * inputs[inputOffset + i];
                }
            }
            Thread.yield();
            busy.set(false);
        }

        @Override
        protected void allocateBackward(int capacity) {}

        @Override
        protected void computeDeltas(float[] outputGradients, int rows) {}

        @Override
        protected void computeDeltasFromLogits(float[] logitGradients, int rows) {}

        @Override
        protected void computeGradients(float[] gradients, int rows, GradientShare share) {}

        @Override
        protected void computeInputGradients(float[] inputGradients, int rows) {}
    }
}
