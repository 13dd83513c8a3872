package dev.netwright.examples.digits;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.GeneratedNetwork;
import dev.netwright.runtime.GeneratedPass;
import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.kernel.Activations;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.kernel.Kernels;
import dev.netwright.runtime.kernel.Softmax;
import dev.netwright.runtime.topology.DenseLayer;
import dev.netwright.runtime.topology.LayerTraining;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.LayerWiring;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The network that {@code Digits} declares: 784 features in, 10 outputs out.
 *
 * <pre>{@code
 * layer    shape       activation  parameters  multiply-adds
 * hidden1  784 -> 128  relu           100,480        100,352
 * output   128 -> 10   softmax          1,290          1,280
 * total                               101,770        101,632
 * }</pre>
 *
 * <p>Every sample is a row. A layer's input x is a row vector, its weights W are {@code inputs x units}, and its
 * pre-activation z = x·W + b is what textbooks that write samples as columns call z = W·x + b.
 *
 * <p>Forward, from the first layer to the last; the output a of a layer is the input x of the next:
 *
 * <pre>{@code
 * hidden1  z = x·W + b  a = max(0, z)
 * output   z = x·W + b  a = exp(z) / Σ exp(z)
 * }</pre>
 *
 * <p>Backward, from the last layer to the first, by the chain rule for a loss L:
 *
 * <pre>{@code
 * output   dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)
 * hidden1  dL/dz = dL/da·f'(z), f'(z) = z > 0 ? 1 : 0
 * }</pre>
 *
 * <p>With dL/dz every layer has the gradients of its weights, {@code dW = xᵀ·dL/dz}, and of its biases,
 * {@code db = Σ dL/dz}, both summed over the samples, and hands {@code dL/dx = dL/dz·Wᵀ} to the layer before it,
 * which calls that dL/da.
 *
 * <p>All parameters live in one array: layer after layer its weights, row-major, and then its biases.
 */
@Generated("dev.netwright.processor.NetworkProcessor")
public final class DigitsNetwork extends GeneratedNetwork implements Digits {
    /** Features of one sample. */
    private static final int INPUTS = 784;

    /** Layer hidden1: its units, and where its weights, {@code 784 x 128}, and its biases start. */
    private static final int HIDDEN1_UNITS = 128;
    private static final int HIDDEN1_WEIGHTS = 0;
    private static final int HIDDEN1_BIASES = HIDDEN1_WEIGHTS + INPUTS * HIDDEN1_UNITS;

    /** Layer output: its units, and where its weights, {@code 128 x 10}, and its biases start. */
    private static final int OUTPUT_UNITS = 10;
    private static final int OUTPUT_WEIGHTS = HIDDEN1_BIASES + HIDDEN1_UNITS;
    private static final int OUTPUT_BIASES = OUTPUT_WEIGHTS + HIDDEN1_UNITS * OUTPUT_UNITS;

    /** What the network says of itself. */
    private static final Topology TOPOLOGY = buildTopology();

    private DigitsNetwork(long seed) {
        super(TOPOLOGY, seed);
    }

    private DigitsNetwork(float[] parameters) {
        super(TOPOLOGY, parameters);
    }

    /**
     * A network with fresh parameters.
     *
     * @param seed fixes every one of them
     * @return a new network
     */
    public static DigitsNetwork create(long seed) {
        return new DigitsNetwork(seed);
    }

    /**
     * A network with a copy of the given parameters.
     * How features are scaled is not among them: nothing scales them until {@link #standardize} is called.
     *
     * @param parameters of every layer its weights and then its biases
     * @return a new network
     * @throws IllegalArgumentException if there are not exactly 101,770
     */
    public static DigitsNetwork of(float[] parameters) {
        return new DigitsNetwork(parameters);
    }

    /**
     * A network that {@code save} has kept.
     *
     * @param file safetensors, as {@link ModelFile} says
     * @return a new network
     * @throws IOException if the file cannot be read, is damaged or is of another network
     */
    public static DigitsNetwork load(Path file) throws IOException {
        DigitsNetwork network = new DigitsNetwork(new float[TOPOLOGY.parameterCount()]);
        ModelFile.read(file).copyTo(network);
        return network;
    }

    @Override
    public DigitsNetwork copy() {
        return scaling(new DigitsNetwork(parameters()));
    }

    @Override
    public Pass newPass(int capacity) {
        return scaling(new Workspace(parameters(), capacity));
    }

    private static Topology buildTopology() {
        List<NetworkLayer> layers = new ArrayList<>();
        layers.add(new DenseLayer(
                "hidden1", LayerWiring.ABOVE, INPUTS, HIDDEN1_UNITS,
                Activation.RELU, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.HE_NORMAL, /* constant= */ Float.NaN,
                HIDDEN1_WEIGHTS, HIDDEN1_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        layers.add(new DenseLayer(
                "output", LayerWiring.ABOVE, HIDDEN1_UNITS, OUTPUT_UNITS,
                Activation.SOFTMAX, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                OUTPUT_WEIGHTS, OUTPUT_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        return new Topology("Digits", INPUTS, layers);
    }

    /**
     * One thread's arrays, a row for each sample, and the passes over them. Of a layer, Z is z, A is a, Dz is dL/dz and
     * Da is dL/da; the last two are empty until the first backward pass.
     */
    private static final class Workspace extends GeneratedPass {
        /** The network's live parameters. */
        private final float[] p;

        /** Layer hidden1, {@code capacity x 128}. */
        private final float[] hidden1Z;
        private final float[] hidden1A;
        private float[] hidden1Dz = {};
        private float[] hidden1Da = {};

        /** Layer output, {@code capacity x 10}; dL/da is the caller's. */
        private final float[] outputZ;
        private final float[] outputA;
        private float[] outputDz = {};

        Workspace(float[] parameters, int capacity) {
            super(TOPOLOGY, capacity);
            p = parameters;
            hidden1Z = new float[capacity * HIDDEN1_UNITS];
            hidden1A = new float[capacity * HIDDEN1_UNITS];
            outputZ = new float[capacity * OUTPUT_UNITS];
            outputA = new float[capacity * OUTPUT_UNITS];
        }

        @Override
        protected void allocateBackward(int capacity) {
            hidden1Dz = new float[capacity * HIDDEN1_UNITS];
            hidden1Da = new float[capacity * HIDDEN1_UNITS];
            outputDz = new float[capacity * OUTPUT_UNITS];
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
        protected void computeForward(int rows) {
            forwardHidden1(rows);
            forwardOutput(rows);
        }

        /** Forward through layer hidden1 (784 -> 128, relu). */
        private void forwardHidden1(int rows) {
            // z = x·W + b
            Kernels.affine(inputs, inputOffset, p, HIDDEN1_WEIGHTS, HIDDEN1_BIASES, hidden1Z,
                    rows, INPUTS, HIDDEN1_UNITS);
            // a = max(0, z)
            Activations.relu(hidden1Z, hidden1A, rows * HIDDEN1_UNITS);
        }

        /** Forward through layer output (128 -> 10, softmax). */
        private void forwardOutput(int rows) {
            // z = x·W + b
            Kernels.affine(hidden1A, 0, p, OUTPUT_WEIGHTS, OUTPUT_BIASES, outputZ,
                    rows, HIDDEN1_UNITS, OUTPUT_UNITS);
            // a = exp(z) / Σ exp(z)
            Softmax.forward(outputZ, outputA, rows, OUTPUT_UNITS);
        }

        /** From dL/da of the last layer. */
        @Override
        protected void computeDeltas(float[] outputGradients, int rows) {
            // a = exp(z) / Σ exp(z), ∂aᵢ/∂zⱼ = aᵢ·(δᵢⱼ - aⱼ), δᵢⱼ = 1 where i = j, else 0
            // dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)
            Softmax.backward(outputA, outputGradients, outputDz, rows, OUTPUT_UNITS);
            backpropagate(rows);
        }

        /**
         * From dL/dz of the last layer, which is a - t for cross-entropy with targets t: finite
         * however large the logits are, while dL/da = -t / a is not.
         */
        @Override
        protected void computeDeltasFromLogits(float[] logitGradients, int rows) {
            System.arraycopy(logitGradients, 0, outputDz, 0, rows * OUTPUT_UNITS);
            backpropagate(rows);
        }

        /** From dL/dz of the last layer, layer by layer, to dL/dz of the first. */
        private void backpropagate(int rows) {
            backwardOutput(rows);
            backwardHidden1(rows);
        }

        /** Backward through layer output (128 -> 10, softmax). */
        private void backwardOutput(int rows) {
            // dL/dx = dL/dz·Wᵀ, which is dL/da of layer hidden1
            Kernels.inputGradients(outputDz, p, OUTPUT_WEIGHTS, hidden1Da,
                    rows, HIDDEN1_UNITS, OUTPUT_UNITS);
        }

        /** Backward through layer hidden1 (784 -> 128, relu). */
        private void backwardHidden1(int rows) {
            // a = max(0, z), f'(z) = z > 0 ? 1 : 0
            // dL/dz = dL/da·f'(z)
            Activations.reluBackward(hidden1Z, hidden1A, hidden1Da, hidden1Dz,
                    rows * HIDDEN1_UNITS);
        }

        /** From dL/dz of every layer to the gradients of all parameters. */
        @Override
        protected void computeGradients(float[] gradients, int rows, GradientShare share) {
            gradientsOutput(gradients, rows, share);
            gradientsHidden1(gradients, rows, share);
        }

        /** The gradients of layer output. */
        private void gradientsOutput(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(hidden1A, 0, outputDz, gradients, OUTPUT_WEIGHTS,
                    rows, HIDDEN1_UNITS, OUTPUT_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(outputDz, gradients, OUTPUT_BIASES, rows, OUTPUT_UNITS, share);
        }

        /** The gradients of layer hidden1. */
        private void gradientsHidden1(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(inputs, inputOffset, hidden1Dz, gradients, HIDDEN1_WEIGHTS,
                    rows, INPUTS, HIDDEN1_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(hidden1Dz, gradients, HIDDEN1_BIASES, rows, HIDDEN1_UNITS, share);
        }

        /** From dL/dz of the first layer to the gradient of the network's input. */
        @Override
        protected void computeInputGradients(float[] inputGradients, int rows) {
            // dL/dx = dL/dz·Wᵀ
            Kernels.inputGradients(hidden1Dz, p, HIDDEN1_WEIGHTS, inputGradients,
                    rows, INPUTS, HIDDEN1_UNITS);
        }
    }
}
