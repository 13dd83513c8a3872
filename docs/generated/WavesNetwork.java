package demo;

import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.GeneratedNetwork;
import dev.netwright.runtime.GeneratedPass;
import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.kernel.Kernels;
import dev.netwright.runtime.topology.CustomActivation;
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
 * The network that {@code Waves} declares: 2 features in, 1 output out.
 *
 * <pre>{@code
 * layer    shape    activation  parameters  multiply-adds
 * hidden1  2 -> 8   Snake               24             16
 * waves    8 -> 16  Snake              144            128
 * output   16 -> 1  Swish               17             16
 * total                                185            160
 * }</pre>
 *
 * <p>Every sample is a row. A layer's input x is a row vector, its weights W are {@code inputs x units}, and its
 * pre-activation z = x·W + b is what textbooks that write samples as columns call z = W·x + b.
 *
 * <p>Forward, from the first layer to the last; the output a of a layer is the input x of the next:
 *
 * <pre>{@code
 * hidden1  z = x·W + b  a = Snake.f(z)
 * waves    z = x·W + b  a = Snake.f(z)
 * output   z = x·W + b  a = Swish.f(z)
 * }</pre>
 *
 * <p>Backward, from the last layer to the first, by the chain rule for a loss L:
 *
 * <pre>{@code
 * output   dL/dz = dL/da·f'(z), f'(z) = Swish.derivative(z)
 * waves    dL/dz = dL/da·f'(z), f'(z) = Snake.derivative(z)
 * hidden1  dL/dz = dL/da·f'(z), f'(z) = Snake.derivative(z)
 * }</pre>
 *
 * <p>With dL/dz every layer has the gradients of its weights, {@code dW = xᵀ·dL/dz}, and of its biases,
 * {@code db = Σ dL/dz}, both summed over the samples, and hands {@code dL/dx = dL/dz·Wᵀ} to the layer before it,
 * which calls that dL/da.
 *
 * <p>All parameters live in one array: layer after layer its weights, row-major, and then its biases.
 */
@Generated("dev.netwright.processor.NetworkProcessor")
public final class WavesNetwork extends GeneratedNetwork implements Waves {
    /** Features of one sample. */
    private static final int INPUTS = 2;

    /** Layer hidden1: its units, and where its weights, {@code 2 x 8}, and its biases start. */
    private static final int HIDDEN1_UNITS = 8;
    private static final int HIDDEN1_WEIGHTS = 0;
    private static final int HIDDEN1_BIASES = HIDDEN1_WEIGHTS + INPUTS * HIDDEN1_UNITS;

    /** Layer waves: its units, and where its weights, {@code 8 x 16}, and its biases start. */
    private static final int WAVES_UNITS = 16;
    private static final int WAVES_WEIGHTS = HIDDEN1_BIASES + HIDDEN1_UNITS;
    private static final int WAVES_BIASES = WAVES_WEIGHTS + HIDDEN1_UNITS * WAVES_UNITS;

    /** Layer output: its units, and where its weights, {@code 16 x 1}, and its biases start. */
    private static final int OUTPUT_UNITS = 1;
    private static final int OUTPUT_WEIGHTS = WAVES_BIASES + WAVES_UNITS;
    private static final int OUTPUT_BIASES = OUTPUT_WEIGHTS + WAVES_UNITS * OUTPUT_UNITS;

    /** What the network says of itself. */
    private static final Topology TOPOLOGY = buildTopology();

    private WavesNetwork(long seed) {
        super(TOPOLOGY, seed);
    }

    private WavesNetwork(float[] parameters) {
        super(TOPOLOGY, parameters);
    }

    /**
     * A network with fresh parameters.
     *
     * @param seed fixes every one of them
     * @return a new network
     */
    public static WavesNetwork create(long seed) {
        return new WavesNetwork(seed);
    }

    /**
     * A network with a copy of the given parameters.
     * How features are scaled is not among them: nothing scales them until {@link #standardize} is called.
     *
     * @param parameters of every layer its weights and then its biases
     * @return a new network
     * @throws IllegalArgumentException if there are not exactly 185
     */
    public static WavesNetwork of(float[] parameters) {
        return new WavesNetwork(parameters);
    }

    /**
     * A network that {@code save} has kept.
     *
     * @param file safetensors, as {@link ModelFile} says
     * @return a new network
     * @throws IOException if the file cannot be read, is damaged or is of another network
     */
    public static WavesNetwork load(Path file) throws IOException {
        WavesNetwork network = new WavesNetwork(new float[TOPOLOGY.parameterCount()]);
        ModelFile.read(file).copyTo(network);
        return network;
    }

    @Override
    public WavesNetwork copy() {
        return scaling(new WavesNetwork(parameters()));
    }

    @Override
    public Pass newPass(int capacity) {
        return scaling(new Workspace(parameters(), capacity));
    }

    private static Topology buildTopology() {
        List<NetworkLayer> layers = new ArrayList<>();
        layers.add(new DenseLayer(
                "hidden1", LayerWiring.ABOVE, INPUTS, HIDDEN1_UNITS,
                new CustomActivation("Snake", Waves.Snake::f, Waves.Snake::derivative),
                /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                HIDDEN1_WEIGHTS, HIDDEN1_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        layers.add(new DenseLayer(
                "waves", LayerWiring.ABOVE, HIDDEN1_UNITS, WAVES_UNITS,
                new CustomActivation("Snake", Waves.Snake::f, Waves.Snake::derivative),
                /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                WAVES_WEIGHTS, WAVES_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        layers.add(new DenseLayer(
                "output", LayerWiring.ABOVE, WAVES_UNITS, OUTPUT_UNITS,
                new CustomActivation("Swish", Waves.Swish::f, Waves.Swish::derivative),
                /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                OUTPUT_WEIGHTS, OUTPUT_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        return new Topology("Waves", INPUTS, layers);
    }

    /**
     * One thread's arrays, a row for each sample, and the passes over them. Of a layer, Z is z, A is a, Dz is dL/dz and
     * Da is dL/da; the last two are empty until the first backward pass.
     * What only the way back needs, and each layer after the other, shares arrays.
     *
     * <p>For a single sample small layers are written out: w2_1 is the weight from input 2 to unit 1, x2 and z1
     * are that input and that unit's pre-activation, and {@code Math.fma(x2, w2_1, z1)} is x2·w2_1 + z1,
     * rounded once.
     */
    private static final class Workspace extends GeneratedPass {
        /** The network's live parameters. */
        private final float[] p;

        /** Layer hidden1, {@code capacity x 8}. */
        private final float[] hidden1Z;
        private final float[] hidden1A;
        private float[] hidden1Dz = {};

        /** Layer waves, {@code capacity x 16}. */
        private final float[] wavesZ;
        private final float[] wavesA;
        private float[] wavesDz = {};

        /** Layer output, {@code capacity x 1}; dL/da is the caller's. */
        private final float[] outputZ;
        private final float[] outputA;
        private float[] outputDz = {};

        /** One after the other wavesDa, hidden1Da, {@code capacity x 16}. */
        private float[] shared = {};

        Workspace(float[] parameters, int capacity) {
            super(TOPOLOGY, capacity);
            p = parameters;
            hidden1Z = new float[capacity * HIDDEN1_UNITS];
            hidden1A = new float[capacity * HIDDEN1_UNITS];
            wavesZ = new float[capacity * WAVES_UNITS];
            wavesA = new float[capacity * WAVES_UNITS];
            outputZ = new float[capacity * OUTPUT_UNITS];
            outputA = new float[capacity * OUTPUT_UNITS];
        }

        @Override
        protected void allocateBackward(int capacity) {
            hidden1Dz = new float[capacity * HIDDEN1_UNITS];
            wavesDz = new float[capacity * WAVES_UNITS];
            outputDz = new float[capacity * OUTPUT_UNITS];
            shared = new float[capacity * WAVES_UNITS];
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
            forwardWaves(rows);
            forwardOutput(rows);
        }

        /** Forward through layer hidden1 (2 -> 8, Snake). */
        private void forwardHidden1(int rows) {
            // z = x·W + b
            if (rows == 1) {
                sampleHidden1();
            } else {
                Kernels.affine(inputs, inputOffset, p, HIDDEN1_WEIGHTS, HIDDEN1_BIASES, hidden1Z,
                        rows, INPUTS, HIDDEN1_UNITS);
            }
            // a = Snake.f(z)
            applyFunctionOfHidden1(rows * HIDDEN1_UNITS);
        }

        /** z of layer hidden1 for a single sample, written out. */
        private void sampleHidden1() {
            // x
            float x0 = inputs[inputOffset];
            float x1 = inputs[inputOffset + 1];
            // W and b
            float w0_0 = p[HIDDEN1_WEIGHTS];
            float w0_1 = p[HIDDEN1_WEIGHTS + 1];
            float w0_2 = p[HIDDEN1_WEIGHTS + 2];
            float w0_3 = p[HIDDEN1_WEIGHTS + 3];
            float w0_4 = p[HIDDEN1_WEIGHTS + 4];
            float w0_5 = p[HIDDEN1_WEIGHTS + 5];
            float w0_6 = p[HIDDEN1_WEIGHTS + 6];
            float w0_7 = p[HIDDEN1_WEIGHTS + 7];
            float w1_0 = p[HIDDEN1_WEIGHTS + HIDDEN1_UNITS];
            float w1_1 = p[HIDDEN1_WEIGHTS + HIDDEN1_UNITS + 1];
            float w1_2 = p[HIDDEN1_WEIGHTS + HIDDEN1_UNITS + 2];
            float w1_3 = p[HIDDEN1_WEIGHTS + HIDDEN1_UNITS + 3];
            float w1_4 = p[HIDDEN1_WEIGHTS + HIDDEN1_UNITS + 4];
            float w1_5 = p[HIDDEN1_WEIGHTS + HIDDEN1_UNITS + 5];
            float w1_6 = p[HIDDEN1_WEIGHTS + HIDDEN1_UNITS + 6];
            float w1_7 = p[HIDDEN1_WEIGHTS + HIDDEN1_UNITS + 7];
            float b0 = p[HIDDEN1_BIASES];
            float b1 = p[HIDDEN1_BIASES + 1];
            float b2 = p[HIDDEN1_BIASES + 2];
            float b3 = p[HIDDEN1_BIASES + 3];
            float b4 = p[HIDDEN1_BIASES + 4];
            float b5 = p[HIDDEN1_BIASES + 5];
            float b6 = p[HIDDEN1_BIASES + 6];
            float b7 = p[HIDDEN1_BIASES + 7];
            // z = x·W + b
            float z0 = b0;
            z0 = Math.fma(x0, w0_0, z0);
            z0 = Math.fma(x1, w1_0, z0);
            hidden1Z[0] = z0;
            float z1 = b1;
            z1 = Math.fma(x0, w0_1, z1);
            z1 = Math.fma(x1, w1_1, z1);
            hidden1Z[1] = z1;
            float z2 = b2;
            z2 = Math.fma(x0, w0_2, z2);
            z2 = Math.fma(x1, w1_2, z2);
            hidden1Z[2] = z2;
            float z3 = b3;
            z3 = Math.fma(x0, w0_3, z3);
            z3 = Math.fma(x1, w1_3, z3);
            hidden1Z[3] = z3;
            float z4 = b4;
            z4 = Math.fma(x0, w0_4, z4);
            z4 = Math.fma(x1, w1_4, z4);
            hidden1Z[4] = z4;
            float z5 = b5;
            z5 = Math.fma(x0, w0_5, z5);
            z5 = Math.fma(x1, w1_5, z5);
            hidden1Z[5] = z5;
            float z6 = b6;
            z6 = Math.fma(x0, w0_6, z6);
            z6 = Math.fma(x1, w1_6, z6);
            hidden1Z[6] = z6;
            float z7 = b7;
            z7 = Math.fma(x0, w0_7, z7);
            z7 = Math.fma(x1, w1_7, z7);
            hidden1Z[7] = z7;
        }

        /** Applies the function of layer hidden1. */
        private void applyFunctionOfHidden1(int count) {
            for (int i = 0; i < count; i++) {
                hidden1A[i] = Waves.Snake.f(hidden1Z[i]);
            }
        }

        /** Forward through layer waves (8 -> 16, Snake). */
        private void forwardWaves(int rows) {
            // z = x·W + b
            Kernels.affine(hidden1A, 0, p, WAVES_WEIGHTS, WAVES_BIASES, wavesZ,
                    rows, HIDDEN1_UNITS, WAVES_UNITS);
            // a = Snake.f(z)
            applyFunctionOfWaves(rows * WAVES_UNITS);
        }

        /** Applies the function of layer waves. */
        private void applyFunctionOfWaves(int count) {
            for (int i = 0; i < count; i++) {
                wavesA[i] = Waves.Snake.f(wavesZ[i]);
            }
        }

        /** Forward through layer output (16 -> 1, Swish). */
        private void forwardOutput(int rows) {
            // z = x·W + b
            if (rows == 1) {
                sampleOutput();
            } else {
                Kernels.affine(wavesA, 0, p, OUTPUT_WEIGHTS, OUTPUT_BIASES, outputZ,
                        rows, WAVES_UNITS, OUTPUT_UNITS);
            }
            // a = Swish.f(z)
            applyFunctionOfOutput(rows * OUTPUT_UNITS);
        }

        /** z of layer output for a single sample, written out. */
        private void sampleOutput() {
            // x
            float x0 = wavesA[0];
            float x1 = wavesA[1];
            float x2 = wavesA[2];
            float x3 = wavesA[3];
            float x4 = wavesA[4];
            float x5 = wavesA[5];
            float x6 = wavesA[6];
            float x7 = wavesA[7];
            float x8 = wavesA[8];
            float x9 = wavesA[9];
            float x10 = wavesA[10];
            float x11 = wavesA[11];
            float x12 = wavesA[12];
            float x13 = wavesA[13];
            float x14 = wavesA[14];
            float x15 = wavesA[15];
            // W and b
            float w0_0 = p[OUTPUT_WEIGHTS];
            float w1_0 = p[OUTPUT_WEIGHTS + OUTPUT_UNITS];
            float w2_0 = p[OUTPUT_WEIGHTS + 2 * OUTPUT_UNITS];
            float w3_0 = p[OUTPUT_WEIGHTS + 3 * OUTPUT_UNITS];
            float w4_0 = p[OUTPUT_WEIGHTS + 4 * OUTPUT_UNITS];
            float w5_0 = p[OUTPUT_WEIGHTS + 5 * OUTPUT_UNITS];
            float w6_0 = p[OUTPUT_WEIGHTS + 6 * OUTPUT_UNITS];
            float w7_0 = p[OUTPUT_WEIGHTS + 7 * OUTPUT_UNITS];
            float w8_0 = p[OUTPUT_WEIGHTS + 8 * OUTPUT_UNITS];
            float w9_0 = p[OUTPUT_WEIGHTS + 9 * OUTPUT_UNITS];
            float w10_0 = p[OUTPUT_WEIGHTS + 10 * OUTPUT_UNITS];
            float w11_0 = p[OUTPUT_WEIGHTS + 11 * OUTPUT_UNITS];
            float w12_0 = p[OUTPUT_WEIGHTS + 12 * OUTPUT_UNITS];
            float w13_0 = p[OUTPUT_WEIGHTS + 13 * OUTPUT_UNITS];
            float w14_0 = p[OUTPUT_WEIGHTS + 14 * OUTPUT_UNITS];
            float w15_0 = p[OUTPUT_WEIGHTS + 15 * OUTPUT_UNITS];
            float b0 = p[OUTPUT_BIASES];
            // z = x·W + b
            float z0 = b0;
            z0 = Math.fma(x0, w0_0, z0);
            z0 = Math.fma(x1, w1_0, z0);
            z0 = Math.fma(x2, w2_0, z0);
            z0 = Math.fma(x3, w3_0, z0);
            z0 = Math.fma(x4, w4_0, z0);
            z0 = Math.fma(x5, w5_0, z0);
            z0 = Math.fma(x6, w6_0, z0);
            z0 = Math.fma(x7, w7_0, z0);
            z0 = Math.fma(x8, w8_0, z0);
            z0 = Math.fma(x9, w9_0, z0);
            z0 = Math.fma(x10, w10_0, z0);
            z0 = Math.fma(x11, w11_0, z0);
            z0 = Math.fma(x12, w12_0, z0);
            z0 = Math.fma(x13, w13_0, z0);
            z0 = Math.fma(x14, w14_0, z0);
            z0 = Math.fma(x15, w15_0, z0);
            outputZ[0] = z0;
        }

        /** Applies the function of layer output. */
        private void applyFunctionOfOutput(int count) {
            for (int i = 0; i < count; i++) {
                outputA[i] = Waves.Swish.f(outputZ[i]);
            }
        }

        /** From dL/da of the last layer. */
        @Override
        protected void computeDeltas(float[] outputGradients, int rows) {
            // a = Swish.f(z), f'(z) = Swish.derivative(z)
            // dL/dz = dL/da·f'(z)
            differentiateOutput(outputGradients, rows * OUTPUT_UNITS);
            backpropagate(rows);
        }

        /** From dL/dz of the last layer, for a caller who has it. */
        @Override
        protected void computeDeltasFromLogits(float[] logitGradients, int rows) {
            System.arraycopy(logitGradients, 0, outputDz, 0, rows * OUTPUT_UNITS);
            backpropagate(rows);
        }

        /** From dL/dz of the last layer, layer by layer, to dL/dz of the first. */
        private void backpropagate(int rows) {
            backwardOutput(rows);
            backwardWaves(rows);
            backwardHidden1(rows);
        }

        /** Backward through layer output (16 -> 1, Swish). */
        private void backwardOutput(int rows) {
            // dL/dx = dL/dz·Wᵀ, which is dL/da of layer waves
            Kernels.inputGradients(outputDz, p, OUTPUT_WEIGHTS, shared,
                    rows, WAVES_UNITS, OUTPUT_UNITS);
        }

        /** Backward through layer waves (8 -> 16, Snake). */
        private void backwardWaves(int rows) {
            // a = Snake.f(z), f'(z) = Snake.derivative(z)
            // dL/dz = dL/da·f'(z)
            differentiateWaves(shared, rows * WAVES_UNITS);
            // dL/dx = dL/dz·Wᵀ, which is dL/da of layer hidden1
            Kernels.inputGradients(wavesDz, p, WAVES_WEIGHTS, shared,
                    rows, HIDDEN1_UNITS, WAVES_UNITS);
        }

        /** Backward through layer hidden1 (2 -> 8, Snake). */
        private void backwardHidden1(int rows) {
            // a = Snake.f(z), f'(z) = Snake.derivative(z)
            // dL/dz = dL/da·f'(z)
            differentiateHidden1(shared, rows * HIDDEN1_UNITS);
        }

        /** Takes dL/da of layer output back through its function. */
        private void differentiateOutput(float[] da, int count) {
            for (int i = 0; i < count; i++) {
                outputDz[i] = da[i] * Waves.Swish.derivative(outputZ[i]);
            }
        }

        /** Takes dL/da of layer waves back through its function. */
        private void differentiateWaves(float[] da, int count) {
            for (int i = 0; i < count; i++) {
                wavesDz[i] = da[i] * Waves.Snake.derivative(wavesZ[i]);
            }
        }

        /** Takes dL/da of layer hidden1 back through its function. */
        private void differentiateHidden1(float[] da, int count) {
            for (int i = 0; i < count; i++) {
                hidden1Dz[i] = da[i] * Waves.Snake.derivative(hidden1Z[i]);
            }
        }

        /** From dL/dz of every layer to the gradients of all parameters. */
        @Override
        protected void computeGradients(float[] gradients, int rows, GradientShare share) {
            gradientsOutput(gradients, rows, share);
            gradientsWaves(gradients, rows, share);
            gradientsHidden1(gradients, rows, share);
        }

        /** The gradients of layer output. */
        private void gradientsOutput(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(wavesA, 0, outputDz, gradients, OUTPUT_WEIGHTS,
                    rows, WAVES_UNITS, OUTPUT_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(outputDz, gradients, OUTPUT_BIASES, rows, OUTPUT_UNITS, share);
        }

        /** The gradients of layer waves. */
        private void gradientsWaves(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(hidden1A, 0, wavesDz, gradients, WAVES_WEIGHTS,
                    rows, HIDDEN1_UNITS, WAVES_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(wavesDz, gradients, WAVES_BIASES, rows, WAVES_UNITS, share);
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
