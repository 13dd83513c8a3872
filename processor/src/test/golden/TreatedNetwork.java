package demo;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.runtime.GeneratedNetwork;
import dev.netwright.runtime.GeneratedPass;
import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.PredictionCapacity;
import dev.netwright.runtime.kernel.Activations;
import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.kernel.Kernels;
import dev.netwright.runtime.kernel.LayerNormalization;
import dev.netwright.runtime.kernel.Merging;
import dev.netwright.runtime.kernel.Softmax;
import dev.netwright.runtime.topology.DenseLayer;
import dev.netwright.runtime.topology.LayerPooling;
import dev.netwright.runtime.topology.LayerTraining;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.LayerWiring;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.runtime.topology.WeightlessLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The network that {@code Treated} declares: 20 features in, 3 outputs out.
 *
 * <pre>{@code
 * layer   shape     activation                      parameters  multiply-adds
 * noisy   20 -> 20  identity, dropout 0.1                    0              0
 * lift    20 -> 16  tanh, dropout 0.5                      336            320
 * block   16 -> 16  layer norm, gelu, dropout 0.25         304            256
 * normal  16 -> 16  layer norm, identity                    32              0
 * output  16 -> 3   layer norm, softmax                     57             48
 * total                                                    729            624
 * }</pre>
 *
 * <p>Every sample is a row. A layer's input x is a row vector, its weights W are {@code inputs x units}, and its
 * pre-activation z = x·W + b is what textbooks that write samples as columns call z = W·x + b.
 *
 * <p>Forward, in this order; a name stands for the output of that layer:
 *
 * <pre>{@code
 * noisy               z = input                        a = z                                     d = a·m
 * lift    x = noisy   z = x·W + b                      a = tanh(z)                               d = a·m
 * block   x = lift    u = x·W + b  z = gain·n + shift  a = z·Φ(z), Φ(z) = (1 + erf(z / √2)) / 2  d = a·m  y = d + lift
 * normal              u = block    z = gain·n + shift  a = z
 * output  x = normal  u = x·W + b  z = gain·n + shift  a = exp(z) / Σ exp(z)
 * }</pre>
 *
 * <p>Where a layer is normalised, {@code n = (u - mean) / √(variance + ε)}, with a mean and a variance for each sample
 * over all units of the layer; ε is 1e-5. Back again {@code dL/du = (g - mean(g) - n·mean(g·n)) / √(variance + ε)}
 * with {@code g = gain·dL/dz}. In the gradients of weights, biases and x, dL/du takes the place of dL/dz, and
 * {@code dgain = Σ n·dL/dz}, {@code dshift = Σ dL/dz}.
 *
 * <p>A layer with dropout hands on d in place of a. In a pass of training m is 0 with the layer's rate as its
 * probability and 1 / (1 - rate) elsewhere; what it is handed back is dL/dd, and {@code dL/da = dL/dd·m}. In
 * every other pass d = a.
 *
 * <p>Backward, from the last layer to the first, by the chain rule for a loss L:
 *
 * <pre>{@code
 * output  dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)
 * normal  dL/dz = dL/da
 * block   dL/dz = dL/da·f'(z), f'(z) = Φ(z) + z·φ(z), φ(z) = exp(-z² / 2) / √(2π)
 * lift    dL/dz = dL/da·f'(z), f'(z) = 1 - a²
 * noisy   dL/dz = dL/da
 * }</pre>
 *
 * <p>With dL/dz every layer has the gradients of its weights, {@code dW = xᵀ·dL/dz}, and of its biases,
 * {@code db = Σ dL/dz}, both summed over the samples, and hands {@code dL/dx = dL/dz·Wᵀ} to what it reads,
 * which calls the sum of all that it is handed dL/da.
 *
 * <p>All parameters live in one array: layer after layer its weights, row-major, and then its biases, gains and shifts.
 */
@Generated("dev.netwright.processor.NetworkProcessor")
public final class TreatedNetwork extends GeneratedNetwork implements Treated {
    /** Features of one sample. */
    private static final int INPUTS = 20;

    /** Layer noisy: its units, which are the columns that it reads. */
    private static final int NOISY_UNITS = INPUTS;

    /** Layer lift: its units, and where its weights, {@code 20 x 16}, and its biases start. */
    private static final int LIFT_UNITS = 16;
    private static final int LIFT_WEIGHTS = 0;
    private static final int LIFT_BIASES = LIFT_WEIGHTS + NOISY_UNITS * LIFT_UNITS;

    /** Layer block: its units, and where its weights, {@code 16 x 16}, its biases, its gains and its shifts start. */
    private static final int BLOCK_UNITS = 16;
    private static final int BLOCK_WEIGHTS = LIFT_BIASES + LIFT_UNITS;
    private static final int BLOCK_BIASES = BLOCK_WEIGHTS + LIFT_UNITS * BLOCK_UNITS;
    private static final int BLOCK_GAINS = BLOCK_BIASES + BLOCK_UNITS;
    private static final int BLOCK_SHIFTS = BLOCK_GAINS + BLOCK_UNITS;

    /** Layer normal: its units, which are the columns that it reads, and where its gains and shifts start. */
    private static final int NORMAL_UNITS = BLOCK_UNITS;
    private static final int NORMAL_GAINS = BLOCK_SHIFTS + BLOCK_UNITS;
    private static final int NORMAL_SHIFTS = NORMAL_GAINS + NORMAL_UNITS;

    /** Layer output: its units, and where its weights, {@code 16 x 3}, its biases, its gains and its shifts start. */
    private static final int OUTPUT_UNITS = 3;
    private static final int OUTPUT_WEIGHTS = NORMAL_SHIFTS + NORMAL_UNITS;
    private static final int OUTPUT_BIASES = OUTPUT_WEIGHTS + NORMAL_UNITS * OUTPUT_UNITS;
    private static final int OUTPUT_GAINS = OUTPUT_BIASES + OUTPUT_UNITS;
    private static final int OUTPUT_SHIFTS = OUTPUT_GAINS + OUTPUT_UNITS;

    /** What the network says of itself. */
    private static final Topology TOPOLOGY = buildTopology();

    private TreatedNetwork(long seed) {
        super(TOPOLOGY, seed);
    }

    private TreatedNetwork(float[] parameters) {
        super(TOPOLOGY, parameters);
    }

    /**
     * A network with fresh parameters.
     *
     * @param seed fixes every one of them
     * @return a new network
     */
    public static TreatedNetwork create(long seed) {
        return new TreatedNetwork(seed);
    }

    /**
     * A network with a copy of the given parameters.
     * How features are scaled is not among them: nothing scales them until {@link #standardize} is called.
     *
     * @param parameters of every layer its weights and then its biases
     * @return a new network
     * @throws IllegalArgumentException if there are not exactly 729
     */
    public static TreatedNetwork of(float[] parameters) {
        return new TreatedNetwork(parameters);
    }

    /**
     * A network that {@code save} has kept.
     *
     * @param file safetensors, as {@link ModelFile} says
     * @return a new network
     * @throws IOException if the file cannot be read, is damaged or is of another network
     */
    public static TreatedNetwork load(Path file) throws IOException {
        TreatedNetwork network = new TreatedNetwork(new float[TOPOLOGY.parameterCount()]);
        ModelFile.read(file).copyTo(network);
        return network;
    }

    @Override
    public TreatedNetwork copy() {
        return scaling(new TreatedNetwork(parameters()));
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
        layers.add(new WeightlessLayer(
                "noisy", LayerWiring.ABOVE, NOISY_UNITS,
                Activation.IDENTITY, /* alpha= */ Float.NaN, LayerPooling.none(),
                new LayerTreatment(/* dropout= */ 0.1f)));
        layers.add(new DenseLayer(
                "lift", LayerWiring.ABOVE, NOISY_UNITS, LIFT_UNITS,
                Activation.TANH, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                LIFT_WEIGHTS, LIFT_BIASES,
                LayerTraining.PLAIN,
                new LayerTreatment(/* dropout= */ 0.5f)));
        layers.add(new DenseLayer(
                "block", new LayerWiring(List.of("lift"), Merge.CONCATENATE, /* residual= */ "lift"),
                LIFT_UNITS, BLOCK_UNITS,
                Activation.GELU, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.HE_NORMAL, /* constant= */ Float.NaN,
                BLOCK_WEIGHTS, BLOCK_BIASES,
                LayerTraining.PLAIN,
                new LayerTreatment(Normalization.LAYER, BLOCK_GAINS, /* dropout= */ 0.25f)));
        layers.add(new WeightlessLayer(
                "normal", LayerWiring.ABOVE, NORMAL_UNITS,
                Activation.IDENTITY, /* alpha= */ Float.NaN, LayerPooling.none(),
                new LayerTreatment(Normalization.LAYER, NORMAL_GAINS, /* dropout= */ 0.0f)));
        layers.add(new DenseLayer(
                "output", LayerWiring.ABOVE, NORMAL_UNITS, OUTPUT_UNITS,
                Activation.SOFTMAX, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                OUTPUT_WEIGHTS, OUTPUT_BIASES,
                LayerTraining.PLAIN,
                new LayerTreatment(Normalization.LAYER, OUTPUT_GAINS, /* dropout= */ 0.0f)));
        return new Topology("Treated", INPUTS, layers);
    }

    /**
     * One thread's arrays, a row for each sample, and the passes over them. Of a layer, Z is z, A is a, Dz is dL/dz and
     * Da is dL/da; the last two are empty until the first backward pass.
     * Where a layer merges X is x, with a residual Y is y = a + r, Dx is dL/dx, and Part is one part of a gradient that is
     * added to others.
     * Where a layer is normalised, Z is u before it is z, N is n, Inverse is 1 / √(variance + ε), and Du is dL/du.
     * What only the way back needs, and each layer after the other, shares arrays.
     * In passes that only predict activations share arrays too: 61 floats a row instead of 160.
     * D is d, which is a itself or, in training, Dropped, a with some dropped by the factors in Mask.
     *
     * <p>For a single sample small layers are written out: w2_1 is the weight from input 2 to unit 1, x2 and z1
     * are that input and that unit's pre-activation, and {@code Math.fma(x2, w2_1, z1)} is x2·w2_1 + z1,
     * rounded once.
     */
    private static final class Workspace extends GeneratedPass {
        /** The network's live parameters. */
        private final float[] p;

        /** Layer noisy, {@code capacity x 20}; z is also a, and dL/dz is also dL/da. */
        private final float[] noisyZ;
        private float[] noisyD = {};
        private float[] noisyMask = {};
        private float[] noisyDropped = {};
        private float[] noisyDz = {};

        /** Layer lift, {@code capacity x 16}. */
        private final float[] liftZ;
        private final float[] liftA;
        private float[] liftD = {};
        private float[] liftMask = {};
        private float[] liftDropped = {};
        private float[] liftDz = {};
        private float[] liftDa = {};

        /** Layer block, {@code capacity x 16}. */
        private final float[] blockZ;
        private final float[] blockN;
        private final float[] blockInverse;
        private final float[] blockA;
        private final float[] blockY;
        private float[] blockD = {};
        private float[] blockMask = {};
        private float[] blockDropped = {};
        private float[] blockDz = {};
        private float[] blockDu = {};
        private float[] blockDy = {};

        /** Layer normal, {@code capacity x 16}; z is also a, and dL/dz is also dL/da. */
        private final float[] normalZ;
        private final float[] normalN;
        private final float[] normalInverse;
        private float[] normalDz = {};
        private float[] normalDu = {};

        /** Layer output, {@code capacity x 3}; dL/da is the caller's. */
        private final float[] outputZ;
        private final float[] outputN;
        private final float[] outputInverse;
        private final float[] outputA;
        private float[] outputDz = {};
        private float[] outputDu = {};

        /** One after the other blockDa, blockDx, {@code capacity x 16}. */
        private float[] shared = {};

        Workspace(float[] parameters, int capacity) {
            super(TOPOLOGY, capacity);
            p = parameters;
            noisyZ = new float[capacity * NOISY_UNITS];
            liftZ = new float[capacity * LIFT_UNITS];
            liftA = new float[capacity * LIFT_UNITS];
            blockZ = new float[capacity * BLOCK_UNITS];
            blockN = new float[capacity * BLOCK_UNITS];
            blockInverse = new float[capacity];
            blockA = new float[capacity * BLOCK_UNITS];
            blockY = new float[capacity * BLOCK_UNITS];
            normalZ = new float[capacity * NORMAL_UNITS];
            normalN = new float[capacity * NORMAL_UNITS];
            normalInverse = new float[capacity];
            outputZ = new float[capacity * OUTPUT_UNITS];
            outputN = new float[capacity * OUTPUT_UNITS];
            outputInverse = new float[capacity];
            outputA = new float[capacity * OUTPUT_UNITS];
        }

        /** For predictions alone, after which nothing goes back: an array serves again once all have read it. */
        Workspace(float[] parameters, PredictionCapacity predictions) {
            super(TOPOLOGY, predictions);
            int capacity = predictions.rows();
            p = parameters;
            noisyZ = new float[capacity * NOISY_UNITS];
            liftZ = new float[capacity * LIFT_UNITS];
            liftA = noisyZ;
            blockZ = liftZ;
            blockN = new float[capacity * BLOCK_UNITS];
            blockInverse = new float[capacity];
            blockA = blockN;
            blockY = liftZ;
            normalZ = blockN;
            normalN = liftZ;
            normalInverse = new float[capacity];
            outputZ = new float[capacity * OUTPUT_UNITS];
            outputN = liftZ;
            outputInverse = new float[capacity];
            outputA = new float[capacity * OUTPUT_UNITS];
        }

        @Override
        protected void allocateBackward(int capacity) {
            noisyMask = new float[capacity * NOISY_UNITS];
            noisyDropped = new float[capacity * NOISY_UNITS];
            noisyDz = new float[capacity * NOISY_UNITS];
            liftMask = new float[capacity * LIFT_UNITS];
            liftDropped = new float[capacity * LIFT_UNITS];
            liftDz = new float[capacity * LIFT_UNITS];
            liftDa = new float[capacity * LIFT_UNITS];
            blockMask = new float[capacity * BLOCK_UNITS];
            blockDropped = new float[capacity * BLOCK_UNITS];
            blockDz = new float[capacity * BLOCK_UNITS];
            blockDu = new float[capacity * BLOCK_UNITS];
            blockDy = new float[capacity * BLOCK_UNITS];
            normalDz = new float[capacity * NORMAL_UNITS];
            normalDu = new float[capacity * NORMAL_UNITS];
            outputDz = new float[capacity * OUTPUT_UNITS];
            outputDu = new float[capacity * OUTPUT_UNITS];
            shared = new float[capacity * BLOCK_UNITS];
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
            forwardNoisy(rows);
            forwardLift(rows);
            forwardBlock(rows);
            forwardNormal(rows);
            forwardOutput(rows);
        }

        /** Forward through layer noisy (20 -> 20, identity, dropout 0.1). */
        private void forwardNoisy(int rows) {
            // z = input
            System.arraycopy(inputs, inputOffset, noisyZ, 0, rows * NOISY_UNITS);
            // a = z, in the same array
            // d = a; in training d = a·m, where m is 0 with probability 0.1, else 1 / (1 - 0.1)
            noisyD = noisyZ;
            if (isTraining) {
                Dropout.mask(seed, step, /* layer= */ 0, firstRow, /* rate= */ 0.1f, noisyMask,
                        rows, NOISY_UNITS);
                Merging.multiply(noisyZ, 0, noisyMask, 0, noisyDropped, 0, rows * NOISY_UNITS);
                noisyD = noisyDropped;
            }
        }

        /** Forward through layer lift (20 -> 16, tanh, dropout 0.5). */
        private void forwardLift(int rows) {
            // z = x·W + b
            Kernels.affine(noisyD, 0, p, LIFT_WEIGHTS, LIFT_BIASES, liftZ,
                    rows, NOISY_UNITS, LIFT_UNITS);
            // a = tanh(z)
            Activations.tanh(liftZ, liftA, rows * LIFT_UNITS);
            // d = a; in training d = a·m, where m is 0 with probability 0.5, else 1 / (1 - 0.5)
            liftD = liftA;
            if (isTraining) {
                Dropout.mask(seed, step, /* layer= */ 1, firstRow, /* rate= */ 0.5f, liftMask,
                        rows, LIFT_UNITS);
                Merging.multiply(liftA, 0, liftMask, 0, liftDropped, 0, rows * LIFT_UNITS);
                liftD = liftDropped;
            }
        }

        /** Forward through layer block (16 -> 16, layer norm, gelu, dropout 0.25). */
        private void forwardBlock(int rows) {
            // u = x·W + b
            Kernels.affine(liftD, 0, p, BLOCK_WEIGHTS, BLOCK_BIASES, blockZ,
                    rows, LIFT_UNITS, BLOCK_UNITS);
            // n = (u - mean) / √(variance + ε), z = gain·n + shift, in the array of u
            LayerNormalization.forward(blockZ, p, BLOCK_GAINS, BLOCK_SHIFTS, /* epsilon= */ 1.0E-5f,
                    blockN, blockInverse, blockZ, rows, BLOCK_UNITS);
            // a = z·Φ(z), Φ(z) = (1 + erf(z / √2)) / 2
            Activations.gelu(blockZ, blockA, rows * BLOCK_UNITS);
            // d = a; in training d = a·m, where m is 0 with probability 0.25, else 1 / (1 - 0.25)
            blockD = blockA;
            if (isTraining) {
                Dropout.mask(seed, step, /* layer= */ 2, firstRow, /* rate= */ 0.25f, blockMask,
                        rows, BLOCK_UNITS);
                Merging.multiply(blockA, 0, blockMask, 0, blockDropped, 0, rows * BLOCK_UNITS);
                blockD = blockDropped;
            }
            // y = d + lift
            Merging.add(blockD, 0, liftD, 0, blockY, 0, rows * BLOCK_UNITS);
        }

        /** Forward through layer normal (16 -> 16, layer norm, identity). */
        private void forwardNormal(int rows) {
            // u = block
            System.arraycopy(blockY, 0, normalZ, 0, rows * NORMAL_UNITS);
            // n = (u - mean) / √(variance + ε), z = gain·n + shift, in the array of u
            LayerNormalization.forward(normalZ, p, NORMAL_GAINS, NORMAL_SHIFTS,
                    /* epsilon= */ 1.0E-5f,
                    normalN, normalInverse, normalZ, rows, NORMAL_UNITS);
            // a = z, in the same array
        }

        /** Forward through layer output (16 -> 3, layer norm, softmax). */
        private void forwardOutput(int rows) {
            // u = x·W + b
            if (rows == 1) {
                sampleOutput();
            } else {
                Kernels.affine(normalZ, 0, p, OUTPUT_WEIGHTS, OUTPUT_BIASES, outputZ,
                        rows, NORMAL_UNITS, OUTPUT_UNITS);
            }
            // n = (u - mean) / √(variance + ε), z = gain·n + shift, in the array of u
            LayerNormalization.forward(outputZ, p, OUTPUT_GAINS, OUTPUT_SHIFTS,
                    /* epsilon= */ 1.0E-5f,
                    outputN, outputInverse, outputZ, rows, OUTPUT_UNITS);
            // a = exp(z) / Σ exp(z)
            Softmax.forward(outputZ, outputA, rows, OUTPUT_UNITS);
        }

        /** u of layer output for a single sample, written out. */
        private void sampleOutput() {
            // x
            float x0 = normalZ[0];
            float x1 = normalZ[1];
            float x2 = normalZ[2];
            float x3 = normalZ[3];
            float x4 = normalZ[4];
            float x5 = normalZ[5];
            float x6 = normalZ[6];
            float x7 = normalZ[7];
            float x8 = normalZ[8];
            float x9 = normalZ[9];
            float x10 = normalZ[10];
            float x11 = normalZ[11];
            float x12 = normalZ[12];
            float x13 = normalZ[13];
            float x14 = normalZ[14];
            float x15 = normalZ[15];
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
            float w4_0 = p[OUTPUT_WEIGHTS + 4 * OUTPUT_UNITS];
            float w4_1 = p[OUTPUT_WEIGHTS + 4 * OUTPUT_UNITS + 1];
            float w4_2 = p[OUTPUT_WEIGHTS + 4 * OUTPUT_UNITS + 2];
            float w5_0 = p[OUTPUT_WEIGHTS + 5 * OUTPUT_UNITS];
            float w5_1 = p[OUTPUT_WEIGHTS + 5 * OUTPUT_UNITS + 1];
            float w5_2 = p[OUTPUT_WEIGHTS + 5 * OUTPUT_UNITS + 2];
            float w6_0 = p[OUTPUT_WEIGHTS + 6 * OUTPUT_UNITS];
            float w6_1 = p[OUTPUT_WEIGHTS + 6 * OUTPUT_UNITS + 1];
            float w6_2 = p[OUTPUT_WEIGHTS + 6 * OUTPUT_UNITS + 2];
            float w7_0 = p[OUTPUT_WEIGHTS + 7 * OUTPUT_UNITS];
            float w7_1 = p[OUTPUT_WEIGHTS + 7 * OUTPUT_UNITS + 1];
            float w7_2 = p[OUTPUT_WEIGHTS + 7 * OUTPUT_UNITS + 2];
            float w8_0 = p[OUTPUT_WEIGHTS + 8 * OUTPUT_UNITS];
            float w8_1 = p[OUTPUT_WEIGHTS + 8 * OUTPUT_UNITS + 1];
            float w8_2 = p[OUTPUT_WEIGHTS + 8 * OUTPUT_UNITS + 2];
            float w9_0 = p[OUTPUT_WEIGHTS + 9 * OUTPUT_UNITS];
            float w9_1 = p[OUTPUT_WEIGHTS + 9 * OUTPUT_UNITS + 1];
            float w9_2 = p[OUTPUT_WEIGHTS + 9 * OUTPUT_UNITS + 2];
            float w10_0 = p[OUTPUT_WEIGHTS + 10 * OUTPUT_UNITS];
            float w10_1 = p[OUTPUT_WEIGHTS + 10 * OUTPUT_UNITS + 1];
            float w10_2 = p[OUTPUT_WEIGHTS + 10 * OUTPUT_UNITS + 2];
            float w11_0 = p[OUTPUT_WEIGHTS + 11 * OUTPUT_UNITS];
            float w11_1 = p[OUTPUT_WEIGHTS + 11 * OUTPUT_UNITS + 1];
            float w11_2 = p[OUTPUT_WEIGHTS + 11 * OUTPUT_UNITS + 2];
            float w12_0 = p[OUTPUT_WEIGHTS + 12 * OUTPUT_UNITS];
            float w12_1 = p[OUTPUT_WEIGHTS + 12 * OUTPUT_UNITS + 1];
            float w12_2 = p[OUTPUT_WEIGHTS + 12 * OUTPUT_UNITS + 2];
            float w13_0 = p[OUTPUT_WEIGHTS + 13 * OUTPUT_UNITS];
            float w13_1 = p[OUTPUT_WEIGHTS + 13 * OUTPUT_UNITS + 1];
            float w13_2 = p[OUTPUT_WEIGHTS + 13 * OUTPUT_UNITS + 2];
            float w14_0 = p[OUTPUT_WEIGHTS + 14 * OUTPUT_UNITS];
            float w14_1 = p[OUTPUT_WEIGHTS + 14 * OUTPUT_UNITS + 1];
            float w14_2 = p[OUTPUT_WEIGHTS + 14 * OUTPUT_UNITS + 2];
            float w15_0 = p[OUTPUT_WEIGHTS + 15 * OUTPUT_UNITS];
            float w15_1 = p[OUTPUT_WEIGHTS + 15 * OUTPUT_UNITS + 1];
            float w15_2 = p[OUTPUT_WEIGHTS + 15 * OUTPUT_UNITS + 2];
            float b0 = p[OUTPUT_BIASES];
            float b1 = p[OUTPUT_BIASES + 1];
            float b2 = p[OUTPUT_BIASES + 2];
            // u = x·W + b
            float u0 = b0;
            u0 = Math.fma(x0, w0_0, u0);
            u0 = Math.fma(x1, w1_0, u0);
            u0 = Math.fma(x2, w2_0, u0);
            u0 = Math.fma(x3, w3_0, u0);
            u0 = Math.fma(x4, w4_0, u0);
            u0 = Math.fma(x5, w5_0, u0);
            u0 = Math.fma(x6, w6_0, u0);
            u0 = Math.fma(x7, w7_0, u0);
            u0 = Math.fma(x8, w8_0, u0);
            u0 = Math.fma(x9, w9_0, u0);
            u0 = Math.fma(x10, w10_0, u0);
            u0 = Math.fma(x11, w11_0, u0);
            u0 = Math.fma(x12, w12_0, u0);
            u0 = Math.fma(x13, w13_0, u0);
            u0 = Math.fma(x14, w14_0, u0);
            u0 = Math.fma(x15, w15_0, u0);
            outputZ[0] = u0;
            float u1 = b1;
            u1 = Math.fma(x0, w0_1, u1);
            u1 = Math.fma(x1, w1_1, u1);
            u1 = Math.fma(x2, w2_1, u1);
            u1 = Math.fma(x3, w3_1, u1);
            u1 = Math.fma(x4, w4_1, u1);
            u1 = Math.fma(x5, w5_1, u1);
            u1 = Math.fma(x6, w6_1, u1);
            u1 = Math.fma(x7, w7_1, u1);
            u1 = Math.fma(x8, w8_1, u1);
            u1 = Math.fma(x9, w9_1, u1);
            u1 = Math.fma(x10, w10_1, u1);
            u1 = Math.fma(x11, w11_1, u1);
            u1 = Math.fma(x12, w12_1, u1);
            u1 = Math.fma(x13, w13_1, u1);
            u1 = Math.fma(x14, w14_1, u1);
            u1 = Math.fma(x15, w15_1, u1);
            outputZ[1] = u1;
            float u2 = b2;
            u2 = Math.fma(x0, w0_2, u2);
            u2 = Math.fma(x1, w1_2, u2);
            u2 = Math.fma(x2, w2_2, u2);
            u2 = Math.fma(x3, w3_2, u2);
            u2 = Math.fma(x4, w4_2, u2);
            u2 = Math.fma(x5, w5_2, u2);
            u2 = Math.fma(x6, w6_2, u2);
            u2 = Math.fma(x7, w7_2, u2);
            u2 = Math.fma(x8, w8_2, u2);
            u2 = Math.fma(x9, w9_2, u2);
            u2 = Math.fma(x10, w10_2, u2);
            u2 = Math.fma(x11, w11_2, u2);
            u2 = Math.fma(x12, w12_2, u2);
            u2 = Math.fma(x13, w13_2, u2);
            u2 = Math.fma(x14, w14_2, u2);
            u2 = Math.fma(x15, w15_2, u2);
            outputZ[2] = u2;
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
            backwardNormal(rows);
            backwardBlock(rows);
            backwardLift(rows);
            backwardNoisy(rows);
        }

        /** Backward through layer output (16 -> 3, layer norm, softmax). */
        private void backwardOutput(int rows) {
            // dL/du = (g - mean(g) - n·mean(g·n)) / √(variance + ε), g = gain·dL/dz
            LayerNormalization.backward(outputDz, outputN, outputInverse, p, OUTPUT_GAINS, outputDu,
                    rows, OUTPUT_UNITS);
            // dL/dx = dL/du·Wᵀ, which is dL/da of layer normal
            Kernels.inputGradients(outputDu, p, OUTPUT_WEIGHTS, normalDz,
                    rows, NORMAL_UNITS, OUTPUT_UNITS);
        }

        /** Backward through layer normal (16 -> 16, layer norm, identity). */
        private void backwardNormal(int rows) {
            // dL/dz = dL/da, in the same array
            // dL/du = (g - mean(g) - n·mean(g·n)) / √(variance + ε), g = gain·dL/dz
            LayerNormalization.backward(normalDz, normalN, normalInverse, p, NORMAL_GAINS, normalDu,
                    rows, NORMAL_UNITS);
            // dL/da of block = dL/du
            System.arraycopy(normalDu, 0, blockDy, 0, rows * BLOCK_UNITS);
        }

        /** Backward through layer block (16 -> 16, layer norm, gelu, dropout 0.25). */
        private void backwardBlock(int rows) {
            // dL/da = dL/dd; after a pass of training dL/da = dL/dd·m
            if (isTraining) {
                Merging.multiply(blockDy, 0, blockMask, 0, shared, 0, rows * BLOCK_UNITS);
            } else {
                System.arraycopy(blockDy, 0, shared, 0, rows * BLOCK_UNITS);
            }
            // a = z·Φ(z), Φ(z) = (1 + erf(z / √2)) / 2, f'(z) = Φ(z) + z·φ(z), φ(z) = exp(-z² / 2) / √(2π)
            // dL/dz = dL/da·f'(z)
            Activations.geluBackward(blockZ, blockA, shared, blockDz, rows * BLOCK_UNITS);
            // dL/du = (g - mean(g) - n·mean(g·n)) / √(variance + ε), g = gain·dL/dz
            LayerNormalization.backward(blockDz, blockN, blockInverse, p, BLOCK_GAINS, blockDu,
                    rows, BLOCK_UNITS);
            // dL/dx = dL/du·Wᵀ
            Kernels.inputGradients(blockDu, p, BLOCK_WEIGHTS, shared,
                    rows, LIFT_UNITS, BLOCK_UNITS);
            // dL/da of lift = dL/dy
            System.arraycopy(blockDy, 0, liftDa, 0, rows * LIFT_UNITS);
            // dL/da of lift += dL/dx
            Merging.add(shared, 0, liftDa, 0, liftDa, 0, rows * LIFT_UNITS);
        }

        /** Backward through layer lift (20 -> 16, tanh, dropout 0.5). */
        private void backwardLift(int rows) {
            // dL/da = dL/dd; after a pass of training dL/da = dL/dd·m
            if (isTraining) {
                Merging.multiply(liftDa, 0, liftMask, 0, liftDa, 0, rows * LIFT_UNITS);
            }
            // a = tanh(z), f'(z) = 1 - a²
            // dL/dz = dL/da·f'(z)
            Activations.tanhBackward(liftZ, liftA, liftDa, liftDz, rows * LIFT_UNITS);
            // dL/dx = dL/dz·Wᵀ, which is dL/da of layer noisy
            Kernels.inputGradients(liftDz, p, LIFT_WEIGHTS, noisyDz,
                    rows, NOISY_UNITS, LIFT_UNITS);
        }

        /** Backward through layer noisy (20 -> 20, identity, dropout 0.1). */
        private void backwardNoisy(int rows) {
            // dL/da = dL/dd; after a pass of training dL/da = dL/dd·m
            if (isTraining) {
                Merging.multiply(noisyDz, 0, noisyMask, 0, noisyDz, 0, rows * NOISY_UNITS);
            }
            // dL/dz = dL/da, in the same array
        }

        /** From dL/dz of every layer to the gradients of all parameters. */
        @Override
        protected void computeGradients(float[] gradients, int rows, GradientShare share) {
            gradientsOutput(gradients, rows, share);
            gradientsNormal(gradients, rows, share);
            gradientsBlock(gradients, rows, share);
            gradientsLift(gradients, rows, share);
        }

        /** The gradients of layer output. */
        private void gradientsOutput(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/du
            Kernels.weightGradients(normalZ, 0, outputDu, gradients, OUTPUT_WEIGHTS,
                    rows, NORMAL_UNITS, OUTPUT_UNITS, share);
            // db = Σ dL/du
            Kernels.biasGradients(outputDu, gradients, OUTPUT_BIASES, rows, OUTPUT_UNITS, share);
            // dgain = Σ n·dL/dz
            LayerNormalization.gainGradients(outputDz, outputN, gradients, OUTPUT_GAINS,
                    rows, OUTPUT_UNITS, share);
            // dshift = Σ dL/dz
            LayerNormalization.shiftGradients(outputDz, gradients, OUTPUT_SHIFTS,
                    rows, OUTPUT_UNITS, share);
        }

        /** The gradients of layer normal. */
        private void gradientsNormal(float[] gradients, int rows, GradientShare share) {
            // dgain = Σ n·dL/dz
            LayerNormalization.gainGradients(normalDz, normalN, gradients, NORMAL_GAINS,
                    rows, NORMAL_UNITS, share);
            // dshift = Σ dL/dz
            LayerNormalization.shiftGradients(normalDz, gradients, NORMAL_SHIFTS,
                    rows, NORMAL_UNITS, share);
        }

        /** The gradients of layer block. */
        private void gradientsBlock(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/du
            Kernels.weightGradients(liftD, 0, blockDu, gradients, BLOCK_WEIGHTS,
                    rows, LIFT_UNITS, BLOCK_UNITS, share);
            // db = Σ dL/du
            Kernels.biasGradients(blockDu, gradients, BLOCK_BIASES, rows, BLOCK_UNITS, share);
            // dgain = Σ n·dL/dz
            LayerNormalization.gainGradients(blockDz, blockN, gradients, BLOCK_GAINS,
                    rows, BLOCK_UNITS, share);
            // dshift = Σ dL/dz
            LayerNormalization.shiftGradients(blockDz, gradients, BLOCK_SHIFTS,
                    rows, BLOCK_UNITS, share);
        }

        /** The gradients of layer lift. */
        private void gradientsLift(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(noisyD, 0, liftDz, gradients, LIFT_WEIGHTS,
                    rows, NOISY_UNITS, LIFT_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(liftDz, gradients, LIFT_BIASES, rows, LIFT_UNITS, share);
        }

        /** From dL/dz of layer noisy to the gradient of the network's input. */
        @Override
        protected void computeInputGradients(float[] inputGradients, int rows) {
            // dL/dinput = dL/dz
            System.arraycopy(noisyDz, 0, inputGradients, 0, rows * INPUTS);
        }
    }
}
