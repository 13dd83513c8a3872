package demo;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.runtime.BatchStatistics;
import dev.netwright.runtime.GeneratedNetwork;
import dev.netwright.runtime.GeneratedPass;
import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.PredictionCapacity;
import dev.netwright.runtime.kernel.Activations;
import dev.netwright.runtime.kernel.ConvolutionShape;
import dev.netwright.runtime.kernel.Convolutions;
import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.kernel.Kernels;
import dev.netwright.runtime.kernel.LayerNormalization;
import dev.netwright.runtime.kernel.Merging;
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
import dev.netwright.runtime.topology.WeightlessLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The network that {@code Batched} declares: 128 features in, 3 outputs out.
 *
 * <pre>{@code
 * layer     shape           activation                     parameters  multiply-adds
 * pixels    8x8x2 -> 8x8x2  batch norm, identity                    4              0
 * features  8x8x2 -> 3x3x4  batch norm, relu                       80          2,592
 * block     3x3x4 -> 36     batch norm, relu, dropout 0.5       1,368          1,296
 * narrow    36 -> 10        layer norm, relu                      390            360
 * output    10 -> 3         batch norm, softmax, frozen            39             30
 * total                                                         1,881          4,278
 * }</pre>
 *
 * <p>Every sample is a row. A layer's input x is a row vector, its weights W are {@code inputs x units}, and its
 * pre-activation z = x·W + b is what textbooks that write samples as columns call z = W·x + b.
 *
 * <p>Forward, in this order; a name stands for the output of that layer:
 *
 * <pre>{@code
 * pixels                  u = input       z = gain·n + shift  a = z
 * features  x = pixels    u = patch(x)·W  z = gain·n + shift  a = max(0, z)          p = max a over each window
 * block     x = features  u = x·W         z = gain·n + shift  a = max(0, z)                                      d = a·m  y = d + features
 * narrow    x = block     u = x·W + b     z = gain·n + shift  a = max(0, z)
 * output    x = narrow    u = x·W + b     z = gain·n + shift  a = exp(z) / Σ exp(z)
 * }</pre>
 *
 * <p>A convolution has one row vector patch(x) for every place of its kernel: the pixels that the kernel covers
 * there, row by row, each with its channels. z has a pixel for every patch, and b is added to each.
 *
 * <p>Where a layer has batch norm, {@code n = (u - mean) / √(variance + ε)}, with a mean and a variance for each of its
 * columns over the batch, or for each of its channels over the batch and all pixels; ε is 1e-5. Every pass but those
 * of training takes running ones, which training moves a tenth of the way to those of its batches. Back again
 * {@code dL/du = gain·(dL/dz - mean(dL/dz) - n·mean(n·dL/dz)) / √(variance + ε)} with means over
 * the batch, or, where mean and variance are running ones and so constants, 0. In the gradients of weights, biases
 * and x, dL/du takes the place of dL/dz, and {@code dgain = Σ n·dL/dz}, {@code dshift = Σ dL/dz}.
 *
 * <p>Where a layer has layer norm, {@code n = (u - mean) / √(variance + ε)}, with a mean and a variance for each sample
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
 * output    dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)
 * narrow    dL/dz = dL/da·f'(z), f'(z) = z > 0 ? 1 : 0
 * block     dL/dz = dL/da·f'(z), f'(z) = z > 0 ? 1 : 0
 * features  dL/da = Σ dL/dp over the windows whose maximum a is, dL/dz = dL/da·f'(z), f'(z) = z > 0 ? 1 : 0
 * pixels    dL/dz = dL/da
 * }</pre>
 *
 * <p>With dL/dz every layer has the gradients of its weights, {@code dW = xᵀ·dL/dz}, and of its biases,
 * {@code db = Σ dL/dz}, both summed over the samples, and hands {@code dL/dx = dL/dz·Wᵀ} to what it reads,
 * which calls the sum of all that it is handed dL/da.
 *
 * <p>All parameters live in one array: layer after layer its weights, row-major, and then its biases, gains and shifts.
 */
@Generated("dev.netwright.processor.NetworkProcessor")
public final class BatchedNetwork extends GeneratedNetwork implements Batched {
    /** Features of one sample. */
    private static final int INPUTS = 128;

    /**
     * Layer pixels: its units, which are the columns that it reads, and where its gains, shifts and statistics start.
     */
    private static final int PIXELS_UNITS = INPUTS;
    private static final int PIXELS_CHANNELS = 2;
    private static final int PIXELS_GAINS = 0;
    private static final int PIXELS_SHIFTS = PIXELS_GAINS + PIXELS_CHANNELS;
    private static final int PIXELS_STATISTICS = 0;

    /**
     * Layer features: its filters, pixels times filters, and where its weights, {@code 18 x 4}, its gains, its shifts and its statistics start.
     */
    private static final int FEATURES_FILTERS = 4;
    private static final int FEATURES_PREACTIVATIONS = 6 * 6 * FEATURES_FILTERS;
    private static final int FEATURES_UNITS = 3 * 3 * FEATURES_FILTERS;
    private static final int FEATURES_WEIGHTS = PIXELS_SHIFTS + PIXELS_CHANNELS;
    private static final int FEATURES_GAINS = FEATURES_WEIGHTS + 3 * 3 * 2 * FEATURES_FILTERS;
    private static final int FEATURES_SHIFTS = FEATURES_GAINS + FEATURES_FILTERS;
    private static final int FEATURES_STATISTICS = PIXELS_STATISTICS + 2 * PIXELS_CHANNELS;

    private static final ConvolutionShape FEATURES_CONVOLUTION = ConvolutionShape.valid(
            /* input= */ 8, 8, 2, /* filters= */ FEATURES_FILTERS, /* kernel= */ 3, 3, /* stride= */ 1, 1);

    private static final PoolingShape FEATURES_POOL = new PoolingShape(
            /* input= */ 6, 6, FEATURES_FILTERS, /* window= */ 2, 2, /* stride= */ 2, 2);

    /**
     * Layer block: its units, and where its weights, {@code 36 x 36}, its gains, its shifts and its statistics start.
     */
    private static final int BLOCK_UNITS = 36;
    private static final int BLOCK_WEIGHTS = FEATURES_SHIFTS + FEATURES_FILTERS;
    private static final int BLOCK_GAINS = BLOCK_WEIGHTS + FEATURES_UNITS * BLOCK_UNITS;
    private static final int BLOCK_SHIFTS = BLOCK_GAINS + BLOCK_UNITS;
    private static final int BLOCK_STATISTICS = FEATURES_STATISTICS + 2 * FEATURES_FILTERS;

    /** Layer narrow: its units, and where its weights, {@code 36 x 10}, its biases, its gains and its shifts start. */
    private static final int NARROW_UNITS = 10;
    private static final int NARROW_WEIGHTS = BLOCK_SHIFTS + BLOCK_UNITS;
    private static final int NARROW_BIASES = NARROW_WEIGHTS + BLOCK_UNITS * NARROW_UNITS;
    private static final int NARROW_GAINS = NARROW_BIASES + NARROW_UNITS;
    private static final int NARROW_SHIFTS = NARROW_GAINS + NARROW_UNITS;

    /**
     * Layer output: its units, and where its weights, {@code 10 x 3}, its biases, its gains, its shifts and its statistics start.
     */
    private static final int OUTPUT_UNITS = 3;
    private static final int OUTPUT_WEIGHTS = NARROW_SHIFTS + NARROW_UNITS;
    private static final int OUTPUT_BIASES = OUTPUT_WEIGHTS + NARROW_UNITS * OUTPUT_UNITS;
    private static final int OUTPUT_GAINS = OUTPUT_BIASES + OUTPUT_UNITS;
    private static final int OUTPUT_SHIFTS = OUTPUT_GAINS + OUTPUT_UNITS;
    private static final int OUTPUT_STATISTICS = BLOCK_STATISTICS + 2 * BLOCK_UNITS;

    /** What the network says of itself. */
    private static final Topology TOPOLOGY = buildTopology();

    private BatchedNetwork(long seed) {
        super(TOPOLOGY, seed);
    }

    private BatchedNetwork(float[] parameters, float[] statistics) {
        super(TOPOLOGY, parameters, statistics);
    }

    /**
     * A network with fresh parameters.
     *
     * @param seed fixes every one of them
     * @return a new network
     */
    public static BatchedNetwork create(long seed) {
        return new BatchedNetwork(seed);
    }

    /**
     * A network with copies of the given parameters and statistics.
     * How features are scaled is not among them: nothing scales them until {@link #standardize} is called.
     *
     * @param parameters of every layer its weights, its biases, its gains and its shifts
     * @param statistics of every layer with batch norm its running means and variances
     * @return a new network
     * @throws IllegalArgumentException if there are not exactly 1,881 and 90, a statistic is not finite, or a variance is negative
     */
    public static BatchedNetwork of(float[] parameters, float[] statistics) {
        return new BatchedNetwork(parameters, statistics);
    }

    /**
     * A network that {@code save} has kept.
     *
     * @param file safetensors, as {@link ModelFile} says
     * @return a new network
     * @throws IOException if the file cannot be read, is damaged or is of another network
     */
    public static BatchedNetwork load(Path file) throws IOException {
        BatchedNetwork network = new BatchedNetwork(new float[TOPOLOGY.parameterCount()], new float[TOPOLOGY.statisticsCount()]);
        ModelFile.read(file).copyTo(network);
        return network;
    }

    @Override
    public BatchedNetwork copy() {
        return scaling(new BatchedNetwork(parameters(), statistics()));
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
                "pixels", LayerWiring.ABOVE, PIXELS_UNITS,
                Activation.IDENTITY, /* alpha= */ Float.NaN, LayerPooling.none(),
                new LayerTreatment(Normalization.BATCH, PIXELS_GAINS, PIXELS_STATISTICS, /* pixels= */ 64,
                /* dropout= */ 0.0f)));
        layers.add(new ConvolutionLayer(
                "features", LayerWiring.ABOVE, FEATURES_CONVOLUTION,
                Activation.RELU, /* alpha= */ Float.NaN, LayerPooling.maximum(FEATURES_POOL), /* bias= */ false,
                Initializer.HE_NORMAL, /* constant= */ Float.NaN,
                FEATURES_WEIGHTS, FEATURES_WEIGHTS + 3 * 3 * 2 * FEATURES_FILTERS,
                LayerTraining.PLAIN,
                new LayerTreatment(Normalization.BATCH, FEATURES_GAINS, FEATURES_STATISTICS, /* pixels= */ 36,
                /* dropout= */ 0.0f)));
        layers.add(new DenseLayer(
                "block", new LayerWiring(List.of("features"), Merge.CONCATENATE, /* residual= */ "features"),
                FEATURES_UNITS, BLOCK_UNITS,
                Activation.RELU, /* alpha= */ Float.NaN, /* bias= */ false,
                Initializer.HE_NORMAL, /* constant= */ Float.NaN,
                BLOCK_WEIGHTS, BLOCK_WEIGHTS + FEATURES_UNITS * BLOCK_UNITS,
                LayerTraining.PLAIN,
                new LayerTreatment(Normalization.BATCH, BLOCK_GAINS, BLOCK_STATISTICS, /* pixels= */ 1,
                /* dropout= */ 0.5f)));
        layers.add(new DenseLayer(
                "narrow", LayerWiring.ABOVE, BLOCK_UNITS, NARROW_UNITS,
                Activation.RELU, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.HE_NORMAL, /* constant= */ Float.NaN,
                NARROW_WEIGHTS, NARROW_BIASES,
                LayerTraining.PLAIN,
                new LayerTreatment(Normalization.LAYER, NARROW_GAINS, /* dropout= */ 0.0f)));
        layers.add(new DenseLayer(
                "output", LayerWiring.ABOVE, NARROW_UNITS, OUTPUT_UNITS,
                Activation.SOFTMAX, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                OUTPUT_WEIGHTS, OUTPUT_BIASES,
                new LayerTraining(/* isTrained= */ false, /* l1= */ 0.0f, /* l2= */ 0.0f),
                new LayerTreatment(Normalization.BATCH, OUTPUT_GAINS, OUTPUT_STATISTICS, /* pixels= */ 1,
                /* dropout= */ 0.0f)));
        return new Topology("Batched", INPUTS, layers);
    }

    /**
     * One thread's arrays, a row for each sample, and the passes over them. Of a layer, Z is z, A is a, Dz is dL/dz and
     * Da is dL/da; the last two are empty until the first backward pass.
     * Where a layer merges X is x, with a residual Y is y = a + r, Dx is dL/dx, and Part is one part of a gradient that is
     * added to others.
     * Where a layer pools, P is p and Dp is dL/dp.
     * Where a layer is normalised, Z is u before it is z, N is n, Inverse is 1 / √(variance + ε), and Du is dL/du.
     * Batch has the mean and the variance of a batch, which may be in several passes; so both ways stop where those of all
     * rows are needed.
     * What only the way back needs, and each layer after the other, shares arrays.
     * In passes that only predict activations share arrays too: 331 floats a row instead of 908.
     * D is d, which is a itself or, in training, Dropped, a with some dropped by the factors in Mask.
     *
     * <p>For a single sample small layers are written out: w2_1 is the weight from input 2 to unit 1, x2 and z1
     * are that input and that unit's pre-activation, and {@code Math.fma(x2, w2_1, z1)} is x2·w2_1 + z1,
     * rounded once.
     */
    private static final class Workspace extends GeneratedPass {
        /** The network's live parameters. */
        private final float[] p;

        /** Layer pixels, {@code capacity x 128}; z is also a, and dL/dz is also dL/da. */
        private final float[] pixelsZ;
        private final float[] pixelsN;
        private float[] pixelsDz = {};
        private float[] pixelsDu = {};
        private final BatchStatistics pixelsBatch;

        /** Layer features, {@code capacity x 144}, pooled {@code capacity x 36}. */
        private final float[] featuresZ;
        private final float[] featuresN;
        private final float[] featuresA;
        private final float[] featuresP;
        private float[] featuresDz = {};
        private float[] featuresDu = {};
        private float[] featuresDp = {};
        private final BatchStatistics featuresBatch;

        /** Layer block, {@code capacity x 36}. */
        private final float[] blockZ;
        private final float[] blockN;
        private final float[] blockA;
        private final float[] blockY;
        private float[] blockD = {};
        private float[] blockMask = {};
        private float[] blockDropped = {};
        private float[] blockDz = {};
        private float[] blockDu = {};
        private final BatchStatistics blockBatch;

        /** Layer narrow, {@code capacity x 10}. */
        private final float[] narrowZ;
        private final float[] narrowN;
        private final float[] narrowInverse;
        private final float[] narrowA;
        private float[] narrowDz = {};
        private float[] narrowDu = {};

        /** Layer output, {@code capacity x 3}; dL/da is the caller's. */
        private final float[] outputZ;
        private final float[] outputN;
        private final float[] outputA;
        private float[] outputDz = {};
        private float[] outputDu = {};
        private final BatchStatistics outputBatch;

        /** One after the other narrowDa, blockDy, featuresDa, {@code capacity x 144}. */
        private float[] shared1 = {};

        /** One after the other blockDa, blockDx, {@code capacity x 36}. */
        private float[] shared2 = {};

        Workspace(float[] parameters, int capacity) {
            super(TOPOLOGY, capacity);
            p = parameters;
            pixelsZ = new float[capacity * PIXELS_UNITS];
            pixelsN = new float[capacity * PIXELS_UNITS];
            pixelsBatch = statistics(0);
            featuresZ = new float[capacity * FEATURES_PREACTIVATIONS];
            featuresN = new float[capacity * FEATURES_PREACTIVATIONS];
            featuresA = new float[capacity * FEATURES_PREACTIVATIONS];
            featuresP = new float[capacity * FEATURES_UNITS];
            featuresBatch = statistics(1);
            blockZ = new float[capacity * BLOCK_UNITS];
            blockN = new float[capacity * BLOCK_UNITS];
            blockA = new float[capacity * BLOCK_UNITS];
            blockY = new float[capacity * BLOCK_UNITS];
            blockBatch = statistics(2);
            narrowZ = new float[capacity * NARROW_UNITS];
            narrowN = new float[capacity * NARROW_UNITS];
            narrowInverse = new float[capacity];
            narrowA = new float[capacity * NARROW_UNITS];
            outputZ = new float[capacity * OUTPUT_UNITS];
            outputN = new float[capacity * OUTPUT_UNITS];
            outputA = new float[capacity * OUTPUT_UNITS];
            outputBatch = statistics(3);
        }

        /** For predictions alone, after which nothing goes back: an array serves again once all have read it. */
        Workspace(float[] parameters, PredictionCapacity predictions) {
            super(TOPOLOGY, predictions);
            int capacity = predictions.rows();
            p = parameters;
            // wide enough for all that it serves later
            pixelsZ = new float[capacity * FEATURES_PREACTIVATIONS];
            // wide enough for all that it serves later
            pixelsN = new float[capacity * FEATURES_PREACTIVATIONS];
            pixelsBatch = statistics(0);
            featuresZ = pixelsN;
            featuresN = pixelsZ;
            featuresA = pixelsZ;
            featuresP = pixelsN;
            featuresBatch = statistics(1);
            blockZ = pixelsZ;
            blockN = new float[capacity * BLOCK_UNITS];
            blockA = blockN;
            blockY = pixelsZ;
            blockBatch = statistics(2);
            narrowZ = blockN;
            narrowN = pixelsZ;
            narrowInverse = new float[capacity];
            narrowA = pixelsZ;
            outputZ = new float[capacity * OUTPUT_UNITS];
            outputN = blockN;
            outputA = new float[capacity * OUTPUT_UNITS];
            outputBatch = statistics(3);
        }

        @Override
        protected void allocateBackward(int capacity) {
            pixelsDz = new float[capacity * PIXELS_UNITS];
            pixelsDu = new float[capacity * PIXELS_UNITS];
            featuresDz = new float[capacity * FEATURES_PREACTIVATIONS];
            featuresDu = new float[capacity * FEATURES_PREACTIVATIONS];
            featuresDp = new float[capacity * FEATURES_UNITS];
            blockMask = new float[capacity * BLOCK_UNITS];
            blockDropped = new float[capacity * BLOCK_UNITS];
            blockDz = new float[capacity * BLOCK_UNITS];
            blockDu = new float[capacity * BLOCK_UNITS];
            narrowDz = new float[capacity * NARROW_UNITS];
            narrowDu = new float[capacity * NARROW_UNITS];
            outputDz = new float[capacity * OUTPUT_UNITS];
            outputDu = new float[capacity * OUTPUT_UNITS];
            shared1 = new float[capacity * FEATURES_PREACTIVATIONS];
            shared2 = new float[capacity * BLOCK_UNITS];
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
            forwardPixels(rows);
        }

        @Override
        protected void continueForward(int normalized, int rows) {
            switch (normalized) {
                case 0 -> continueForward0(rows);
                case 1 -> continueForward1(rows);
                case 2 -> continueForward2(rows);
                default -> continueForward3(rows);
            }
        }

        /** Forward from layer pixels, whose mean and variance are there, to u of layer features. */
        private void continueForward0(int rows) {
            activatePixels(rows);
            forwardFeatures(rows);
        }

        /** Forward from layer features, whose mean and variance are there, to u of layer block. */
        private void continueForward1(int rows) {
            activateFeatures(rows);
            forwardBlock(rows);
        }

        /** Forward from layer block, whose mean and variance are there, to u of layer output. */
        private void continueForward2(int rows) {
            activateBlock(rows);
            forwardNarrow(rows);
            forwardOutput(rows);
        }

        /** Forward from layer output, whose mean and variance are there, to the outputs. */
        private void continueForward3(int rows) {
            activateOutput(rows);
        }

        /** Forward through layer pixels (8x8x2 -> 8x8x2, batch norm, identity), as far as u. */
        private void forwardPixels(int rows) {
            // u = input
            System.arraycopy(inputs, inputOffset, pixelsZ, 0, rows * PIXELS_UNITS);
            // mean and variance of u over the batch
            pixelsBatch.take(pixelsZ, rows);
        }

        /** Forward through layer pixels from its normalisation on. */
        private void activatePixels(int rows) {
            // n = (u - mean) / √(variance + ε), z = gain·n + shift, in the array of u
            pixelsBatch.normalize(pixelsZ, p, PIXELS_GAINS, PIXELS_SHIFTS, pixelsN, pixelsZ, rows);
            // a = z, in the same array
        }

        /** Forward through layer features (8x8x2 -> 3x3x4, batch norm, relu), as far as u. */
        private void forwardFeatures(int rows) {
            // u = patch(x)·W
            Convolutions.linear(pixelsZ, 0, p, FEATURES_WEIGHTS, featuresZ,
                    rows, FEATURES_CONVOLUTION);
            // mean and variance of u over the batch
            featuresBatch.take(featuresZ, rows);
        }

        /** Forward through layer features from its normalisation on. */
        private void activateFeatures(int rows) {
            // n = (u - mean) / √(variance + ε), z = gain·n + shift, in the array of u
            featuresBatch.normalize(featuresZ, p, FEATURES_GAINS, FEATURES_SHIFTS,
                    featuresN, featuresZ, rows);
            // a = max(0, z)
            Activations.relu(featuresZ, featuresA, rows * FEATURES_PREACTIVATIONS);
            // p = max a over each window
            Pooling.maximum(featuresA, featuresP, rows, FEATURES_POOL);
        }

        /** Forward through layer block (3x3x4 -> 36, batch norm, relu, dropout 0.5), as far as u. */
        private void forwardBlock(int rows) {
            // u = x·W
            Kernels.linear(featuresP, 0, p, BLOCK_WEIGHTS, blockZ,
                    rows, FEATURES_UNITS, BLOCK_UNITS);
            // mean and variance of u over the batch
            blockBatch.take(blockZ, rows);
        }

        /** Forward through layer block from its normalisation on. */
        private void activateBlock(int rows) {
            // n = (u - mean) / √(variance + ε), z = gain·n + shift, in the array of u
            blockBatch.normalize(blockZ, p, BLOCK_GAINS, BLOCK_SHIFTS, blockN, blockZ, rows);
            // a = max(0, z)
            Activations.relu(blockZ, blockA, rows * BLOCK_UNITS);
            // d = a; in training d = a·m, where m is 0 with probability 0.5, else 1 / (1 - 0.5)
            blockD = blockA;
            if (isTraining) {
                Dropout.mask(seed, step, /* layer= */ 2, firstRow, /* rate= */ 0.5f, blockMask,
                        rows, BLOCK_UNITS);
                Merging.multiply(blockA, 0, blockMask, 0, blockDropped, 0, rows * BLOCK_UNITS);
                blockD = blockDropped;
            }
            // y = d + features
            Merging.add(blockD, 0, featuresP, 0, blockY, 0, rows * BLOCK_UNITS);
        }

        /** Forward through layer narrow (36 -> 10, layer norm, relu). */
        private void forwardNarrow(int rows) {
            // u = x·W + b
            Kernels.affine(blockY, 0, p, NARROW_WEIGHTS, NARROW_BIASES, narrowZ,
                    rows, BLOCK_UNITS, NARROW_UNITS);
            // n = (u - mean) / √(variance + ε), z = gain·n + shift, in the array of u
            LayerNormalization.forward(narrowZ, p, NARROW_GAINS, NARROW_SHIFTS,
                    /* epsilon= */ 1.0E-5f,
                    narrowN, narrowInverse, narrowZ, rows, NARROW_UNITS);
            // a = max(0, z)
            Activations.relu(narrowZ, narrowA, rows * NARROW_UNITS);
        }

        /** Forward through layer output (10 -> 3, batch norm, softmax), as far as u. */
        private void forwardOutput(int rows) {
            // u = x·W + b
            if (rows == 1) {
                sampleOutput();
            } else {
                Kernels.affine(narrowA, 0, p, OUTPUT_WEIGHTS, OUTPUT_BIASES, outputZ,
                        rows, NARROW_UNITS, OUTPUT_UNITS);
            }
            // mean and variance of u over the batch
            outputBatch.take(outputZ, rows);
        }

        /** u of layer output for a single sample, written out. */
        private void sampleOutput() {
            // x
            float x0 = narrowA[0];
            float x1 = narrowA[1];
            float x2 = narrowA[2];
            float x3 = narrowA[3];
            float x4 = narrowA[4];
            float x5 = narrowA[5];
            float x6 = narrowA[6];
            float x7 = narrowA[7];
            float x8 = narrowA[8];
            float x9 = narrowA[9];
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
            outputZ[2] = u2;
        }

        /** Forward through layer output from its normalisation on. */
        private void activateOutput(int rows) {
            // n = (u - mean) / √(variance + ε), z = gain·n + shift, in the array of u
            outputBatch.normalize(outputZ, p, OUTPUT_GAINS, OUTPUT_SHIFTS, outputN, outputZ, rows);
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
        }

        @Override
        protected void continueBackward(int normalized, int rows) {
            switch (normalized) {
                case 3 -> continueBackward3(rows);
                case 2 -> continueBackward2(rows);
                case 1 -> continueBackward1(rows);
                default -> continueBackward0(rows);
            }
        }

        /** Back from layer output, whose sums over the batch are there, to dL/dz of layer block. */
        private void continueBackward3(int rows) {
            handBackOutput(rows);
            backwardNarrow(rows);
            backwardBlock(rows);
        }

        /** Back from layer block, whose sums over the batch are there, to dL/dz of layer features. */
        private void continueBackward2(int rows) {
            handBackBlock(rows);
            backwardFeatures(rows);
        }

        /** Back from layer features, whose sums over the batch are there, to dL/dz of layer pixels. */
        private void continueBackward1(int rows) {
            handBackFeatures(rows);
            backwardPixels(rows);
        }

        /** Back from layer pixels, whose sums over the batch are there, to dL/dz of the first layer. */
        private void continueBackward0(int rows) {
            handBackPixels(rows);
        }

        /** Backward through layer output (10 -> 3, batch norm, softmax), as far as dL/dz. */
        private void backwardOutput(int rows) {
            // Σ n·dL/dz and Σ dL/dz over the batch
            outputBatch.takeGradients(outputDz, outputN, rows);
        }

        /** Backward through layer output from its normalisation on. */
        private void handBackOutput(int rows) {
            // dL/du = gain·(dL/dz - mean(dL/dz) - n·mean(n·dL/dz)) / √(variance + ε)
            outputBatch.backward(outputDz, outputN, p, OUTPUT_GAINS, outputDu, rows);
            // dL/dx = dL/du·Wᵀ, which is dL/da of layer narrow
            Kernels.inputGradients(outputDu, p, OUTPUT_WEIGHTS, shared1,
                    rows, NARROW_UNITS, OUTPUT_UNITS);
        }

        /** Backward through layer narrow (36 -> 10, layer norm, relu). */
        private void backwardNarrow(int rows) {
            // a = max(0, z), f'(z) = z > 0 ? 1 : 0
            // dL/dz = dL/da·f'(z)
            Activations.reluBackward(narrowZ, narrowA, shared1, narrowDz, rows * NARROW_UNITS);
            // dL/du = (g - mean(g) - n·mean(g·n)) / √(variance + ε), g = gain·dL/dz
            LayerNormalization.backward(narrowDz, narrowN, narrowInverse, p, NARROW_GAINS, narrowDu,
                    rows, NARROW_UNITS);
            // dL/dx = dL/du·Wᵀ, which is dL/da of layer block
            Kernels.inputGradients(narrowDu, p, NARROW_WEIGHTS, shared1,
                    rows, BLOCK_UNITS, NARROW_UNITS);
        }

        /** Backward through layer block (3x3x4 -> 36, batch norm, relu, dropout 0.5), as far as dL/dz. */
        private void backwardBlock(int rows) {
            // dL/da = dL/dd; after a pass of training dL/da = dL/dd·m
            if (isTraining) {
                Merging.multiply(shared1, 0, blockMask, 0, shared2, 0, rows * BLOCK_UNITS);
            } else {
                System.arraycopy(shared1, 0, shared2, 0, rows * BLOCK_UNITS);
            }
            // a = max(0, z), f'(z) = z > 0 ? 1 : 0
            // dL/dz = dL/da·f'(z)
            Activations.reluBackward(blockZ, blockA, shared2, blockDz, rows * BLOCK_UNITS);
            // Σ n·dL/dz and Σ dL/dz over the batch
            blockBatch.takeGradients(blockDz, blockN, rows);
        }

        /** Backward through layer block from its normalisation on. */
        private void handBackBlock(int rows) {
            // dL/du = gain·(dL/dz - mean(dL/dz) - n·mean(n·dL/dz)) / √(variance + ε)
            blockBatch.backward(blockDz, blockN, p, BLOCK_GAINS, blockDu, rows);
            // dL/dx = dL/du·Wᵀ
            Kernels.inputGradients(blockDu, p, BLOCK_WEIGHTS, shared2,
                    rows, FEATURES_UNITS, BLOCK_UNITS);
            // dL/dp of features = dL/dy
            System.arraycopy(shared1, 0, featuresDp, 0, rows * FEATURES_UNITS);
            // dL/dp of features += dL/dx
            Merging.add(shared2, 0, featuresDp, 0, featuresDp, 0, rows * FEATURES_UNITS);
        }

        /** Backward through layer features (8x8x2 -> 3x3x4, batch norm, relu), as far as dL/dz. */
        private void backwardFeatures(int rows) {
            // dL/da = Σ dL/dp over the windows whose maximum a is
            Pooling.maximumBackward(featuresA, featuresP, featuresDp, shared1, rows, FEATURES_POOL);
            // a = max(0, z), f'(z) = z > 0 ? 1 : 0
            // dL/dz = dL/da·f'(z)
            Activations.reluBackward(featuresZ, featuresA, shared1, featuresDz,
                    rows * FEATURES_PREACTIVATIONS);
            // Σ n·dL/dz and Σ dL/dz over the batch
            featuresBatch.takeGradients(featuresDz, featuresN, rows);
        }

        /** Backward through layer features from its normalisation on. */
        private void handBackFeatures(int rows) {
            // dL/du = gain·(dL/dz - mean(dL/dz) - n·mean(n·dL/dz)) / √(variance + ε)
            featuresBatch.backward(featuresDz, featuresN, p, FEATURES_GAINS, featuresDu, rows);
            // dL/dx = Σ dL/du·Wᵀ over the patches that x is in, which is dL/da of layer pixels
            Convolutions.inputGradients(featuresDu, p, FEATURES_WEIGHTS, pixelsDz,
                    rows, FEATURES_CONVOLUTION);
        }

        /** Backward through layer pixels (8x8x2 -> 8x8x2, batch norm, identity), as far as dL/dz. */
        private void backwardPixels(int rows) {
            // dL/dz = dL/da, in the same array
            // Σ n·dL/dz and Σ dL/dz over the batch
            pixelsBatch.takeGradients(pixelsDz, pixelsN, rows);
        }

        /** Backward through layer pixels from its normalisation on. */
        private void handBackPixels(int rows) {
            // dL/du = gain·(dL/dz - mean(dL/dz) - n·mean(n·dL/dz)) / √(variance + ε)
            pixelsBatch.backward(pixelsDz, pixelsN, p, PIXELS_GAINS, pixelsDu, rows);
        }

        /** From dL/dz of every layer to the gradients of all parameters. */
        @Override
        protected void computeGradients(float[] gradients, int rows, GradientShare share) {
            gradientsOutput(gradients, share);
            gradientsNarrow(gradients, rows, share);
            gradientsBlock(gradients, rows, share);
            gradientsFeatures(gradients, rows, share);
            gradientsPixels(gradients, rows, share);
        }

        /** The gradients of layer output. */
        private void gradientsOutput(float[] gradients, GradientShare share) {
            // the layer is frozen: dW = 0, db = 0, dgain = 0, dshift = 0
            Kernels.noGradients(gradients, OUTPUT_WEIGHTS,
                    NARROW_UNITS * OUTPUT_UNITS + OUTPUT_UNITS + 2 * OUTPUT_UNITS, share);
        }

        /** The gradients of layer narrow. */
        private void gradientsNarrow(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/du
            Kernels.weightGradients(blockY, 0, narrowDu, gradients, NARROW_WEIGHTS,
                    rows, BLOCK_UNITS, NARROW_UNITS, share);
            // db = Σ dL/du
            Kernels.biasGradients(narrowDu, gradients, NARROW_BIASES, rows, NARROW_UNITS, share);
            // dgain = Σ n·dL/dz
            LayerNormalization.gainGradients(narrowDz, narrowN, gradients, NARROW_GAINS,
                    rows, NARROW_UNITS, share);
            // dshift = Σ dL/dz
            LayerNormalization.shiftGradients(narrowDz, gradients, NARROW_SHIFTS,
                    rows, NARROW_UNITS, share);
        }

        /** The gradients of layer block. */
        private void gradientsBlock(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/du
            Kernels.weightGradients(featuresP, 0, blockDu, gradients, BLOCK_WEIGHTS,
                    rows, FEATURES_UNITS, BLOCK_UNITS, share);
            // dgain = Σ n·dL/dz, dshift = Σ dL/dz
            blockBatch.parameterGradients(blockDz, blockN, gradients,
                    BLOCK_GAINS, BLOCK_SHIFTS, rows, share);
        }

        /** The gradients of layer features. */
        private void gradientsFeatures(float[] gradients, int rows, GradientShare share) {
            // dW = patch(x)ᵀ·dL/du, summed over the pixels
            Convolutions.weightGradients(pixelsZ, 0, featuresDu, gradients, FEATURES_WEIGHTS,
                    rows, FEATURES_CONVOLUTION, share);
            // dgain = Σ n·dL/dz, dshift = Σ dL/dz
            featuresBatch.parameterGradients(featuresDz, featuresN, gradients,
                    FEATURES_GAINS, FEATURES_SHIFTS, rows, share);
        }

        /** The gradients of layer pixels. */
        private void gradientsPixels(float[] gradients, int rows, GradientShare share) {
            // dgain = Σ n·dL/dz, dshift = Σ dL/dz
            pixelsBatch.parameterGradients(pixelsDz, pixelsN, gradients,
                    PIXELS_GAINS, PIXELS_SHIFTS, rows, share);
        }

        /** From dL/dz of layer pixels to the gradient of the network's input. */
        @Override
        protected void computeInputGradients(float[] inputGradients, int rows) {
            // dL/dinput = dL/du
            System.arraycopy(pixelsDu, 0, inputGradients, 0, rows * INPUTS);
        }
    }
}
