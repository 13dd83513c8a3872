package golden;

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
 * The network that {@code Mixed.Experts} declares: 3 features in, 1 output out.
 *
 * <pre>{@code
 * layer    shape    activation  parameters  multiply-adds
 * squeeze  3 -> 2   elu                  6              6
 * spread   2 -> 60  gelu_tanh          120            120
 * mixture  60 -> 4  softmax            244            240
 * mean     4 -> 2   identity            10              8
 * output   2 -> 1   sigmoid              3              2
 * total                                383            376
 * }</pre>
 *
 * <p>Every sample is a row. A layer's input x is a row vector, its weights W are {@code inputs x units}, and its
 * pre-activation z = x·W + b is what textbooks that write samples as columns call z = W·x + b.
 *
 * <p>Forward, from the first layer to the last; the output a of a layer is the input x of the next:
 *
 * <pre>{@code
 * squeeze  z = x·W      a = z > 0 ? z : α·(exp(z) - 1), α = 0.5
 * spread   z = x·W      a = z·(1 + t) / 2, t = tanh(√(2/π)·(z + 0.044715·z³))
 * mixture  z = x·W + b  a = exp(z) / Σ exp(z)
 * mean     z = x·W + b  a = z
 * output   z = x·W + b  a = 1 / (1 + exp(-z))
 * }</pre>
 *
 * <p>Backward, from the last layer to the first, by the chain rule for a loss L:
 *
 * <pre>{@code
 * output   dL/dz = dL/da·f'(z), f'(z) = a·(1 - a)
 * mean     dL/dz = dL/da
 * mixture  dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)
 * spread   dL/dz = dL/da·f'(z), f'(z) = (1 + t) / 2 + z·(1 - t²)·√(2/π)·(1 + 0.134145·z²) / 2
 * squeeze  dL/dz = dL/da·f'(z), f'(z) = z > 0 ? 1 : a + α, α = 0.5
 * }</pre>
 *
 * <p>With dL/dz every layer has the gradients of its weights, {@code dW = xᵀ·dL/dz}, and of its biases,
 * {@code db = Σ dL/dz}, both summed over the samples, and hands {@code dL/dx = dL/dz·Wᵀ} to the layer before it,
 * which calls that dL/da.
 *
 * <p>All parameters live in one array: layer after layer its weights, row-major, and then its biases.
 */
@Generated("dev.netwright.processor.NetworkProcessor")
@SuppressWarnings("deprecation")
final class Mixed_ExpertsNetwork extends GeneratedNetwork implements Mixed.Experts {
    /** Features of one sample. */
    private static final int INPUTS = 3;

    /** Layer squeeze: its units, and where its weights, {@code 3 x 2}, start. */
    private static final int SQUEEZE_UNITS = 2;
    private static final int SQUEEZE_WEIGHTS = 0;

    /** Layer spread: its units, and where its weights, {@code 2 x 60}, start. */
    private static final int SPREAD_UNITS = 60;
    private static final int SPREAD_WEIGHTS = SQUEEZE_WEIGHTS + INPUTS * SQUEEZE_UNITS;

    /** Layer mixture: its units, and where its weights, {@code 60 x 4}, and its biases start. */
    private static final int MIXTURE_UNITS = 4;
    private static final int MIXTURE_WEIGHTS = SPREAD_WEIGHTS + SQUEEZE_UNITS * SPREAD_UNITS;
    private static final int MIXTURE_BIASES = MIXTURE_WEIGHTS + SPREAD_UNITS * MIXTURE_UNITS;

    /** Layer mean: its units, and where its weights, {@code 4 x 2}, and its biases start. */
    private static final int MEAN_UNITS = 2;
    private static final int MEAN_WEIGHTS = MIXTURE_BIASES + MIXTURE_UNITS;
    private static final int MEAN_BIASES = MEAN_WEIGHTS + MIXTURE_UNITS * MEAN_UNITS;

    /** Layer output: its units, and where its weights, {@code 2 x 1}, and its biases start. */
    private static final int OUTPUT_UNITS = 1;
    private static final int OUTPUT_WEIGHTS = MEAN_BIASES + MEAN_UNITS;
    private static final int OUTPUT_BIASES = OUTPUT_WEIGHTS + MEAN_UNITS * OUTPUT_UNITS;

    /** What the network says of itself. */
    private static final Topology TOPOLOGY = buildTopology();

    private Mixed_ExpertsNetwork(long seed) {
        super(TOPOLOGY, seed);
    }

    private Mixed_ExpertsNetwork(float[] parameters) {
        super(TOPOLOGY, parameters);
    }

    /**
     * A network with fresh parameters.
     *
     * @param seed fixes every one of them
     * @return a new network
     */
    static Mixed_ExpertsNetwork create(long seed) {
        return new Mixed_ExpertsNetwork(seed);
    }

    /**
     * A network with a copy of the given parameters.
     * How features are scaled is not among them: nothing scales them until {@link #standardize} is called.
     *
     * @param parameters of every layer its weights and then its biases
     * @return a new network
     * @throws IllegalArgumentException if there are not exactly 383
     */
    static Mixed_ExpertsNetwork of(float[] parameters) {
        return new Mixed_ExpertsNetwork(parameters);
    }

    /**
     * A network that {@code save} has kept.
     *
     * @param file safetensors, as {@link ModelFile} says
     * @return a new network
     * @throws IOException if the file cannot be read, is damaged or is of another network
     */
    static Mixed_ExpertsNetwork load(Path file) throws IOException {
        Mixed_ExpertsNetwork network = new Mixed_ExpertsNetwork(new float[TOPOLOGY.parameterCount()]);
        ModelFile.read(file).copyTo(network);
        return network;
    }

    @Override
    public Mixed_ExpertsNetwork copy() {
        return scaling(new Mixed_ExpertsNetwork(parameters()));
    }

    @Override
    public Pass newPass(int capacity) {
        return scaling(new Workspace(parameters(), capacity));
    }

    private static Topology buildTopology() {
        List<NetworkLayer> layers = new ArrayList<>();
        layers.add(new DenseLayer(
                "squeeze", LayerWiring.ABOVE, INPUTS, SQUEEZE_UNITS,
                Activation.ELU, /* alpha= */ 0.5f, /* bias= */ false,
                Initializer.HE_NORMAL, /* constant= */ Float.NaN,
                SQUEEZE_WEIGHTS, SQUEEZE_WEIGHTS + INPUTS * SQUEEZE_UNITS,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        layers.add(new DenseLayer(
                "spread", LayerWiring.ABOVE, SQUEEZE_UNITS, SPREAD_UNITS,
                Activation.GELU_TANH, /* alpha= */ Float.NaN, /* bias= */ false,
                Initializer.HE_NORMAL, /* constant= */ Float.NaN,
                SPREAD_WEIGHTS, SPREAD_WEIGHTS + SQUEEZE_UNITS * SPREAD_UNITS,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        layers.add(new DenseLayer(
                "mixture", LayerWiring.ABOVE, SPREAD_UNITS, MIXTURE_UNITS,
                Activation.SOFTMAX, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                MIXTURE_WEIGHTS, MIXTURE_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        layers.add(new DenseLayer(
                "mean", LayerWiring.ABOVE, MIXTURE_UNITS, MEAN_UNITS,
                Activation.IDENTITY, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.CONSTANT, /* constant= */ 0.25f,
                MEAN_WEIGHTS, MEAN_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        layers.add(new DenseLayer(
                "output", LayerWiring.ABOVE, MEAN_UNITS, OUTPUT_UNITS,
                Activation.SIGMOID, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.LECUN_NORMAL, /* constant= */ Float.NaN,
                OUTPUT_WEIGHTS, OUTPUT_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        return new Topology("Experts", INPUTS, layers);
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

        /** Layer squeeze, {@code capacity x 2}. */
        private final float[] squeezeZ;
        private final float[] squeezeA;
        private float[] squeezeDz = {};

        /** Layer spread, {@code capacity x 60}. */
        private final float[] spreadZ;
        private final float[] spreadA;
        private float[] spreadDz = {};

        /** Layer mixture, {@code capacity x 4}. */
        private final float[] mixtureZ;
        private final float[] mixtureA;
        private float[] mixtureDz = {};

        /** Layer mean, {@code capacity x 2}; z is also a, and dL/dz is also dL/da. */
        private final float[] meanZ;
        private float[] meanDz = {};

        /** Layer output, {@code capacity x 1}; dL/da is the caller's. */
        private final float[] outputZ;
        private final float[] outputA;
        private float[] outputDz = {};

        /** One after the other mixtureDa, spreadDa, squeezeDa, {@code capacity x 60}. */
        private float[] shared = {};

        Workspace(float[] parameters, int capacity) {
            super(TOPOLOGY, capacity);
            p = parameters;
            squeezeZ = new float[capacity * SQUEEZE_UNITS];
            squeezeA = new float[capacity * SQUEEZE_UNITS];
            spreadZ = new float[capacity * SPREAD_UNITS];
            spreadA = new float[capacity * SPREAD_UNITS];
            mixtureZ = new float[capacity * MIXTURE_UNITS];
            mixtureA = new float[capacity * MIXTURE_UNITS];
            meanZ = new float[capacity * MEAN_UNITS];
            outputZ = new float[capacity * OUTPUT_UNITS];
            outputA = new float[capacity * OUTPUT_UNITS];
        }

        @Override
        protected void allocateBackward(int capacity) {
            squeezeDz = new float[capacity * SQUEEZE_UNITS];
            spreadDz = new float[capacity * SPREAD_UNITS];
            mixtureDz = new float[capacity * MIXTURE_UNITS];
            meanDz = new float[capacity * MEAN_UNITS];
            outputDz = new float[capacity * OUTPUT_UNITS];
            shared = new float[capacity * SPREAD_UNITS];
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
            forwardSqueeze(rows);
            forwardSpread(rows);
            forwardMixture(rows);
            forwardMean(rows);
            forwardOutput(rows);
        }

        /** Forward through layer squeeze (3 -> 2, elu). */
        private void forwardSqueeze(int rows) {
            // z = x·W
            if (rows == 1) {
                sampleSqueeze();
            } else {
                Kernels.linear(inputs, inputOffset, p, SQUEEZE_WEIGHTS, squeezeZ,
                        rows, INPUTS, SQUEEZE_UNITS);
            }
            // a = z > 0 ? z : α·(exp(z) - 1), α = 0.5
            Activations.elu(squeezeZ, squeezeA, rows * SQUEEZE_UNITS, 0.5f);
        }

        /** z of layer squeeze for a single sample, written out. */
        private void sampleSqueeze() {
            // x
            float x0 = inputs[inputOffset];
            float x1 = inputs[inputOffset + 1];
            float x2 = inputs[inputOffset + 2];
            // W
            float w0_0 = p[SQUEEZE_WEIGHTS];
            float w0_1 = p[SQUEEZE_WEIGHTS + 1];
            float w1_0 = p[SQUEEZE_WEIGHTS + SQUEEZE_UNITS];
            float w1_1 = p[SQUEEZE_WEIGHTS + SQUEEZE_UNITS + 1];
            float w2_0 = p[SQUEEZE_WEIGHTS + 2 * SQUEEZE_UNITS];
            float w2_1 = p[SQUEEZE_WEIGHTS + 2 * SQUEEZE_UNITS + 1];
            // z = x·W
            float z0 = 0f;
            z0 = Math.fma(x0, w0_0, z0);
            z0 = Math.fma(x1, w1_0, z0);
            z0 = Math.fma(x2, w2_0, z0);
            squeezeZ[0] = z0;
            float z1 = 0f;
            z1 = Math.fma(x0, w0_1, z1);
            z1 = Math.fma(x1, w1_1, z1);
            z1 = Math.fma(x2, w2_1, z1);
            squeezeZ[1] = z1;
        }

        /** Forward through layer spread (2 -> 60, gelu_tanh). */
        private void forwardSpread(int rows) {
            // z = x·W
            Kernels.linear(squeezeA, 0, p, SPREAD_WEIGHTS, spreadZ,
                    rows, SQUEEZE_UNITS, SPREAD_UNITS);
            // a = z·(1 + t) / 2, t = tanh(√(2/π)·(z + 0.044715·z³))
            Activations.geluTanh(spreadZ, spreadA, rows * SPREAD_UNITS);
        }

        /** Forward through layer mixture (60 -> 4, softmax). */
        private void forwardMixture(int rows) {
            // z = x·W + b
            Kernels.affine(spreadA, 0, p, MIXTURE_WEIGHTS, MIXTURE_BIASES, mixtureZ,
                    rows, SPREAD_UNITS, MIXTURE_UNITS);
            // a = exp(z) / Σ exp(z)
            Softmax.forward(mixtureZ, mixtureA, rows, MIXTURE_UNITS);
        }

        /** Forward through layer mean (4 -> 2, identity). */
        private void forwardMean(int rows) {
            // z = x·W + b
            if (rows == 1) {
                sampleMean();
            } else {
                Kernels.affine(mixtureA, 0, p, MEAN_WEIGHTS, MEAN_BIASES, meanZ,
                        rows, MIXTURE_UNITS, MEAN_UNITS);
            }
            // a = z, in the same array
        }

        /** z of layer mean for a single sample, written out. */
        private void sampleMean() {
            // x
            float x0 = mixtureA[0];
            float x1 = mixtureA[1];
            float x2 = mixtureA[2];
            float x3 = mixtureA[3];
            // W and b
            float w0_0 = p[MEAN_WEIGHTS];
            float w0_1 = p[MEAN_WEIGHTS + 1];
            float w1_0 = p[MEAN_WEIGHTS + MEAN_UNITS];
            float w1_1 = p[MEAN_WEIGHTS + MEAN_UNITS + 1];
            float w2_0 = p[MEAN_WEIGHTS + 2 * MEAN_UNITS];
            float w2_1 = p[MEAN_WEIGHTS + 2 * MEAN_UNITS + 1];
            float w3_0 = p[MEAN_WEIGHTS + 3 * MEAN_UNITS];
            float w3_1 = p[MEAN_WEIGHTS + 3 * MEAN_UNITS + 1];
            float b0 = p[MEAN_BIASES];
            float b1 = p[MEAN_BIASES + 1];
            // z = x·W + b
            float z0 = b0;
            z0 = Math.fma(x0, w0_0, z0);
            z0 = Math.fma(x1, w1_0, z0);
            z0 = Math.fma(x2, w2_0, z0);
            z0 = Math.fma(x3, w3_0, z0);
            meanZ[0] = z0;
            float z1 = b1;
            z1 = Math.fma(x0, w0_1, z1);
            z1 = Math.fma(x1, w1_1, z1);
            z1 = Math.fma(x2, w2_1, z1);
            z1 = Math.fma(x3, w3_1, z1);
            meanZ[1] = z1;
        }

        /** Forward through layer output (2 -> 1, sigmoid). */
        private void forwardOutput(int rows) {
            // z = x·W + b
            if (rows == 1) {
                sampleOutput();
            } else {
                Kernels.affine(meanZ, 0, p, OUTPUT_WEIGHTS, OUTPUT_BIASES, outputZ,
                        rows, MEAN_UNITS, OUTPUT_UNITS);
            }
            // a = 1 / (1 + exp(-z))
            Activations.sigmoid(outputZ, outputA, rows * OUTPUT_UNITS);
        }

        /** z of layer output for a single sample, written out. */
        private void sampleOutput() {
            // x
            float x0 = meanZ[0];
            float x1 = meanZ[1];
            // W and b
            float w0_0 = p[OUTPUT_WEIGHTS];
            float w1_0 = p[OUTPUT_WEIGHTS + OUTPUT_UNITS];
            float b0 = p[OUTPUT_BIASES];
            // z = x·W + b
            float z0 = b0;
            z0 = Math.fma(x0, w0_0, z0);
            z0 = Math.fma(x1, w1_0, z0);
            outputZ[0] = z0;
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
         * From dL/dz of the last layer, which is a - t for binary cross-entropy with targets t: finite
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
            backwardMean(rows);
            backwardMixture(rows);
            backwardSpread(rows);
            backwardSqueeze(rows);
        }

        /** Backward through layer output (2 -> 1, sigmoid). */
        private void backwardOutput(int rows) {
            // dL/dx = dL/dz·Wᵀ, which is dL/da of layer mean
            Kernels.inputGradients(outputDz, p, OUTPUT_WEIGHTS, meanDz,
                    rows, MEAN_UNITS, OUTPUT_UNITS);
        }

        /** Backward through layer mean (4 -> 2, identity). */
        private void backwardMean(int rows) {
            // dL/dz = dL/da, in the same array
            // dL/dx = dL/dz·Wᵀ, which is dL/da of layer mixture
            Kernels.inputGradients(meanDz, p, MEAN_WEIGHTS, shared,
                    rows, MIXTURE_UNITS, MEAN_UNITS);
        }

        /** Backward through layer mixture (60 -> 4, softmax). */
        private void backwardMixture(int rows) {
            // a = exp(z) / Σ exp(z), ∂aᵢ/∂zⱼ = aᵢ·(δᵢⱼ - aⱼ), δᵢⱼ = 1 where i = j, else 0
            // dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)
            Softmax.backward(mixtureA, shared, mixtureDz, rows, MIXTURE_UNITS);
            // dL/dx = dL/dz·Wᵀ, which is dL/da of layer spread
            Kernels.inputGradients(mixtureDz, p, MIXTURE_WEIGHTS, shared,
                    rows, SPREAD_UNITS, MIXTURE_UNITS);
        }

        /** Backward through layer spread (2 -> 60, gelu_tanh). */
        private void backwardSpread(int rows) {
            // a = z·(1 + t) / 2, t = tanh(√(2/π)·(z + 0.044715·z³))
            // f'(z) = (1 + t) / 2 + z·(1 - t²)·√(2/π)·(1 + 0.134145·z²) / 2
            // dL/dz = dL/da·f'(z)
            Activations.geluTanhBackward(spreadZ, spreadA, shared, spreadDz, rows * SPREAD_UNITS);
            // dL/dx = dL/dz·Wᵀ, which is dL/da of layer squeeze
            Kernels.inputGradients(spreadDz, p, SPREAD_WEIGHTS, shared,
                    rows, SQUEEZE_UNITS, SPREAD_UNITS);
        }

        /** Backward through layer squeeze (3 -> 2, elu). */
        private void backwardSqueeze(int rows) {
            // a = z > 0 ? z : α·(exp(z) - 1), f'(z) = z > 0 ? 1 : a + α, α = 0.5
            // dL/dz = dL/da·f'(z)
            Activations.eluBackward(squeezeZ, squeezeA, shared, squeezeDz,
                    rows * SQUEEZE_UNITS, 0.5f);
        }

        /** From dL/dz of every layer to the gradients of all parameters. */
        @Override
        protected void computeGradients(float[] gradients, int rows, GradientShare share) {
            gradientsOutput(gradients, rows, share);
            gradientsMean(gradients, rows, share);
            gradientsMixture(gradients, rows, share);
            gradientsSpread(gradients, rows, share);
            gradientsSqueeze(gradients, rows, share);
        }

        /** The gradients of layer output. */
        private void gradientsOutput(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(meanZ, 0, outputDz, gradients, OUTPUT_WEIGHTS,
                    rows, MEAN_UNITS, OUTPUT_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(outputDz, gradients, OUTPUT_BIASES, rows, OUTPUT_UNITS, share);
        }

        /** The gradients of layer mean. */
        private void gradientsMean(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(mixtureA, 0, meanDz, gradients, MEAN_WEIGHTS,
                    rows, MIXTURE_UNITS, MEAN_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(meanDz, gradients, MEAN_BIASES, rows, MEAN_UNITS, share);
        }

        /** The gradients of layer mixture. */
        private void gradientsMixture(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(spreadA, 0, mixtureDz, gradients, MIXTURE_WEIGHTS,
                    rows, SPREAD_UNITS, MIXTURE_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(mixtureDz, gradients, MIXTURE_BIASES, rows, MIXTURE_UNITS, share);
        }

        /** The gradients of layer spread. */
        private void gradientsSpread(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(squeezeA, 0, spreadDz, gradients, SPREAD_WEIGHTS,
                    rows, SQUEEZE_UNITS, SPREAD_UNITS, share);
        }

        /** The gradients of layer squeeze. */
        private void gradientsSqueeze(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(inputs, inputOffset, squeezeDz, gradients, SQUEEZE_WEIGHTS,
                    rows, INPUTS, SQUEEZE_UNITS, share);
        }

        /** From dL/dz of the first layer to the gradient of the network's input. */
        @Override
        protected void computeInputGradients(float[] inputGradients, int rows) {
            // dL/dx = dL/dz·Wᵀ
            Kernels.inputGradients(squeezeDz, p, SQUEEZE_WEIGHTS, inputGradients,
                    rows, INPUTS, SQUEEZE_UNITS);
        }
    }
}
