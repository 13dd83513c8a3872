package dev.netwright.runtime.training;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.GeneratedNetwork;
import dev.netwright.runtime.GeneratedPass;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.kernel.ActivationMath;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.kernel.Kernels;
import dev.netwright.runtime.topology.DenseLayer;
import dev.netwright.runtime.topology.LayerTraining;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.LayerWiring;
import dev.netwright.runtime.topology.Topology;
import java.util.List;

/** A network with one hidden ReLU layer and a linear or sigmoid output layer, written by hand as the processor would. */
public final class HandWritten extends GeneratedNetwork {
    private final int features;
    private final int hidden;
    private final int outputs;

    /** {@code features -> hidden -> outputs}, linear, with parameters that follow from the seed. */
    public HandWritten(int features, int hidden, int outputs, long seed) {
        this(topology(features, hidden, outputs, Activation.IDENTITY), seed);
    }

    /** {@code features -> hidden -> outputs}, with sigmoid outputs and parameters that follow from the seed. */
    public static HandWritten sigmoid(int features, int hidden, int outputs, long seed) {
        return new HandWritten(topology(features, hidden, outputs, Activation.SIGMOID), seed);
    }

    private HandWritten(Topology topology, long seed) {
        super(topology, seed);
        features = topology.inputSize();
        hidden = topology.layers().get(0).units();
        outputs = topology.outputSize();
    }

    /** With a copy of some parameters. */
    public HandWritten(Topology topology, float[] parameters) {
        super(topology, parameters);
        features = topology.inputSize();
        hidden = topology.layers().get(0).units();
        outputs = topology.outputSize();
    }

    private static Topology topology(int features, int hidden, int outputs, Activation last) {
        int first = features * hidden;
        int second = first + hidden;
        return new Topology(
                "HandWritten",
                features,
                List.of(
                        layer("hidden", features, hidden, Activation.RELU, 0, first),
                        layer("output", hidden, outputs, last, second, second + hidden * outputs)));
    }

    private static DenseLayer layer(
            String name, int features, int units, Activation activation, int weights, int biases) {
        return new DenseLayer(
                name,
                LayerWiring.ABOVE,
                features,
                units,
                activation,
                Float.NaN,
                true,
                Initializer.GLOROT_UNIFORM,
                Float.NaN,
                weights,
                biases,
                LayerTraining.PLAIN,
                LayerTreatment.NONE);
    }

    @Override
    public HandWritten copy() {
        return new HandWritten(topology(), parameters);
    }

    @Override
    public Pass newPass(int capacity) {
        return new Workspace(capacity);
    }

    private final class Workspace extends GeneratedPass {
        private final float[] hiddenZ;
        private final float[] hiddenA;
        private final float[] outputZ;
        private final float[] outputA;
        private float[] outputDz = {};
        private float[] hiddenDa = {};

        Workspace(int capacity) {
            super(HandWritten.this.topology(), capacity);
            hiddenZ = new float[capacity * hidden];
            hiddenA = new float[capacity * hidden];
            outputZ = new float[capacity * outputs];
            boolean isLinear = topology().heads().get(0).activation() == Activation.IDENTITY;
            outputA = isLinear ? outputZ : new float[capacity * outputs];
        }

        @Override
        public float[] outputs() {
            return computed(outputA);
        }

        @Override
        public float[] logits() {
            return computed(outputZ);
        }

        @Override
        protected void allocateBackward(int capacity) {
            outputDz = new float[capacity * outputs];
            hiddenDa = new float[capacity * hidden];
        }

        @Override
        protected void computeForward(int rows) {
            int biases = features * hidden;
            Kernels.affine(inputs, inputOffset, parameters, 0, biases, hiddenZ, rows, features, hidden);
            for (int i = 0; i < rows * hidden; i++) {
                hiddenA[i] = Math.max(0f, hiddenZ[i]);
            }
            int weights = biases + hidden;
            Kernels.affine(hiddenA, 0, parameters, weights, weights + hidden * outputs, outputZ, rows, hidden, outputs);
            for (int i = 0; outputA != outputZ && i < rows * outputs; i++) {
                outputA[i] = ActivationMath.sigmoid(outputZ[i]);
            }
        }

        @Override
        protected void computeDeltas(float[] outputGradients, int rows) {
            for (int i = 0; i < rows * outputs; i++) {
                float slope = outputA == outputZ ? 1f : ActivationMath.sigmoidDerivative(outputZ[i], outputA[i]);
                outputDz[i] = outputGradients[i] * slope;
            }
            backpropagate(rows);
        }

        @Override
        protected void computeDeltasFromLogits(float[] logitGradients, int rows) {
            System.arraycopy(logitGradients, 0, outputDz, 0, rows * outputs);
            backpropagate(rows);
        }

        private void backpropagate(int rows) {
            int weights = features * hidden + hidden;
            Kernels.inputGradients(outputDz, parameters, weights, hiddenDa, rows, hidden, outputs);
            for (int i = 0; i < rows * hidden; i++) {
                hiddenDa[i] = hiddenZ[i] > 0f ? hiddenDa[i] : 0f;
            }
        }

        @Override
        protected void computeGradients(float[] gradients, int rows, GradientShare share) {
            int weights = features * hidden + hidden;
            Kernels.weightGradients(hiddenA, 0, outputDz, gradients, weights, rows, hidden, outputs, share);
            Kernels.biasGradients(outputDz, gradients, weights + hidden * outputs, rows, outputs, share);
            Kernels.weightGradients(inputs, inputOffset, hiddenDa, gradients, 0, rows, features, hidden, share);
            Kernels.biasGradients(hiddenDa, gradients, features * hidden, rows, hidden, share);
        }

        @Override
        protected void computeInputGradients(float[] inputGradients, int rows) {
            Kernels.inputGradients(hiddenDa, parameters, 0, inputGradients, rows, features, hidden);
        }
    }
}
