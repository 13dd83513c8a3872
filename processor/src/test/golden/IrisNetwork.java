package demo;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.GeneratedNetwork;
import dev.netwright.runtime.GeneratedPass;
import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.ModelResource;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.FeatureColumns;
import dev.netwright.runtime.data.RecordFeatures;
import dev.netwright.runtime.data.SampleFeatures;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.kernel.Kernels;
import dev.netwright.runtime.kernel.Softmax;
import dev.netwright.runtime.topology.DenseLayer;
import dev.netwright.runtime.topology.LayerTraining;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.LayerWiring;
import dev.netwright.runtime.topology.NetworkInput;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The network that {@code Iris} declares: 4 features in, 3 outputs out.
 *
 * <p>Its layers and the numbers that {@link #load()} gives it are those of {@code iris.onnx}.
 * The file gives a score for each class, this network the softmax of these: their probabilities.
 *
 * <pre>{@code
 * layer   shape   activation  parameters  multiply-adds
 * output  4 -> 3  softmax             15             12
 * total                               15             12
 * }</pre>
 *
 * <p>Every sample is a row. A layer's input x is a row vector, its weights W are {@code inputs x units}, and its
 * pre-activation z = x·W + b is what textbooks that write samples as columns call z = W·x + b.
 *
 * <p>Forward, from the first layer to the last; the output a of a layer is the input x of the next:
 *
 * <pre>{@code
 * output  z = x·W + b  a = exp(z) / Σ exp(z)
 * }</pre>
 *
 * <p>Backward, from the last layer to the first, by the chain rule for a loss L:
 *
 * <pre>{@code
 * output  dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)
 * }</pre>
 *
 * <p>With dL/dz every layer has the gradients of its weights, {@code dW = xᵀ·dL/dz}, and of its biases,
 * {@code db = Σ dL/dz}, both summed over the samples, and hands {@code dL/dx = dL/dz·Wᵀ} to the layer before it,
 * which calls that dL/da.
 *
 * <p>All parameters live in one array: layer after layer its weights, row-major, and then its biases.
 */
@Generated("dev.netwright.processor.NetworkProcessor")
public final class IrisNetwork extends GeneratedNetwork implements Iris {
    /** Features of one sample. */
    private static final int INPUTS = 4;

    /** Layer output: its units, and where its weights, {@code 4 x 3}, and its biases start. */
    private static final int OUTPUT_UNITS = 3;
    private static final int OUTPUT_WEIGHTS = 0;
    private static final int OUTPUT_BIASES = OUTPUT_WEIGHTS + INPUTS * OUTPUT_UNITS;

    /** What the network says of itself. */
    private static final Topology TOPOLOGY = buildTopology();

    /** What the outputs stand for, in their order. */
    private static final Species[] LABELS = Species.values();

    private IrisNetwork(long seed) {
        super(TOPOLOGY, seed);
    }

    private IrisNetwork(float[] parameters) {
        super(TOPOLOGY, parameters);
    }

    /**
     * A network with fresh parameters.
     *
     * @param seed fixes every one of them
     * @return a new network
     */
    public static IrisNetwork create(long seed) {
        return new IrisNetwork(seed);
    }

    /**
     * A network with a copy of the given parameters.
     * How features are scaled is not among them: nothing scales them until {@link #standardize} is called.
     *
     * @param parameters of every layer its weights and then its biases
     * @return a new network
     * @throws IllegalArgumentException if there are not exactly 15
     */
    public static IrisNetwork of(float[] parameters) {
        return new IrisNetwork(parameters);
    }

    /**
     * A network that {@code save} has kept.
     *
     * @param file safetensors, as {@link ModelFile} says
     * @return a new network
     * @throws IOException if the file cannot be read, is damaged or is of another network
     */
    public static IrisNetwork load(Path file) throws IOException {
        IrisNetwork network = new IrisNetwork(new float[TOPOLOGY.parameterCount()]);
        ModelFile.read(file).copyTo(network);
        return network;
    }

    /**
     * The network with the parameters that {@code iris.onnx} had when this class was generated.
     *
     * @return a new network
     * @throws IllegalStateException if the resource beside this class is missing, damaged or of another network
     */
    public static IrisNetwork load() {
        IrisNetwork network = new IrisNetwork(new float[TOPOLOGY.parameterCount()]);
        ModelResource.of(
                "IrisNetwork.safetensors",
                "e2c390e6e18c8a2f6322b91416d580627956f950c5d4b8ed9ec37d8be5d2262b",
                IrisNetwork.class.getResourceAsStream("IrisNetwork.safetensors"))
                .copyTo(network);
        return network;
    }

    /**
     * How samples become rows of features, with a name for each column.
     *
     * @return the only instance
     */
    public static SampleFeatures<Flower> features() {
        return FlowerFeatures.INSTANCE;
    }

    /**
     * Samples to learn from or to measure with.
     *
     * @param samples at least one
     * @param labels what each should be classified as
     * @return features and targets, a row for each sample
     * @throws IllegalArgumentException if there are none or not as many of both, or a value is missing that must not be, or is not finite
     */
    public static Dataset dataset(List<Flower> samples, List<Species> labels) {
        return FlowerFeatures.INSTANCE.dataset(samples, labels, LABELS);
    }

    @Override
    public Species classify(Flower sample) {
        return LABELS[largestOutput(FlowerFeatures.INSTANCE, sample)];
    }

    @Override
    public float[] probabilities(Flower sample) {
        return outputs(FlowerFeatures.INSTANCE, sample);
    }

    @Override
    public List<String> featureNames() {
        return FlowerFeatures.INSTANCE.names();
    }

    @Override
    public List<String> labels(int head) {
        return constantNames(LABELS);
    }

    @Override
    public IrisNetwork copy() {
        return scaling(new IrisNetwork(parameters()));
    }

    @Override
    public Pass newPass(int capacity) {
        return scaling(new Workspace(parameters(), capacity));
    }

    private static Topology buildTopology() {
        List<NetworkLayer> layers = new ArrayList<>();
        layers.add(new DenseLayer(
                "output", LayerWiring.ABOVE, INPUTS, OUTPUT_UNITS,
                Activation.SOFTMAX, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                OUTPUT_WEIGHTS, OUTPUT_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        return new Topology("Iris", List.of(new NetworkInput("x", INPUTS)), layers);
    }

    /** Makes a {@code Flower} a row of features. Each constant is where the features of a component start. */
    private static final class FlowerFeatures extends RecordFeatures<Flower> {
        static final FlowerFeatures INSTANCE = new FlowerFeatures();
        private static final int SEPAL_LENGTH = 0;
        private static final int SEPAL_WIDTH = SEPAL_LENGTH + 1;
        private static final int PETAL_LENGTH = SEPAL_WIDTH + 1;
        private static final int PETAL_WIDTH = PETAL_LENGTH + 1;
        private static final int COLUMNS = PETAL_WIDTH + 1;

        private FlowerFeatures() {
            super(COLUMNS);
        }

        @Override
        public void write(Flower sample, float[] rows, int at) {
            rows[at + SEPAL_LENGTH] = number("sepalLength", sample.sepalLength());
            rows[at + SEPAL_WIDTH] = number("sepalWidth", sample.sepalWidth());
            rows[at + PETAL_LENGTH] = number("petalLength", sample.petalLength());
            rows[at + PETAL_WIDTH] = number("petalWidth", sample.petalWidth());
        }

        @Override
        protected void describe(FeatureColumns columns) {
            columns.number("sepalLength");
            columns.number("sepalWidth");
            columns.number("petalLength");
            columns.number("petalWidth");
        }
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

        /** Layer output, {@code capacity x 3}; dL/da is the caller's. */
        private final float[] outputZ;
        private final float[] outputA;
        private float[] outputDz = {};

        Workspace(float[] parameters, int capacity) {
            super(TOPOLOGY, capacity);
            p = parameters;
            outputZ = new float[capacity * OUTPUT_UNITS];
            outputA = new float[capacity * OUTPUT_UNITS];
        }

        @Override
        protected void allocateBackward(int capacity) {
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
            forwardOutput(rows);
        }

        /** Forward through layer output (4 -> 3, softmax). */
        private void forwardOutput(int rows) {
            // z = x·W + b
            if (rows == 1) {
                sampleOutput();
            } else {
                Kernels.affine(inputs, inputOffset, p, OUTPUT_WEIGHTS, OUTPUT_BIASES, outputZ,
                        rows, INPUTS, OUTPUT_UNITS);
            }
            // a = exp(z) / Σ exp(z)
            Softmax.forward(outputZ, outputA, rows, OUTPUT_UNITS);
        }

        /** z of layer output for a single sample, written out. */
        private void sampleOutput() {
            // x
            float x0 = inputs[inputOffset];
            float x1 = inputs[inputOffset + 1];
            float x2 = inputs[inputOffset + 2];
            float x3 = inputs[inputOffset + 3];
            // W and b
            float w0_0 = p[OUTPUT_WEIGHTS];
            float w0_1 = p[OUTPUT_WEIGHTS + 1];
            float w0_2 = p[OUTPUT_WEIGHTS + 2];
            float w1_0 = p[OUTPUT_WEIGHTS + OUTPUT_UNITS];
            float w1_1 = p[OUTPUT_WEIGHTS + OUTPUT_UNITS + 1];
            float w1_2 = p[OUTPUT_WEIGHTS + OUTPUT_UNITS + 2];
            float w2_0 = p[OUTPUT_WEIGHTS + 2 * OUTPUT_UNITS];
            float w2_1 = p[OUTPUT_WEIGHTS + 2 * OUTPUT_UNITS + 1];
            float w2_2 = p[OUTPUT_WEIGHTS + 2 * OUTPUT_UNITS + 2];
            float w3_0 = p[OUTPUT_WEIGHTS + 3 * OUTPUT_UNITS];
            float w3_1 = p[OUTPUT_WEIGHTS + 3 * OUTPUT_UNITS + 1];
            float w3_2 = p[OUTPUT_WEIGHTS + 3 * OUTPUT_UNITS + 2];
            float b0 = p[OUTPUT_BIASES];
            float b1 = p[OUTPUT_BIASES + 1];
            float b2 = p[OUTPUT_BIASES + 2];
            // z = x·W + b
            float z0 = b0;
            z0 = Math.fma(x0, w0_0, z0);
            z0 = Math.fma(x1, w1_0, z0);
            z0 = Math.fma(x2, w2_0, z0);
            z0 = Math.fma(x3, w3_0, z0);
            outputZ[0] = z0;
            float z1 = b1;
            z1 = Math.fma(x0, w0_1, z1);
            z1 = Math.fma(x1, w1_1, z1);
            z1 = Math.fma(x2, w2_1, z1);
            z1 = Math.fma(x3, w3_1, z1);
            outputZ[1] = z1;
            float z2 = b2;
            z2 = Math.fma(x0, w0_2, z2);
            z2 = Math.fma(x1, w1_2, z2);
            z2 = Math.fma(x2, w2_2, z2);
            z2 = Math.fma(x3, w3_2, z2);
            outputZ[2] = z2;
        }

        /** From dL/da of the last layer. */
        @Override
        protected void computeDeltas(float[] outputGradients, int rows) {
            // a = exp(z) / Σ exp(z), ∂aᵢ/∂zⱼ = aᵢ·(δᵢⱼ - aⱼ), δᵢⱼ = 1 where i = j, else 0
            // dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)
            Softmax.backward(outputA, outputGradients, outputDz, rows, OUTPUT_UNITS);
        }

        /**
         * From dL/dz of the last layer, which is a - t for cross-entropy with targets t: finite
         * however large the logits are, while dL/da = -t / a is not.
         */
        @Override
        protected void computeDeltasFromLogits(float[] logitGradients, int rows) {
            System.arraycopy(logitGradients, 0, outputDz, 0, rows * OUTPUT_UNITS);
        }

        /** From dL/dz of every layer to the gradients of all parameters. */
        @Override
        protected void computeGradients(float[] gradients, int rows, GradientShare share) {
            gradientsOutput(gradients, rows, share);
        }

        /** The gradients of layer output. */
        private void gradientsOutput(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(inputs, inputOffset, outputDz, gradients, OUTPUT_WEIGHTS,
                    rows, INPUTS, OUTPUT_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(outputDz, gradients, OUTPUT_BIASES, rows, OUTPUT_UNITS, share);
        }

        /** From dL/dz of the first layer to the gradient of the network's input. */
        @Override
        protected void computeInputGradients(float[] inputGradients, int rows) {
            // dL/dx = dL/dz·Wᵀ
            Kernels.inputGradients(outputDz, p, OUTPUT_WEIGHTS, inputGradients,
                    rows, INPUTS, OUTPUT_UNITS);
        }
    }
}
