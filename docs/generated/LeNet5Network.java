package dev.netwright.examples.digits;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.GeneratedNetwork;
import dev.netwright.runtime.GeneratedPass;
import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.PredictionCapacity;
import dev.netwright.runtime.kernel.Activations;
import dev.netwright.runtime.kernel.ConvolutionShape;
import dev.netwright.runtime.kernel.Convolutions;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.kernel.Kernels;
import dev.netwright.runtime.kernel.Pooling;
import dev.netwright.runtime.kernel.PoolingShape;
import dev.netwright.runtime.kernel.Softmax;
import dev.netwright.runtime.topology.ConvolutionLayer;
import dev.netwright.runtime.topology.DenseLayer;
import dev.netwright.runtime.topology.LayerPooling;
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
 * The network that {@code LeNet5} declares: 784 features in, 10 outputs out.
 *
 * <pre>{@code
 * layer    shape               activation  parameters  multiply-adds
 * hidden1  28x28x1 -> 12x12x6  relu               156         86,400
 * hidden2  12x12x6 -> 4x4x16   relu             2,416        153,600
 * hidden3  4x4x16 -> 120       relu            30,840         30,720
 * hidden4  120 -> 84           relu            10,164         10,080
 * output   84 -> 10            softmax            850            840
 * total                                        44,426        281,640
 * }</pre>
 *
 * <p>Every sample is a row. A layer's input x is a row vector, its weights W are {@code inputs x units}, and its
 * pre-activation z = x·W + b is what textbooks that write samples as columns call z = W·x + b.
 *
 * <p>Forward, from the first layer to the last; the output a of a layer is the input x of the next:
 *
 * <pre>{@code
 * hidden1  z = patch(x)·W + b  a = max(0, z)          p = max a over each window
 * hidden2  z = patch(x)·W + b  a = max(0, z)          p = max a over each window
 * hidden3  z = x·W + b         a = max(0, z)
 * hidden4  z = x·W + b         a = max(0, z)
 * output   z = x·W + b         a = exp(z) / Σ exp(z)
 * }</pre>
 *
 * <p>A convolution has one row vector patch(x) for every place of its kernel: the pixels that the kernel covers
 * there, row by row, each with its channels. z has a pixel for every patch, and b is added to each.
 *
 * <p>Backward, from the last layer to the first, by the chain rule for a loss L:
 *
 * <pre>{@code
 * output   dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)
 * hidden4  dL/dz = dL/da·f'(z), f'(z) = z > 0 ? 1 : 0
 * hidden3  dL/dz = dL/da·f'(z), f'(z) = z > 0 ? 1 : 0
 * hidden2  dL/da = Σ dL/dp over the windows whose maximum a is, dL/dz = dL/da·f'(z), f'(z) = z > 0 ? 1 : 0
 * hidden1  dL/da = Σ dL/dp over the windows whose maximum a is, dL/dz = dL/da·f'(z), f'(z) = z > 0 ? 1 : 0
 * }</pre>
 *
 * <p>With dL/dz every layer has the gradients of its weights, {@code dW = xᵀ·dL/dz}, and of its biases,
 * {@code db = Σ dL/dz}, both summed over the samples, and hands {@code dL/dx = dL/dz·Wᵀ} to the layer before it,
 * which calls that dL/da.
 *
 * <p>All parameters live in one array: layer after layer its weights, row-major, and then its biases.
 */
@Generated("dev.netwright.processor.NetworkProcessor")
public final class LeNet5Network extends GeneratedNetwork implements LeNet5 {
    /** Features of one sample. */
    private static final int INPUTS = 784;

    /**
     * Layer hidden1: its filters, pixels times filters, and where its weights, {@code 25 x 6}, and its biases start.
     */
    private static final int HIDDEN1_FILTERS = 6;
    private static final int HIDDEN1_PREACTIVATIONS = 24 * 24 * HIDDEN1_FILTERS;
    private static final int HIDDEN1_UNITS = 12 * 12 * HIDDEN1_FILTERS;
    private static final int HIDDEN1_WEIGHTS = 0;
    private static final int HIDDEN1_BIASES = HIDDEN1_WEIGHTS + 5 * 5 * 1 * HIDDEN1_FILTERS;

    private static final ConvolutionShape HIDDEN1_CONVOLUTION = ConvolutionShape.valid(
            /* input= */ 28, 28, 1, /* filters= */ HIDDEN1_FILTERS, /* kernel= */ 5, 5, /* stride= */ 1, 1);

    private static final PoolingShape HIDDEN1_POOL = new PoolingShape(
            /* input= */ 24, 24, HIDDEN1_FILTERS, /* window= */ 2, 2, /* stride= */ 2, 2);

    /**
     * Layer hidden2: its filters, pixels times filters, and where its weights, {@code 150 x 16}, and its biases start.
     */
    private static final int HIDDEN2_FILTERS = 16;
    private static final int HIDDEN2_PREACTIVATIONS = 8 * 8 * HIDDEN2_FILTERS;
    private static final int HIDDEN2_UNITS = 4 * 4 * HIDDEN2_FILTERS;
    private static final int HIDDEN2_WEIGHTS = HIDDEN1_BIASES + HIDDEN1_FILTERS;
    private static final int HIDDEN2_BIASES = HIDDEN2_WEIGHTS + 5 * 5 * 6 * HIDDEN2_FILTERS;

    private static final ConvolutionShape HIDDEN2_CONVOLUTION = ConvolutionShape.valid(
            /* input= */ 12, 12, 6, /* filters= */ HIDDEN2_FILTERS, /* kernel= */ 5, 5, /* stride= */ 1, 1);

    private static final PoolingShape HIDDEN2_POOL = new PoolingShape(
            /* input= */ 8, 8, HIDDEN2_FILTERS, /* window= */ 2, 2, /* stride= */ 2, 2);

    /** Layer hidden3: its units, and where its weights, {@code 256 x 120}, and its biases start. */
    private static final int HIDDEN3_UNITS = 120;
    private static final int HIDDEN3_WEIGHTS = HIDDEN2_BIASES + HIDDEN2_FILTERS;
    private static final int HIDDEN3_BIASES = HIDDEN3_WEIGHTS + HIDDEN2_UNITS * HIDDEN3_UNITS;

    /** Layer hidden4: its units, and where its weights, {@code 120 x 84}, and its biases start. */
    private static final int HIDDEN4_UNITS = 84;
    private static final int HIDDEN4_WEIGHTS = HIDDEN3_BIASES + HIDDEN3_UNITS;
    private static final int HIDDEN4_BIASES = HIDDEN4_WEIGHTS + HIDDEN3_UNITS * HIDDEN4_UNITS;

    /** Layer output: its units, and where its weights, {@code 84 x 10}, and its biases start. */
    private static final int OUTPUT_UNITS = 10;
    private static final int OUTPUT_WEIGHTS = HIDDEN4_BIASES + HIDDEN4_UNITS;
    private static final int OUTPUT_BIASES = OUTPUT_WEIGHTS + HIDDEN4_UNITS * OUTPUT_UNITS;

    /** What the network says of itself. */
    private static final Topology TOPOLOGY = buildTopology();

    private LeNet5Network(long seed) {
        super(TOPOLOGY, seed);
    }

    private LeNet5Network(float[] parameters) {
        super(TOPOLOGY, parameters);
    }

    /**
     * A network with fresh parameters.
     *
     * @param seed fixes every one of them
     * @return a new network
     */
    public static LeNet5Network create(long seed) {
        return new LeNet5Network(seed);
    }

    /**
     * A network with a copy of the given parameters.
     * How features are scaled is not among them: nothing scales them until {@link #standardize} is called.
     *
     * @param parameters of every layer its weights and then its biases
     * @return a new network
     * @throws IllegalArgumentException if there are not exactly 44,426
     */
    public static LeNet5Network of(float[] parameters) {
        return new LeNet5Network(parameters);
    }

    /**
     * A network that {@code save} has kept.
     *
     * @param file safetensors, as {@link ModelFile} says
     * @return a new network
     * @throws IOException if the file cannot be read, is damaged or is of another network
     */
    public static LeNet5Network load(Path file) throws IOException {
        LeNet5Network network = new LeNet5Network(new float[TOPOLOGY.parameterCount()]);
        ModelFile.read(file).copyTo(network);
        return network;
    }

    @Override
    public LeNet5Network copy() {
        return scaling(new LeNet5Network(parameters()));
    }

    @Override
    public Pass newPass(int capacity) {
        return scaling(new Workspace(parameters(), capacity));
    }

    @Override
    protected Pass newPass(PredictionCapacity capacity) {
        return scaling(new Workspace(parameters(), capacity));
    }

    private static Topology buildTopology() {
        List<NetworkLayer> layers = new ArrayList<>();
        layers.add(new ConvolutionLayer(
                "hidden1", LayerWiring.ABOVE, HIDDEN1_CONVOLUTION,
                Activation.RELU, /* alpha= */ Float.NaN, LayerPooling.maximum(HIDDEN1_POOL), /* bias= */ true,
                Initializer.HE_NORMAL, /* constant= */ Float.NaN,
                HIDDEN1_WEIGHTS, HIDDEN1_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        layers.add(new ConvolutionLayer(
                "hidden2", LayerWiring.ABOVE, HIDDEN2_CONVOLUTION,
                Activation.RELU, /* alpha= */ Float.NaN, LayerPooling.maximum(HIDDEN2_POOL), /* bias= */ true,
                Initializer.HE_NORMAL, /* constant= */ Float.NaN,
                HIDDEN2_WEIGHTS, HIDDEN2_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        layers.add(new DenseLayer(
                "hidden3", LayerWiring.ABOVE, HIDDEN2_UNITS, HIDDEN3_UNITS,
                Activation.RELU, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.HE_NORMAL, /* constant= */ Float.NaN,
                HIDDEN3_WEIGHTS, HIDDEN3_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        layers.add(new DenseLayer(
                "hidden4", LayerWiring.ABOVE, HIDDEN3_UNITS, HIDDEN4_UNITS,
                Activation.RELU, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.HE_NORMAL, /* constant= */ Float.NaN,
                HIDDEN4_WEIGHTS, HIDDEN4_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        layers.add(new DenseLayer(
                "output", LayerWiring.ABOVE, HIDDEN4_UNITS, OUTPUT_UNITS,
                Activation.SOFTMAX, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                OUTPUT_WEIGHTS, OUTPUT_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        return new Topology("LeNet5", INPUTS, layers);
    }

    /**
     * One thread's arrays, a row for each sample, and the passes over them. Of a layer, Z is z, A is a, Dz is dL/dz and
     * Da is dL/da; the last two are empty until the first backward pass.
     * Where a layer pools, P is p and Dp is dL/dp.
     * What only the way back needs, and each layer after the other, shares arrays.
     * In passes that only predict activations share arrays too: 6,932 floats a row instead of 10,508.
     */
    private static final class Workspace extends GeneratedPass {
        /** The network's live parameters. */
        private final float[] p;

        /** Layer hidden1, {@code capacity x 3456}, pooled {@code capacity x 864}. */
        private final float[] hidden1Z;
        private final float[] hidden1A;
        private final float[] hidden1P;
        private float[] hidden1Dz = {};

        /** Layer hidden2, {@code capacity x 1024}, pooled {@code capacity x 256}. */
        private final float[] hidden2Z;
        private final float[] hidden2A;
        private final float[] hidden2P;
        private float[] hidden2Dz = {};

        /** Layer hidden3, {@code capacity x 120}. */
        private final float[] hidden3Z;
        private final float[] hidden3A;
        private float[] hidden3Dz = {};

        /** Layer hidden4, {@code capacity x 84}. */
        private final float[] hidden4Z;
        private final float[] hidden4A;
        private float[] hidden4Dz = {};

        /** Layer output, {@code capacity x 10}; dL/da is the caller's. */
        private final float[] outputZ;
        private final float[] outputA;
        private float[] outputDz = {};

        /** One after the other hidden4Da, hidden3Da, hidden2Dp, hidden1Da, {@code capacity x 3456}. */
        private float[] shared1 = {};

        /** One after the other hidden2Da, hidden1Dp, {@code capacity x 1024}. */
        private float[] shared2 = {};

        Workspace(float[] parameters, int capacity) {
            super(TOPOLOGY, capacity);
            p = parameters;
            hidden1Z = new float[capacity * HIDDEN1_PREACTIVATIONS];
            hidden1A = new float[capacity * HIDDEN1_PREACTIVATIONS];
            hidden1P = new float[capacity * HIDDEN1_UNITS];
            hidden2Z = new float[capacity * HIDDEN2_PREACTIVATIONS];
            hidden2A = new float[capacity * HIDDEN2_PREACTIVATIONS];
            hidden2P = new float[capacity * HIDDEN2_UNITS];
            hidden3Z = new float[capacity * HIDDEN3_UNITS];
            hidden3A = new float[capacity * HIDDEN3_UNITS];
            hidden4Z = new float[capacity * HIDDEN4_UNITS];
            hidden4A = new float[capacity * HIDDEN4_UNITS];
            outputZ = new float[capacity * OUTPUT_UNITS];
            outputA = new float[capacity * OUTPUT_UNITS];
        }

        /** For predictions alone, after which nothing goes back: an array serves again once all have read it. */
        Workspace(float[] parameters, PredictionCapacity predictions) {
            super(TOPOLOGY, predictions);
            int capacity = predictions.rows();
            p = parameters;
            hidden1Z = new float[capacity * HIDDEN1_PREACTIVATIONS];
            hidden1A = new float[capacity * HIDDEN1_PREACTIVATIONS];
            hidden1P = hidden1Z;
            hidden2Z = hidden1A;
            hidden2A = hidden1Z;
            hidden2P = hidden1A;
            hidden3Z = hidden1Z;
            hidden3A = hidden1A;
            hidden4Z = hidden1Z;
            hidden4A = hidden1A;
            outputZ = new float[capacity * OUTPUT_UNITS];
            outputA = new float[capacity * OUTPUT_UNITS];
        }

        @Override
        protected void allocateBackward(int capacity) {
            hidden1Dz = new float[capacity * HIDDEN1_PREACTIVATIONS];
            hidden2Dz = new float[capacity * HIDDEN2_PREACTIVATIONS];
            hidden3Dz = new float[capacity * HIDDEN3_UNITS];
            hidden4Dz = new float[capacity * HIDDEN4_UNITS];
            outputDz = new float[capacity * OUTPUT_UNITS];
            shared1 = new float[capacity * HIDDEN1_PREACTIVATIONS];
            shared2 = new float[capacity * HIDDEN2_PREACTIVATIONS];
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
            forwardHidden2(rows);
            forwardHidden3(rows);
            forwardHidden4(rows);
            forwardOutput(rows);
        }

        /** Forward through layer hidden1 (28x28x1 -> 12x12x6, relu). */
        private void forwardHidden1(int rows) {
            // z = patch(x)·W + b
            Convolutions.forward(inputs, inputOffset, p, HIDDEN1_WEIGHTS, HIDDEN1_BIASES, hidden1Z,
                    rows, HIDDEN1_CONVOLUTION);
            // a = max(0, z)
            Activations.relu(hidden1Z, hidden1A, rows * HIDDEN1_PREACTIVATIONS);
            // p = max a over each window
            Pooling.maximum(hidden1A, hidden1P, rows, HIDDEN1_POOL);
        }

        /** Forward through layer hidden2 (12x12x6 -> 4x4x16, relu). */
        private void forwardHidden2(int rows) {
            // z = patch(x)·W + b
            Convolutions.forward(hidden1P, 0, p, HIDDEN2_WEIGHTS, HIDDEN2_BIASES, hidden2Z,
                    rows, HIDDEN2_CONVOLUTION);
            // a = max(0, z)
            Activations.relu(hidden2Z, hidden2A, rows * HIDDEN2_PREACTIVATIONS);
            // p = max a over each window
            Pooling.maximum(hidden2A, hidden2P, rows, HIDDEN2_POOL);
        }

        /** Forward through layer hidden3 (4x4x16 -> 120, relu). */
        private void forwardHidden3(int rows) {
            // z = x·W + b
            Kernels.affine(hidden2P, 0, p, HIDDEN3_WEIGHTS, HIDDEN3_BIASES, hidden3Z,
                    rows, HIDDEN2_UNITS, HIDDEN3_UNITS);
            // a = max(0, z)
            Activations.relu(hidden3Z, hidden3A, rows * HIDDEN3_UNITS);
        }

        /** Forward through layer hidden4 (120 -> 84, relu). */
        private void forwardHidden4(int rows) {
            // z = x·W + b
            Kernels.affine(hidden3A, 0, p, HIDDEN4_WEIGHTS, HIDDEN4_BIASES, hidden4Z,
                    rows, HIDDEN3_UNITS, HIDDEN4_UNITS);
            // a = max(0, z)
            Activations.relu(hidden4Z, hidden4A, rows * HIDDEN4_UNITS);
        }

        /** Forward through layer output (84 -> 10, softmax). */
        private void forwardOutput(int rows) {
            // z = x·W + b
            Kernels.affine(hidden4A, 0, p, OUTPUT_WEIGHTS, OUTPUT_BIASES, outputZ,
                    rows, HIDDEN4_UNITS, OUTPUT_UNITS);
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
            backwardHidden4(rows);
            backwardHidden3(rows);
            backwardHidden2(rows);
            backwardHidden1(rows);
        }

        /** Backward through layer output (84 -> 10, softmax). */
        private void backwardOutput(int rows) {
            // dL/dx = dL/dz·Wᵀ, which is dL/da of layer hidden4
            Kernels.inputGradients(outputDz, p, OUTPUT_WEIGHTS, shared1,
                    rows, HIDDEN4_UNITS, OUTPUT_UNITS);
        }

        /** Backward through layer hidden4 (120 -> 84, relu). */
        private void backwardHidden4(int rows) {
            // a = max(0, z), f'(z) = z > 0 ? 1 : 0
            // dL/dz = dL/da·f'(z)
            Activations.reluBackward(hidden4Z, hidden4A, shared1, hidden4Dz, rows * HIDDEN4_UNITS);
            // dL/dx = dL/dz·Wᵀ, which is dL/da of layer hidden3
            Kernels.inputGradients(hidden4Dz, p, HIDDEN4_WEIGHTS, shared1,
                    rows, HIDDEN3_UNITS, HIDDEN4_UNITS);
        }

        /** Backward through layer hidden3 (4x4x16 -> 120, relu). */
        private void backwardHidden3(int rows) {
            // a = max(0, z), f'(z) = z > 0 ? 1 : 0
            // dL/dz = dL/da·f'(z)
            Activations.reluBackward(hidden3Z, hidden3A, shared1, hidden3Dz, rows * HIDDEN3_UNITS);
            // dL/dx = dL/dz·Wᵀ, which is dL/dp of layer hidden2
            Kernels.inputGradients(hidden3Dz, p, HIDDEN3_WEIGHTS, shared1,
                    rows, HIDDEN2_UNITS, HIDDEN3_UNITS);
        }

        /** Backward through layer hidden2 (12x12x6 -> 4x4x16, relu). */
        private void backwardHidden2(int rows) {
            // dL/da = Σ dL/dp over the windows whose maximum a is
            Pooling.maximumBackward(hidden2A, hidden2P, shared1, shared2, rows, HIDDEN2_POOL);
            // a = max(0, z), f'(z) = z > 0 ? 1 : 0
            // dL/dz = dL/da·f'(z)
            Activations.reluBackward(hidden2Z, hidden2A, shared2, hidden2Dz,
                    rows * HIDDEN2_PREACTIVATIONS);
            // dL/dx = Σ dL/dz·Wᵀ over the patches that x is in, which is dL/dp of layer hidden1
            Convolutions.inputGradients(hidden2Dz, p, HIDDEN2_WEIGHTS, shared2,
                    rows, HIDDEN2_CONVOLUTION);
        }

        /** Backward through layer hidden1 (28x28x1 -> 12x12x6, relu). */
        private void backwardHidden1(int rows) {
            // dL/da = Σ dL/dp over the windows whose maximum a is
            Pooling.maximumBackward(hidden1A, hidden1P, shared2, shared1, rows, HIDDEN1_POOL);
            // a = max(0, z), f'(z) = z > 0 ? 1 : 0
            // dL/dz = dL/da·f'(z)
            Activations.reluBackward(hidden1Z, hidden1A, shared1, hidden1Dz,
                    rows * HIDDEN1_PREACTIVATIONS);
        }

        /** From dL/dz of every layer to the gradients of all parameters. */
        @Override
        protected void computeGradients(float[] gradients, int rows, GradientShare share) {
            gradientsOutput(gradients, rows, share);
            gradientsHidden4(gradients, rows, share);
            gradientsHidden3(gradients, rows, share);
            gradientsHidden2(gradients, rows, share);
            gradientsHidden1(gradients, rows, share);
        }

        /** The gradients of layer output. */
        private void gradientsOutput(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(hidden4A, 0, outputDz, gradients, OUTPUT_WEIGHTS,
                    rows, HIDDEN4_UNITS, OUTPUT_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(outputDz, gradients, OUTPUT_BIASES, rows, OUTPUT_UNITS, share);
        }

        /** The gradients of layer hidden4. */
        private void gradientsHidden4(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(hidden3A, 0, hidden4Dz, gradients, HIDDEN4_WEIGHTS,
                    rows, HIDDEN3_UNITS, HIDDEN4_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(hidden4Dz, gradients, HIDDEN4_BIASES, rows, HIDDEN4_UNITS, share);
        }

        /** The gradients of layer hidden3. */
        private void gradientsHidden3(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(hidden2P, 0, hidden3Dz, gradients, HIDDEN3_WEIGHTS,
                    rows, HIDDEN2_UNITS, HIDDEN3_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(hidden3Dz, gradients, HIDDEN3_BIASES, rows, HIDDEN3_UNITS, share);
        }

        /** The gradients of layer hidden2. */
        private void gradientsHidden2(float[] gradients, int rows, GradientShare share) {
            // dW = patch(x)ᵀ·dL/dz, summed over the pixels
            Convolutions.weightGradients(hidden1P, 0, hidden2Dz, gradients, HIDDEN2_WEIGHTS,
                    rows, HIDDEN2_CONVOLUTION, share);
            // db = Σ dL/dz
            Convolutions.biasGradients(hidden2Dz, gradients, HIDDEN2_BIASES,
                    rows, HIDDEN2_CONVOLUTION, share);
        }

        /** The gradients of layer hidden1. */
        private void gradientsHidden1(float[] gradients, int rows, GradientShare share) {
            // dW = patch(x)ᵀ·dL/dz, summed over the pixels
            Convolutions.weightGradients(inputs, inputOffset, hidden1Dz, gradients, HIDDEN1_WEIGHTS,
                    rows, HIDDEN1_CONVOLUTION, share);
            // db = Σ dL/dz
            Convolutions.biasGradients(hidden1Dz, gradients, HIDDEN1_BIASES,
                    rows, HIDDEN1_CONVOLUTION, share);
        }

        /** From dL/dz of the first layer to the gradient of the network's input. */
        @Override
        protected void computeInputGradients(float[] inputGradients, int rows) {
            // dL/dx = Σ dL/dz·Wᵀ over the patches that x is in
            Convolutions.inputGradients(hidden1Dz, p, HIDDEN1_WEIGHTS, inputGradients,
                    rows, HIDDEN1_CONVOLUTION);
        }
    }
}
