package demo;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.GeneratedNetwork;
import dev.netwright.runtime.GeneratedPass;
import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.FeatureColumns;
import dev.netwright.runtime.data.RecordFeatures;
import dev.netwright.runtime.data.SampleFeatures;
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
 * The network that {@code Houses} declares: 27 features in, 2 outputs out.
 *
 * <pre>{@code
 * layer    shape    activation  parameters  multiply-adds
 * hidden1  27 -> 8  tanh               224            216
 * output   8 -> 2   softmax             18             16
 * total                                242            232
 * }</pre>
 *
 * <p>Every sample is a row. A layer's input x is a row vector, its weights W are {@code inputs x units}, and its
 * pre-activation z = x·W + b is what textbooks that write samples as columns call z = W·x + b.
 *
 * <p>Forward, from the first layer to the last; the output a of a layer is the input x of the next:
 *
 * <pre>{@code
 * hidden1  z = x·W + b  a = tanh(z)
 * output   z = x·W + b  a = exp(z) / Σ exp(z)
 * }</pre>
 *
 * <p>Backward, from the last layer to the first, by the chain rule for a loss L:
 *
 * <pre>{@code
 * output   dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)
 * hidden1  dL/dz = dL/da·f'(z), f'(z) = 1 - a²
 * }</pre>
 *
 * <p>With dL/dz every layer has the gradients of its weights, {@code dW = xᵀ·dL/dz}, and of its biases,
 * {@code db = Σ dL/dz}, both summed over the samples, and hands {@code dL/dx = dL/dz·Wᵀ} to the layer before it,
 * which calls that dL/da.
 *
 * <p>All parameters live in one array: layer after layer its weights, row-major, and then its biases.
 */
@Generated("dev.netwright.processor.NetworkProcessor")
public final class HousesNetwork extends GeneratedNetwork implements Houses {
    /** Features of one sample. */
    private static final int INPUTS = 27;

    /** Layer hidden1: its units, and where its weights, {@code 27 x 8}, and its biases start. */
    private static final int HIDDEN1_UNITS = 8;
    private static final int HIDDEN1_WEIGHTS = 0;
    private static final int HIDDEN1_BIASES = HIDDEN1_WEIGHTS + INPUTS * HIDDEN1_UNITS;

    /** Layer output: its units, and where its weights, {@code 8 x 2}, and its biases start. */
    private static final int OUTPUT_UNITS = 2;
    private static final int OUTPUT_WEIGHTS = HIDDEN1_BIASES + HIDDEN1_UNITS;
    private static final int OUTPUT_BIASES = OUTPUT_WEIGHTS + HIDDEN1_UNITS * OUTPUT_UNITS;

    /** What the network says of itself. */
    private static final Topology TOPOLOGY = buildTopology();

    /** What the outputs stand for, in their order. */
    private static final Houses.Offer[] LABELS = Houses.Offer.values();

    private HousesNetwork(long seed) {
        super(TOPOLOGY, seed);
    }

    private HousesNetwork(float[] parameters) {
        super(TOPOLOGY, parameters);
    }

    /**
     * A network with fresh parameters.
     *
     * @param seed fixes every one of them
     * @return a new network
     */
    public static HousesNetwork create(long seed) {
        return new HousesNetwork(seed);
    }

    /**
     * A network with a copy of the given parameters.
     * How features are scaled is not among them: nothing scales them until {@link #standardize} is called.
     *
     * @param parameters of every layer its weights and then its biases
     * @return a new network
     * @throws IllegalArgumentException if there are not exactly 242
     */
    public static HousesNetwork of(float[] parameters) {
        return new HousesNetwork(parameters);
    }

    /**
     * A network that {@code save} has kept.
     *
     * @param file safetensors, as {@link ModelFile} says
     * @return a new network
     * @throws IOException if the file cannot be read, is damaged or is of another network
     */
    public static HousesNetwork load(Path file) throws IOException {
        HousesNetwork network = new HousesNetwork(new float[TOPOLOGY.parameterCount()]);
        ModelFile.read(file).copyTo(network);
        return network;
    }

    /**
     * How samples become rows of features, with a name for each column.
     *
     * @return the only instance
     */
    public static SampleFeatures<Houses.House> features() {
        return HouseFeatures.INSTANCE;
    }

    /**
     * Samples to learn from or to measure with.
     *
     * @param samples at least one
     * @param labels what each should be classified as
     * @return features and targets, a row for each sample
     * @throws IllegalArgumentException if there are none or not as many of both, or a value is missing that must not be, or is not finite
     */
    public static Dataset dataset(List<Houses.House> samples, List<Houses.Offer> labels) {
        return HouseFeatures.INSTANCE.dataset(samples, labels, LABELS);
    }

    @Override
    public Houses.Offer classify(Houses.House sample) {
        return LABELS[largestOutput(HouseFeatures.INSTANCE, sample)];
    }

    @Override
    public float[] probabilities(Houses.House sample) {
        return outputs(HouseFeatures.INSTANCE, sample);
    }

    @Override
    public List<String> featureNames() {
        return HouseFeatures.INSTANCE.names();
    }

    @Override
    public List<String> labels(int head) {
        return constantNames(LABELS);
    }

    @Override
    public HousesNetwork copy() {
        return scaling(new HousesNetwork(parameters()));
    }

    @Override
    public Pass newPass(int capacity) {
        return scaling(new Workspace(parameters(), capacity));
    }

    private static Topology buildTopology() {
        List<NetworkLayer> layers = new ArrayList<>();
        layers.add(new DenseLayer(
                "hidden1", LayerWiring.ABOVE, INPUTS, HIDDEN1_UNITS,
                Activation.TANH, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                HIDDEN1_WEIGHTS, HIDDEN1_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        layers.add(new DenseLayer(
                "output", LayerWiring.ABOVE, HIDDEN1_UNITS, OUTPUT_UNITS,
                Activation.SOFTMAX, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                OUTPUT_WEIGHTS, OUTPUT_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        return new Topology("Houses", INPUTS, layers);
    }

    /** Makes a {@code House} a row of features. Each constant is where the features of a component start. */
    private static final class HouseFeatures extends RecordFeatures<Houses.House> {
        static final HouseFeatures INSTANCE = new HouseFeatures();
        private static final int AREA = 0;
        private static final int ROOMS = AREA + 1;
        private static final int GARDEN = ROOMS + 1;
        private static final int CELLAR = GARDEN + 1;
        private static final int HEATING = CELLAR + 1;
        private static final int RENTS = HEATING + 3;
        private static final int ADDRESS = RENTS + 12;
        private static final int ADDRESS_ZIP = ADDRESS;
        private static final int ADDRESS_GRID = ADDRESS_ZIP + 1;
        private static final int SECOND = ADDRESS_GRID + 3;
        private static final int SECOND_ZIP = SECOND;
        private static final int SECOND_GRID = SECOND_ZIP + 1;
        private static final int COLUMNS = SECOND_GRID + 3;

        private HouseFeatures() {
            super(COLUMNS);
        }

        @Override
        public void write(Houses.House sample, float[] rows, int at) {
            rows[at + AREA] = number("area", sample.area());
            rows[at + ROOMS] = number("rooms", sample.rooms(), 0.0f);
            rows[at + GARDEN] = flag(sample.garden());
            rows[at + CELLAR] = flag("cellar", sample.cellar());
            oneHot("heating", sample.heating(), rows, at + HEATING, at + RENTS);
            elements("rents", sample.rents(), rows, at + RENTS, at + ADDRESS);
            writeAddress(present("address", sample.address()), rows, at);
            if (sample.second() == null) {
                fill(rows, at + SECOND, at + COLUMNS, -1.0f);
            } else {
                writeSecond(sample.second(), rows, at);
            }
        }

        private static void writeAddress(Houses.Address address, float[] rows, int at) {
            rows[at + ADDRESS_ZIP] = number("address.zip", address.zip());
            oneHot("address.grid", address.grid(), rows, at + ADDRESS_GRID, at + SECOND, 0.5f);
        }

        private static void writeSecond(Houses.Address second, float[] rows, int at) {
            rows[at + SECOND_ZIP] = number("second.zip", second.zip());
            oneHot("second.grid", second.grid(), rows, at + SECOND_GRID, at + COLUMNS, 0.5f);
        }

        @Override
        protected void describe(FeatureColumns columns) {
            columns.number("area");
            columns.number("rooms");
            columns.flag("garden");
            columns.flag("cellar");
            columns.oneHot("heating", Houses.Heating.values());
            columns.numbers("rents", ADDRESS - RENTS);
            columns.number("address.zip");
            columns.oneHot("address.grid", Houses.Heating.values());
            columns.number("second.zip");
            columns.oneHot("second.grid", Houses.Heating.values());
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

        /** Layer hidden1, {@code capacity x 8}. */
        private final float[] hidden1Z;
        private final float[] hidden1A;
        private float[] hidden1Dz = {};
        private float[] hidden1Da = {};

        /** Layer output, {@code capacity x 2}; dL/da is the caller's. */
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

        /** Forward through layer hidden1 (27 -> 8, tanh). */
        private void forwardHidden1(int rows) {
            // z = x·W + b
            Kernels.affine(inputs, inputOffset, p, HIDDEN1_WEIGHTS, HIDDEN1_BIASES, hidden1Z,
                    rows, INPUTS, HIDDEN1_UNITS);
            // a = tanh(z)
            Activations.tanh(hidden1Z, hidden1A, rows * HIDDEN1_UNITS);
        }

        /** Forward through layer output (8 -> 2, softmax). */
        private void forwardOutput(int rows) {
            // z = x·W + b
            if (rows == 1) {
                sampleOutput();
            } else {
                Kernels.affine(hidden1A, 0, p, OUTPUT_WEIGHTS, OUTPUT_BIASES, outputZ,
                        rows, HIDDEN1_UNITS, OUTPUT_UNITS);
            }
            // a = exp(z) / Σ exp(z)
            Softmax.forward(outputZ, outputA, rows, OUTPUT_UNITS);
        }

        /** z of layer output for a single sample, written out. */
        private void sampleOutput() {
            // x
            float x0 = hidden1A[0];
            float x1 = hidden1A[1];
            float x2 = hidden1A[2];
            float x3 = hidden1A[3];
            float x4 = hidden1A[4];
            float x5 = hidden1A[5];
            float x6 = hidden1A[6];
            float x7 = hidden1A[7];
            // W and b
            float w0_0 = p[OUTPUT_WEIGHTS];
            float w0_1 = p[OUTPUT_WEIGHTS + 1];
            float w1_0 = p[OUTPUT_WEIGHTS + OUTPUT_UNITS];
            float w1_1 = p[OUTPUT_WEIGHTS + OUTPUT_UNITS + 1];
            float w2_0 = p[OUTPUT_WEIGHTS + 2 * OUTPUT_UNITS];
            float w2_1 = p[OUTPUT_WEIGHTS + 2 * OUTPUT_UNITS + 1];
            float w3_0 = p[OUTPUT_WEIGHTS + 3 * OUTPUT_UNITS];
            float w3_1 = p[OUTPUT_WEIGHTS + 3 * OUTPUT_UNITS + 1];
            float w4_0 = p[OUTPUT_WEIGHTS + 4 * OUTPUT_UNITS];
            float w4_1 = p[OUTPUT_WEIGHTS + 4 * OUTPUT_UNITS + 1];
            float w5_0 = p[OUTPUT_WEIGHTS + 5 * OUTPUT_UNITS];
            float w5_1 = p[OUTPUT_WEIGHTS + 5 * OUTPUT_UNITS + 1];
            float w6_0 = p[OUTPUT_WEIGHTS + 6 * OUTPUT_UNITS];
            float w6_1 = p[OUTPUT_WEIGHTS + 6 * OUTPUT_UNITS + 1];
            float w7_0 = p[OUTPUT_WEIGHTS + 7 * OUTPUT_UNITS];
            float w7_1 = p[OUTPUT_WEIGHTS + 7 * OUTPUT_UNITS + 1];
            float b0 = p[OUTPUT_BIASES];
            float b1 = p[OUTPUT_BIASES + 1];
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
            outputZ[0] = z0;
            float z1 = b1;
            z1 = Math.fma(x0, w0_1, z1);
            z1 = Math.fma(x1, w1_1, z1);
            z1 = Math.fma(x2, w2_1, z1);
            z1 = Math.fma(x3, w3_1, z1);
            z1 = Math.fma(x4, w4_1, z1);
            z1 = Math.fma(x5, w5_1, z1);
            z1 = Math.fma(x6, w6_1, z1);
            z1 = Math.fma(x7, w7_1, z1);
            outputZ[1] = z1;
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

        /** Backward through layer output (8 -> 2, softmax). */
        private void backwardOutput(int rows) {
            // dL/dx = dL/dz·Wᵀ, which is dL/da of layer hidden1
            Kernels.inputGradients(outputDz, p, OUTPUT_WEIGHTS, hidden1Da,
                    rows, HIDDEN1_UNITS, OUTPUT_UNITS);
        }

        /** Backward through layer hidden1 (27 -> 8, tanh). */
        private void backwardHidden1(int rows) {
            // a = tanh(z), f'(z) = 1 - a²
            // dL/dz = dL/da·f'(z)
            Activations.tanhBackward(hidden1Z, hidden1A, hidden1Da, hidden1Dz,
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
