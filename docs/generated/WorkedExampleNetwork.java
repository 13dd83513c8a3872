package dev.netwright.verification.worked;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.GeneratedNetwork;
import dev.netwright.runtime.GeneratedPass;
import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.kernel.Activations;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.kernel.Kernels;
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
 * The network that {@code WorkedExample} declares: 2 features in, 2 outputs out.
 *
 * <pre>{@code
 * layer   shape   activation  parameters  multiply-adds
 * hidden  2 -> 2  sigmoid              6              4
 * output  2 -> 2  sigmoid              6              4
 * total                               12              8
 * }</pre>
 *
 * <p>Every sample is a row. A layer's input x is a row vector, its weights W are {@code inputs x units}, and its
 * pre-activation z = x·W + b is what textbooks that write samples as columns call z = W·x + b.
 *
 * <p>Forward, from the first layer to the last; the output a of a layer is the input x of the next:
 *
 * <pre>{@code
 * hidden  z = x·W + b  a = 1 / (1 + exp(-z))
 * output  z = x·W + b  a = 1 / (1 + exp(-z))
 * }</pre>
 *
 * <p>Backward, from the last layer to the first, by the chain rule for a loss L:
 *
 * <pre>{@code
 * output  dL/dz = dL/da·f'(z), f'(z) = a·(1 - a)
 * hidden  dL/dz = dL/da·f'(z), f'(z) = a·(1 - a)
 * }</pre>
 *
 * <p>With dL/dz every layer has the gradients of its weights, {@code dW = xᵀ·dL/dz}, and of its biases,
 * {@code db = Σ dL/dz}, both summed over the samples, and hands {@code dL/dx = dL/dz·Wᵀ} to the layer before it,
 * which calls that dL/da.
 *
 * <p>All parameters live in one array: layer after layer its weights, row-major, and then its biases.
 */
@Generated("dev.netwright.processor.NetworkProcessor")
public final class WorkedExampleNetwork extends GeneratedNetwork implements WorkedExample {
    /** Features of one sample. */
    private static final int INPUTS = 2;

    /** Layer hidden: its units, and where its weights, {@code 2 x 2}, and its biases start. */
    private static final int HIDDEN_UNITS = 2;
    private static final int HIDDEN_WEIGHTS = 0;
    private static final int HIDDEN_BIASES = HIDDEN_WEIGHTS + INPUTS * HIDDEN_UNITS;

    /** Layer output: its units, and where its weights, {@code 2 x 2}, and its biases start. */
    private static final int OUTPUT_UNITS = 2;
    private static final int OUTPUT_WEIGHTS = HIDDEN_BIASES + HIDDEN_UNITS;
    private static final int OUTPUT_BIASES = OUTPUT_WEIGHTS + HIDDEN_UNITS * OUTPUT_UNITS;

    /** What the network says of itself. */
    private static final Topology TOPOLOGY = buildTopology();

    private WorkedExampleNetwork(long seed) {
        super(TOPOLOGY, seed);
    }

    private WorkedExampleNetwork(float[] parameters) {
        super(TOPOLOGY, parameters);
    }

    /**
     * A network with fresh parameters.
     *
     * @param seed fixes every one of them
     * @return a new network
     */
    public static WorkedExampleNetwork create(long seed) {
        return new WorkedExampleNetwork(seed);
    }

    /**
     * A network with a copy of the given parameters.
     * How features are scaled is not among them: nothing scales them until {@link #standardize} is called.
     *
     * @param parameters of every layer its weights and then its biases
     * @return a new network
     * @throws IllegalArgumentException if there are not exactly 12
     */
    public static WorkedExampleNetwork of(float[] parameters) {
        return new WorkedExampleNetwork(parameters);
    }

    /**
     * A network that {@code save} has kept.
     *
     * @param file safetensors, as {@link ModelFile} says
     * @return a new network
     * @throws IOException if the file cannot be read, is damaged or is of another network
     */
    public static WorkedExampleNetwork load(Path file) throws IOException {
        WorkedExampleNetwork network = new WorkedExampleNetwork(new float[TOPOLOGY.parameterCount()]);
        ModelFile.read(file).copyTo(network);
        return network;
    }

    @Override
    public WorkedExampleNetwork copy() {
        return scaling(new WorkedExampleNetwork(parameters()));
    }

    @Override
    public Pass newPass(int capacity) {
        return scaling(new Workspace(parameters(), capacity));
    }

    private static Topology buildTopology() {
        List<NetworkLayer> layers = new ArrayList<>();
        layers.add(new DenseLayer(
                "hidden", LayerWiring.ABOVE, INPUTS, HIDDEN_UNITS,
                Activation.SIGMOID, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                HIDDEN_WEIGHTS, HIDDEN_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        layers.add(new DenseLayer(
                "output", LayerWiring.ABOVE, HIDDEN_UNITS, OUTPUT_UNITS,
                Activation.SIGMOID, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                OUTPUT_WEIGHTS, OUTPUT_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        return new Topology("WorkedExample", INPUTS, layers);
    }

    /**
     * One thread's arrays, a row for each sample, and the passes over them. Of a layer, Z is z, A is a, Dz is dL/dz and
     * Da is dL/da; the last two are empty until the first backward pass.
     *
     * <p>For a single sample small layers are written out: w2_1 is the weight from input 2 to unit 1, x2 and z1
     * are that input and that unit's pre-activation, and {@code Math.fma(x2, w2_1, z1)} is x2·w2_1 + z1,
     * rounded once.
     */
    private static final class Workspace extends GeneratedPass {
        /** The network's live parameters. */
        private final float[] p;

        /** Layer hidden, {@code capacity x 2}. */
        private final float[] hiddenZ;
        private final float[] hiddenA;
        private float[] hiddenDz = {};
        private float[] hiddenDa = {};

        /** Layer output, {@code capacity x 2}; dL/da is the caller's. */
        private final float[] outputZ;
        private final float[] outputA;
        private float[] outputDz = {};

        Workspace(float[] parameters, int capacity) {
            super(TOPOLOGY, capacity);
            p = parameters;
            hiddenZ = new float[capacity * HIDDEN_UNITS];
            hiddenA = new float[capacity * HIDDEN_UNITS];
            outputZ = new float[capacity * OUTPUT_UNITS];
            outputA = new float[capacity * OUTPUT_UNITS];
        }

        @Override
        protected void allocateBackward(int capacity) {
            hiddenDz = new float[capacity * HIDDEN_UNITS];
            hiddenDa = new float[capacity * HIDDEN_UNITS];
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
            forwardHidden(rows);
            forwardOutput(rows);
        }

        /** Forward through layer hidden (2 -> 2, sigmoid). */
        private void forwardHidden(int rows) {
            // z = x·W + b
            if (rows == 1) {
                sampleHidden();
            } else {
                Kernels.affine(inputs, inputOffset, p, HIDDEN_WEIGHTS, HIDDEN_BIASES, hiddenZ,
                        rows, INPUTS, HIDDEN_UNITS);
            }
            // a = 1 / (1 + exp(-z))
            Activations.sigmoid(hiddenZ, hiddenA, rows * HIDDEN_UNITS);
        }

        /** z of layer hidden for a single sample, written out. */
        private void sampleHidden() {
            // x
            float x0 = inputs[inputOffset];
            float x1 = inputs[inputOffset + 1];
            // W and b
            float w0_0 = p[HIDDEN_WEIGHTS];
            float w0_1 = p[HIDDEN_WEIGHTS + 1];
            float w1_0 = p[HIDDEN_WEIGHTS + HIDDEN_UNITS];
            float w1_1 = p[HIDDEN_WEIGHTS + HIDDEN_UNITS + 1];
            float b0 = p[HIDDEN_BIASES];
            float b1 = p[HIDDEN_BIASES + 1];
            // z = x·W + b
            float z0 = b0;
            z0 = Math.fma(x0, w0_0, z0);
            z0 = Math.fma(x1, w1_0, z0);
            hiddenZ[0] = z0;
            float z1 = b1;
            z1 = Math.fma(x0, w0_1, z1);
            z1 = Math.fma(x1, w1_1, z1);
            hiddenZ[1] = z1;
        }

        /** Forward through layer output (2 -> 2, sigmoid). */
        private void forwardOutput(int rows) {
            // z = x·W + b
            if (rows == 1) {
                sampleOutput();
            } else {
                Kernels.affine(hiddenA, 0, p, OUTPUT_WEIGHTS, OUTPUT_BIASES, outputZ,
                        rows, HIDDEN_UNITS, OUTPUT_UNITS);
            }
            // a = 1 / (1 + exp(-z))
            Activations.sigmoid(outputZ, outputA, rows * OUTPUT_UNITS);
        }

        /** z of layer output for a single sample, written out. */
        private void sampleOutput() {
            // x
            float x0 = hiddenA[0];
            float x1 = hiddenA[1];
            // W and b
            float w0_0 = p[OUTPUT_WEIGHTS];
            float w0_1 = p[OUTPUT_WEIGHTS + 1];
            float w1_0 = p[OUTPUT_WEIGHTS + OUTPUT_UNITS];
            float w1_1 = p[OUTPUT_WEIGHTS + OUTPUT_UNITS + 1];
            float b0 = p[OUTPUT_BIASES];
            float b1 = p[OUTPUT_BIASES + 1];
            // z = x·W + b
            float z0 = b0;
            z0 = Math.fma(x0, w0_0, z0);
            z0 = Math.fma(x1, w1_0, z0);
            outputZ[0] = z0;
            float z1 = b1;
            z1 = Math.fma(x0, w0_1, z1);
            z1 = Math.fma(x1, w1_1, z1);
            outputZ[1] = z1;
        }

        /** From dL/da of the last layer. */
        @Override
        protected void computeDeltas(float[] outputGradients, int rows) {
            // a = 1 / (1 + exp(-z)), f'(z) = a·(1 - a)
            // dL/dz = dL/da·f'(z)
            Activations.sigmoidBackward(outputZ, outputA, outputGradients, outputDz,
                    rows * OUTPUT_UNITS);
            backpropagate(rows);
        }

        /**
         * From dL/dz of the last layer, which is (a - t) / 2 for binary cross-entropy with targets t: finite
         * however large the logits are, while dL/da, which divides by a·(1 - a), is not.
         */
        @Override
        protected void computeDeltasFromLogits(float[] logitGradients, int rows) {
            System.arraycopy(logitGradients, 0, outputDz, 0, rows * OUTPUT_UNITS);
            backpropagate(rows);
        }

        /** From dL/dz of the last layer, layer by layer, to dL/dz of the first. */
        private void backpropagate(int rows) {
            backwardOutput(rows);
            backwardHidden(rows);
        }

        /** Backward through layer output (2 -> 2, sigmoid). */
        private void backwardOutput(int rows) {
            // dL/dx = dL/dz·Wᵀ, which is dL/da of layer hidden
            Kernels.inputGradients(outputDz, p, OUTPUT_WEIGHTS, hiddenDa,
                    rows, HIDDEN_UNITS, OUTPUT_UNITS);
        }

        /** Backward through layer hidden (2 -> 2, sigmoid). */
        private void backwardHidden(int rows) {
            // a = 1 / (1 + exp(-z)), f'(z) = a·(1 - a)
            // dL/dz = dL/da·f'(z)
            Activations.sigmoidBackward(hiddenZ, hiddenA, hiddenDa, hiddenDz, rows * HIDDEN_UNITS);
        }

        /** From dL/dz of every layer to the gradients of all parameters. */
        @Override
        protected void computeGradients(float[] gradients, int rows, GradientShare share) {
            gradientsOutput(gradients, rows, share);
            gradientsHidden(gradients, rows, share);
        }

        /** The gradients of layer output. */
        private void gradientsOutput(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(hiddenA, 0, outputDz, gradients, OUTPUT_WEIGHTS,
                    rows, HIDDEN_UNITS, OUTPUT_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(outputDz, gradients, OUTPUT_BIASES, rows, OUTPUT_UNITS, share);
        }

        /** The gradients of layer hidden. */
        private void gradientsHidden(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(inputs, inputOffset, hiddenDz, gradients, HIDDEN_WEIGHTS,
                    rows, INPUTS, HIDDEN_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(hiddenDz, gradients, HIDDEN_BIASES, rows, HIDDEN_UNITS, share);
        }

        /** From dL/dz of the first layer to the gradient of the network's input. */
        @Override
        protected void computeInputGradients(float[] inputGradients, int rows) {
            // dL/dx = dL/dz·Wᵀ
            Kernels.inputGradients(hiddenDz, p, HIDDEN_WEIGHTS, inputGradients,
                    rows, INPUTS, HIDDEN_UNITS);
        }
    }
}
