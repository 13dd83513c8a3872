package demo;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.runtime.GeneratedNetwork;
import dev.netwright.runtime.GeneratedPass;
import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.PredictionCapacity;
import dev.netwright.runtime.kernel.Activations;
import dev.netwright.runtime.kernel.ConvolutionShape;
import dev.netwright.runtime.kernel.Convolutions;
import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.kernel.Embeddings;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.kernel.Kernels;
import dev.netwright.runtime.kernel.Merging;
import dev.netwright.runtime.kernel.Pooling;
import dev.netwright.runtime.kernel.PoolingShape;
import dev.netwright.runtime.kernel.Softmax;
import dev.netwright.runtime.topology.ConvolutionLayer;
import dev.netwright.runtime.topology.DenseLayer;
import dev.netwright.runtime.topology.EmbeddingLayer;
import dev.netwright.runtime.topology.LayerPooling;
import dev.netwright.runtime.topology.LayerTraining;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.LayerWiring;
import dev.netwright.runtime.topology.NetworkInput;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.runtime.topology.WeightlessLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The network that {@code Words} declares: words of 10 features, numbers of 3 features in, 2 outputs out.
 *
 * <pre>{@code
 * layer    shape         activation             parameters  multiply-adds
 * vectors  10x1 -> 10x8  identity, dropout 0.1      40,000              0
 * phrases  10x8 -> 8x6   relu                          150          1,152
 * all      8x6 -> 6      identity                        0              0
 * tones    10x1 -> 4     identity, frozen           20,000              0
 * output   13 -> 2       softmax                        28             26
 * total                                             60,178          1,178
 * }</pre>
 *
 * <p>Every sample is a row. A layer's input x is a row vector, its weights W are {@code inputs x units}, and its
 * pre-activation z = x·W + b is what textbooks that write samples as columns call z = W·x + b.
 *
 * <p>Forward, in this order; a name stands for the output of that layer:
 *
 * <pre>{@code
 * vectors  x = words                  z = W[x]            a = z                                                 d = a·m
 * phrases  x = vectors                z = patch(x)·W + b  a = max(0, z)
 * all                                 z = phrases         a = z                  p = mean of a over all pixels
 * tones    x = words                  z = W[x]            a = z                  p = mean of a over all pixels
 * output   x = [all, tones, numbers]  z = x·W + b         a = exp(z) / Σ exp(z)
 * }</pre>
 *
 * <p>A convolution has one row vector patch(x) for every place of its kernel: the pixels that the kernel covers
 * there, row by row, each with its channels. z has a pixel for every patch, and b is added to each.
 *
 * <p>The weights of an embedding are a table. The numbers in x each pick a row of it, and W[x] has the rows that are
 * picked side by side: x·W, had x a column for each row that is 1 where that is picked and else 0.
 *
 * <p>A layer with dropout hands on d in place of a. In a pass of training m is 0 with the layer's rate as its
 * probability and 1 / (1 - rate) elsewhere; what it is handed back is dL/dd, and {@code dL/da = dL/dd·m}. In
 * every other pass d = a.
 *
 * <p>Backward, from the last layer to the first, by the chain rule for a loss L:
 *
 * <pre>{@code
 * output   dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)
 * tones    dL/da = Σ dL/dp / n over the windows of n values that a is in, dL/dz = dL/da
 * all      dL/da = Σ dL/dp / n over the windows of n values that a is in, dL/dz = dL/da
 * phrases  dL/dz = dL/da·f'(z), f'(z) = z > 0 ? 1 : 0
 * vectors  dL/dz = dL/da
 * }</pre>
 *
 * <p>With dL/dz every layer has the gradients of its weights, {@code dW = xᵀ·dL/dz}, and of its biases,
 * {@code db = Σ dL/dz}, both summed over the samples, and hands {@code dL/dx = dL/dz·Wᵀ} to what it reads,
 * which calls the sum of all that it is handed dL/da.
 *
 * <p>All parameters live in one array: layer after layer its weights, row-major, and then its biases.
 */
@Generated("dev.netwright.processor.NetworkProcessor")
public final class WordsNetwork extends GeneratedNetwork implements Words {
    /** Features of input words. */
    private static final int WORDS_COLUMNS = 10;

    /** Features of input numbers. */
    private static final int NUMBERS_COLUMNS = 3;

    /** Features of one sample. */
    private static final int INPUTS = WORDS_COLUMNS + NUMBERS_COLUMNS;

    /** Layer vectors: its vocabulary, width, width times indices, and where its weights, {@code 5000 x 8}, start. */
    private static final int VECTORS_VOCABULARY = 5000;
    private static final int VECTORS_WIDTH = 8;
    private static final int VECTORS_UNITS = WORDS_COLUMNS * VECTORS_WIDTH;
    private static final int VECTORS_WEIGHTS = 0;

    /**
     * Layer phrases: its filters, pixels times filters, and where its weights, {@code 24 x 6}, and its biases start.
     */
    private static final int PHRASES_FILTERS = 6;
    private static final int PHRASES_UNITS = 8 * PHRASES_FILTERS;
    private static final int PHRASES_WEIGHTS = VECTORS_WEIGHTS + VECTORS_VOCABULARY * VECTORS_WIDTH;
    private static final int PHRASES_BIASES = PHRASES_WEIGHTS + 1 * 3 * 8 * PHRASES_FILTERS;

    private static final ConvolutionShape PHRASES_CONVOLUTION = ConvolutionShape.valid(
            /* input= */ 1, 10, 8, /* filters= */ PHRASES_FILTERS, /* kernel= */ 1, 3, /* stride= */ 1, 1);

    /** Layer all: its pre-activations, which are the columns that it reads. */
    private static final int ALL_PREACTIVATIONS = PHRASES_UNITS;
    private static final int ALL_UNITS = 6;

    private static final PoolingShape ALL_POOL = PoolingShape.global(/* input= */ 1, 8, 6);

    /** Layer tones: its vocabulary, width, width times indices, and where its weights, {@code 5000 x 4}, start. */
    private static final int TONES_VOCABULARY = 5000;
    private static final int TONES_WIDTH = 4;
    private static final int TONES_PREACTIVATIONS = WORDS_COLUMNS * TONES_WIDTH;
    private static final int TONES_UNITS = 4;
    private static final int TONES_WEIGHTS = PHRASES_BIASES + PHRASES_FILTERS;

    private static final PoolingShape TONES_POOL = PoolingShape.global(/* input= */ 1, 10, 4);

    /**
     * Layer output: its units, the columns that it merges, and where its weights, {@code 13 x 2}, and its biases start.
     */
    private static final int OUTPUT_UNITS = 2;
    private static final int OUTPUT_INPUTS = ALL_UNITS + TONES_UNITS + NUMBERS_COLUMNS;
    private static final int OUTPUT_WEIGHTS = TONES_WEIGHTS + TONES_VOCABULARY * TONES_WIDTH;
    private static final int OUTPUT_BIASES = OUTPUT_WEIGHTS + OUTPUT_INPUTS * OUTPUT_UNITS;

    /** What the network says of itself. */
    private static final Topology TOPOLOGY = buildTopology();

    private WordsNetwork(long seed) {
        super(TOPOLOGY, seed);
    }

    private WordsNetwork(float[] parameters) {
        super(TOPOLOGY, parameters);
    }

    /**
     * A network with fresh parameters.
     *
     * @param seed fixes every one of them
     * @return a new network
     */
    public static WordsNetwork create(long seed) {
        return new WordsNetwork(seed);
    }

    /**
     * A network with a copy of the given parameters.
     * How features are scaled is not among them: nothing scales them until {@link #standardize} is called.
     *
     * @param parameters of every layer its weights and then its biases
     * @return a new network
     * @throws IllegalArgumentException if there are not exactly 60,178
     */
    public static WordsNetwork of(float[] parameters) {
        return new WordsNetwork(parameters);
    }

    /**
     * A network that {@code save} has kept.
     *
     * @param file safetensors, as {@link ModelFile} says
     * @return a new network
     * @throws IOException if the file cannot be read, is damaged or is of another network
     */
    public static WordsNetwork load(Path file) throws IOException {
        WordsNetwork network = new WordsNetwork(new float[TOPOLOGY.parameterCount()]);
        ModelFile.read(file).copyTo(network);
        return network;
    }

    /**
     * The outputs for one sample.
     *
     * @param words {@code 1 x 10}
     * @param numbers {@code 1 x 3}
     * @return a new array, {@code 1 x 2}
     * @throws IllegalArgumentException if a length is wrong or a feature is not finite
     */
    public float[] infer(float[] words, float[] numbers) {
        float[] sample = new float[INPUTS];
        place("words", words, WORDS_COLUMNS, sample, 0);
        place("numbers", numbers, NUMBERS_COLUMNS, sample, WORDS_COLUMNS);
        return predict(sample);
    }

    @Override
    public WordsNetwork copy() {
        return scaling(new WordsNetwork(parameters()));
    }

    @Override
    public Workspace newPass(int capacity) {
        return scaling(new Workspace(parameters(), capacity));
    }

    @Override
    protected Pass newPass(PredictionCapacity capacity) {
        return scaling(new Workspace(parameters(), capacity));
    }

    private static Topology buildTopology() {
        List<NetworkLayer> layers = new ArrayList<>();
        layers.add(new EmbeddingLayer(
                "vectors", new LayerWiring(List.of("words"), Merge.CONCATENATE, /* residual= */ ""),
                WORDS_COLUMNS, VECTORS_VOCABULARY, VECTORS_WIDTH,
                Activation.IDENTITY, /* alpha= */ Float.NaN, LayerPooling.none(),
                Initializer.LECUN_NORMAL, /* constant= */ Float.NaN,
                VECTORS_WEIGHTS,
                LayerTraining.PLAIN,
                new LayerTreatment(/* dropout= */ 0.1f)));
        layers.add(new ConvolutionLayer(
                "phrases", LayerWiring.ABOVE, PHRASES_CONVOLUTION,
                Activation.RELU, /* alpha= */ Float.NaN, LayerPooling.none(), /* bias= */ true,
                Initializer.HE_NORMAL, /* constant= */ Float.NaN,
                PHRASES_WEIGHTS, PHRASES_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        layers.add(new WeightlessLayer(
                "all", LayerWiring.ABOVE, ALL_PREACTIVATIONS,
                Activation.IDENTITY, /* alpha= */ Float.NaN, LayerPooling.average(ALL_POOL), LayerTreatment.NONE));
        layers.add(new EmbeddingLayer(
                "tones", new LayerWiring(List.of("words"), Merge.CONCATENATE, /* residual= */ ""),
                WORDS_COLUMNS, TONES_VOCABULARY, TONES_WIDTH,
                Activation.IDENTITY, /* alpha= */ Float.NaN, LayerPooling.average(TONES_POOL),
                Initializer.LECUN_NORMAL, /* constant= */ Float.NaN,
                TONES_WEIGHTS,
                new LayerTraining(/* isTrained= */ false, /* l1= */ 0.0f, /* l2= */ 0.0f), LayerTreatment.NONE));
        layers.add(new DenseLayer(
                "output", new LayerWiring(List.of("all", "tones", "numbers"), Merge.CONCATENATE, /* residual= */ ""),
                OUTPUT_INPUTS, OUTPUT_UNITS,
                Activation.SOFTMAX, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                OUTPUT_WEIGHTS, OUTPUT_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        return new Topology("Words", List.of(new NetworkInput("words", WORDS_COLUMNS),
                new NetworkInput("numbers", NUMBERS_COLUMNS)), layers);
    }

    /**
     * One thread's arrays, a row for each sample, and the passes over them. Of a layer, Z is z, A is a, Dz is dL/dz and
     * Da is dL/da; the last two are empty until the first backward pass.
     * Where a layer merges X is x, with a residual Y is y = a + r, Dx is dL/dx, and Part is one part of a gradient that is
     * added to others.
     * Where a layer pools, P is p and Dp is dL/dp.
     * What only the way back needs, and each layer after the other, shares arrays.
     * In passes that only predict activations share arrays too: 145 floats a row instead of 304.
     * D is d, which is a itself or, in training, Dropped, a with some dropped by the factors in Mask.
     *
     * <p>For a single sample small layers are written out: w2_1 is the weight from input 2 to unit 1, x2 and z1
     * are that input and that unit's pre-activation, and {@code Math.fma(x2, w2_1, z1)} is x2·w2_1 + z1,
     * rounded once.
     */
    public static final class Workspace extends GeneratedPass {
        /** The network's live parameters. */
        private final float[] p;

        /** Input words, {@code capacity x 10}. */
        private final float[] wordsA;
        private float[] wordsDa = {};

        /** Input numbers, {@code capacity x 3}. */
        private final float[] numbersA;
        private float[] numbersDa = {};

        /** Layer vectors, {@code capacity x 80}; z is also a, and dL/dz is also dL/da. */
        private final float[] vectorsZ;
        private float[] vectorsD = {};
        private float[] vectorsMask = {};
        private float[] vectorsDropped = {};
        private float[] vectorsDz = {};

        /** Layer phrases, {@code capacity x 48}. */
        private final float[] phrasesZ;
        private final float[] phrasesA;
        private float[] phrasesDz = {};

        /** Layer all, {@code capacity x 48}, pooled {@code capacity x 6}; z is also a, and dL/dz is also dL/da. */
        private final float[] allZ;
        private final float[] allP;
        private float[] allDz = {};

        /** Layer tones, {@code capacity x 40}, pooled {@code capacity x 4}; z is also a, and dL/dz is also dL/da. */
        private final float[] tonesZ;
        private final float[] tonesP;
        private float[] tonesDz = {};
        private float[] tonesDp = {};

        /** Layer output, {@code capacity x 2}; dL/da is the caller's. */
        private final float[] outputX;
        private final float[] outputZ;
        private final float[] outputA;
        private float[] outputDz = {};
        private float[] outputDx = {};

        /** One after the other allDp, phrasesDa, {@code capacity x 48}. */
        private float[] shared = {};

        Workspace(float[] parameters, int capacity) {
            super(TOPOLOGY, capacity);
            p = parameters;
            wordsA = new float[capacity * WORDS_COLUMNS];
            numbersA = new float[capacity * NUMBERS_COLUMNS];
            vectorsZ = new float[capacity * VECTORS_UNITS];
            phrasesZ = new float[capacity * PHRASES_UNITS];
            phrasesA = new float[capacity * PHRASES_UNITS];
            allZ = new float[capacity * ALL_PREACTIVATIONS];
            allP = new float[capacity * ALL_UNITS];
            tonesZ = new float[capacity * TONES_PREACTIVATIONS];
            tonesP = new float[capacity * TONES_UNITS];
            outputX = new float[capacity * OUTPUT_INPUTS];
            outputZ = new float[capacity * OUTPUT_UNITS];
            outputA = new float[capacity * OUTPUT_UNITS];
        }

        /** For predictions alone, after which nothing goes back: an array serves again once all have read it. */
        Workspace(float[] parameters, PredictionCapacity predictions) {
            super(TOPOLOGY, predictions);
            int capacity = predictions.rows();
            p = parameters;
            wordsA = new float[capacity * WORDS_COLUMNS];
            numbersA = new float[capacity * NUMBERS_COLUMNS];
            vectorsZ = new float[capacity * VECTORS_UNITS];
            phrasesZ = new float[capacity * PHRASES_UNITS];
            phrasesA = vectorsZ;
            allZ = phrasesZ;
            allP = vectorsZ;
            tonesZ = phrasesZ;
            tonesP = wordsA;
            outputX = phrasesZ;
            outputZ = new float[capacity * OUTPUT_UNITS];
            outputA = new float[capacity * OUTPUT_UNITS];
        }

        @Override
        protected void allocateBackward(int capacity) {
            wordsDa = new float[capacity * WORDS_COLUMNS];
            numbersDa = new float[capacity * NUMBERS_COLUMNS];
            vectorsMask = new float[capacity * VECTORS_UNITS];
            vectorsDropped = new float[capacity * VECTORS_UNITS];
            vectorsDz = new float[capacity * VECTORS_UNITS];
            phrasesDz = new float[capacity * PHRASES_UNITS];
            allDz = new float[capacity * ALL_PREACTIVATIONS];
            tonesDz = new float[capacity * TONES_PREACTIVATIONS];
            tonesDp = new float[capacity * TONES_UNITS];
            outputDz = new float[capacity * OUTPUT_UNITS];
            outputDx = new float[capacity * OUTPUT_INPUTS];
            shared = new float[capacity * PHRASES_UNITS];
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
            splitInputs(rows);
            forwardVectors(rows);
            forwardPhrases(rows);
            forwardAll(rows);
            forwardTones(rows);
            forwardOutput(rows);
        }

        /**
         * Computes the outputs of {@code rows} samples, whose features come input by input.
         *
         * @param words {@code rows x 10}; may be longer, copied
         * @param numbers {@code rows x 3}; may be longer, copied
         * @param rows samples, from 1 to the capacity
         * @throws IllegalArgumentException if an array is too short, the number of rows is out of range, or a feature is not finite
         */
        public void forward(float[] words, float[] numbers, int rows) {
            float[] samples = joinedInputs(rows);
            checkColumns("words", words, WORDS_COLUMNS, rows);
            checkColumns("numbers", numbers, NUMBERS_COLUMNS, rows);
            joinColumns(words, WORDS_COLUMNS, rows, samples, 0);
            joinColumns(numbers, NUMBERS_COLUMNS, rows, samples, WORDS_COLUMNS);
            forward(samples, 0, rows);
        }

        /**
         * Does the same as training does it: with what is dropped, and with the mean and variance of these rows.
         *
         * @param words {@code rows x 10}; may be longer, copied
         * @param numbers {@code rows x 3}; may be longer, copied
         * @param rows samples, from 1 to the capacity
         * @param seed of the training
         * @param step of the training, counted over all epochs
         * @param batchRow the number within its batch of the first of these rows
         * @throws IllegalArgumentException if an array is too short, the number of rows is out of range, or a feature is not finite
         */
        public void forwardTraining(float[] words, float[] numbers, int rows, long seed, long step,
                long batchRow) {
            float[] samples = joinedInputs(rows);
            checkColumns("words", words, WORDS_COLUMNS, rows);
            checkColumns("numbers", numbers, NUMBERS_COLUMNS, rows);
            joinColumns(words, WORDS_COLUMNS, rows, samples, 0);
            joinColumns(numbers, NUMBERS_COLUMNS, rows, samples, WORDS_COLUMNS);
            forwardTraining(samples, 0, rows, seed, step, batchRow);
        }

        /**
         * dL/dwords of the last backward pass, live, {@code capacity x 10}; the first rows count. Computed when it is asked for.
         *
         * @throws IllegalStateException if the last thing done was no backward pass
         */
        public float[] gradientsOfWords() {
            splitInputGradients(0, wordsDa, WORDS_COLUMNS);
            return wordsDa;
        }

        /**
         * dL/dnumbers of the last backward pass, live, {@code capacity x 3}; the first rows count. Computed when it is asked for.
         *
         * @throws IllegalStateException if the last thing done was no backward pass
         */
        public float[] gradientsOfNumbers() {
            splitInputGradients(WORDS_COLUMNS, numbersDa, NUMBERS_COLUMNS);
            return numbersDa;
        }

        /** The features of each input, together. */
        private void splitInputs(int rows) {
            Merging.copyColumns(inputs, inputOffset, INPUTS, 0, wordsA, 0, WORDS_COLUMNS, 0,
                    WORDS_COLUMNS, rows);
            Merging.copyColumns(inputs, inputOffset, INPUTS, WORDS_COLUMNS,
                    numbersA, 0, NUMBERS_COLUMNS, 0, NUMBERS_COLUMNS, rows);
        }

        /** Forward through layer vectors (10x1 -> 10x8, identity, dropout 0.1). */
        private void forwardVectors(int rows) {
            // z = W[x]
            Embeddings.forward(wordsA, 0, p, VECTORS_WEIGHTS, vectorsZ,
                    rows, WORDS_COLUMNS, VECTORS_WIDTH);
            // a = z, in the same array
            // d = a; in training d = a·m, where m is 0 with probability 0.1, else 1 / (1 - 0.1)
            vectorsD = vectorsZ;
            if (isTraining) {
                Dropout.mask(seed, step, /* layer= */ 0, firstRow, /* rate= */ 0.1f, vectorsMask,
                        rows, VECTORS_UNITS);
                Merging.multiply(vectorsZ, 0, vectorsMask, 0,
                        vectorsDropped, 0, rows * VECTORS_UNITS);
                vectorsD = vectorsDropped;
            }
        }

        /** Forward through layer phrases (10x8 -> 8x6, relu). */
        private void forwardPhrases(int rows) {
            // z = patch(x)·W + b
            Convolutions.forward(vectorsD, 0, p, PHRASES_WEIGHTS, PHRASES_BIASES, phrasesZ,
                    rows, PHRASES_CONVOLUTION);
            // a = max(0, z)
            Activations.relu(phrasesZ, phrasesA, rows * PHRASES_UNITS);
        }

        /** Forward through layer all (8x6 -> 6, identity). */
        private void forwardAll(int rows) {
            // z = phrases
            System.arraycopy(phrasesA, 0, allZ, 0, rows * ALL_PREACTIVATIONS);
            // a = z, in the same array
            // p = mean of a over all pixels
            Pooling.average(allZ, allP, rows, ALL_POOL);
        }

        /** Forward through layer tones (10x1 -> 4, identity). */
        private void forwardTones(int rows) {
            // z = W[x]
            Embeddings.forward(wordsA, 0, p, TONES_WEIGHTS, tonesZ,
                    rows, WORDS_COLUMNS, TONES_WIDTH);
            // a = z, in the same array
            // p = mean of a over all pixels
            Pooling.average(tonesZ, tonesP, rows, TONES_POOL);
        }

        /** Forward through layer output (13 -> 2, softmax). */
        private void forwardOutput(int rows) {
            // x = [all, tones, numbers]
            Merging.copyColumns(allP, 0, ALL_UNITS, 0, outputX, 0, OUTPUT_INPUTS, 0,
                    ALL_UNITS, rows);
            Merging.copyColumns(tonesP, 0, TONES_UNITS, 0, outputX, 0, OUTPUT_INPUTS, ALL_UNITS,
                    TONES_UNITS, rows);
            Merging.copyColumns(numbersA, 0, NUMBERS_COLUMNS, 0,
                    outputX, 0, OUTPUT_INPUTS, ALL_UNITS + TONES_UNITS, NUMBERS_COLUMNS, rows);
            // z = x·W + b
            if (rows == 1) {
                sampleOutput();
            } else {
                Kernels.affine(outputX, 0, p, OUTPUT_WEIGHTS, OUTPUT_BIASES, outputZ,
                        rows, OUTPUT_INPUTS, OUTPUT_UNITS);
            }
            // a = exp(z) / Σ exp(z)
            Softmax.forward(outputZ, outputA, rows, OUTPUT_UNITS);
        }

        /** z of layer output for a single sample, written out. */
        private void sampleOutput() {
            // x
            float x0 = outputX[0];
            float x1 = outputX[1];
            float x2 = outputX[2];
            float x3 = outputX[3];
            float x4 = outputX[4];
            float x5 = outputX[5];
            float x6 = outputX[6];
            float x7 = outputX[7];
            float x8 = outputX[8];
            float x9 = outputX[9];
            float x10 = outputX[10];
            float x11 = outputX[11];
            float x12 = outputX[12];
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
            float w8_0 = p[OUTPUT_WEIGHTS + 8 * OUTPUT_UNITS];
            float w8_1 = p[OUTPUT_WEIGHTS + 8 * OUTPUT_UNITS + 1];
            float w9_0 = p[OUTPUT_WEIGHTS + 9 * OUTPUT_UNITS];
            float w9_1 = p[OUTPUT_WEIGHTS + 9 * OUTPUT_UNITS + 1];
            float w10_0 = p[OUTPUT_WEIGHTS + 10 * OUTPUT_UNITS];
            float w10_1 = p[OUTPUT_WEIGHTS + 10 * OUTPUT_UNITS + 1];
            float w11_0 = p[OUTPUT_WEIGHTS + 11 * OUTPUT_UNITS];
            float w11_1 = p[OUTPUT_WEIGHTS + 11 * OUTPUT_UNITS + 1];
            float w12_0 = p[OUTPUT_WEIGHTS + 12 * OUTPUT_UNITS];
            float w12_1 = p[OUTPUT_WEIGHTS + 12 * OUTPUT_UNITS + 1];
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
            z0 = Math.fma(x8, w8_0, z0);
            z0 = Math.fma(x9, w9_0, z0);
            z0 = Math.fma(x10, w10_0, z0);
            z0 = Math.fma(x11, w11_0, z0);
            z0 = Math.fma(x12, w12_0, z0);
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
            z1 = Math.fma(x8, w8_1, z1);
            z1 = Math.fma(x9, w9_1, z1);
            z1 = Math.fma(x10, w10_1, z1);
            z1 = Math.fma(x11, w11_1, z1);
            z1 = Math.fma(x12, w12_1, z1);
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
            backwardTones(rows);
            backwardAll(rows);
            backwardPhrases(rows);
            backwardVectors(rows);
        }

        /** Backward through layer output (13 -> 2, softmax). */
        private void backwardOutput(int rows) {
            // dL/dx = dL/dz·Wᵀ
            Kernels.inputGradients(outputDz, p, OUTPUT_WEIGHTS, outputDx,
                    rows, OUTPUT_INPUTS, OUTPUT_UNITS);
            // dL/dp of all = dL/dx, its columns
            Merging.copyColumns(outputDx, 0, OUTPUT_INPUTS, 0, shared, 0, ALL_UNITS, 0,
                    ALL_UNITS, rows);
            // dL/dp of tones = dL/dx, its columns
            Merging.copyColumns(outputDx, 0, OUTPUT_INPUTS, ALL_UNITS, tonesDp, 0, TONES_UNITS, 0,
                    TONES_UNITS, rows);
        }

        /** Backward through layer tones (10x1 -> 4, identity). */
        private void backwardTones(int rows) {
            // dL/da = Σ dL/dp / n over the windows of n values that a is in
            Pooling.averageBackward(tonesDp, tonesDz, rows, TONES_POOL);
            // dL/dz = dL/da, in the same array
        }

        /** Backward through layer all (8x6 -> 6, identity). */
        private void backwardAll(int rows) {
            // dL/da = Σ dL/dp / n over the windows of n values that a is in
            Pooling.averageBackward(shared, allDz, rows, ALL_POOL);
            // dL/dz = dL/da, in the same array
            // dL/da of phrases = dL/dz
            System.arraycopy(allDz, 0, shared, 0, rows * PHRASES_UNITS);
        }

        /** Backward through layer phrases (10x8 -> 8x6, relu). */
        private void backwardPhrases(int rows) {
            // a = max(0, z), f'(z) = z > 0 ? 1 : 0
            // dL/dz = dL/da·f'(z)
            Activations.reluBackward(phrasesZ, phrasesA, shared, phrasesDz, rows * PHRASES_UNITS);
            // dL/dx = Σ dL/dz·Wᵀ over the patches that x is in, which is dL/da of layer vectors
            Convolutions.inputGradients(phrasesDz, p, PHRASES_WEIGHTS, vectorsDz,
                    rows, PHRASES_CONVOLUTION);
        }

        /** Backward through layer vectors (10x1 -> 10x8, identity, dropout 0.1). */
        private void backwardVectors(int rows) {
            // dL/da = dL/dd; after a pass of training dL/da = dL/dd·m
            if (isTraining) {
                Merging.multiply(vectorsDz, 0, vectorsMask, 0, vectorsDz, 0, rows * VECTORS_UNITS);
            }
            // dL/dz = dL/da, in the same array
        }

        /** From dL/dz of every layer to the gradients of all parameters. */
        @Override
        protected void computeGradients(float[] gradients, int rows, GradientShare share) {
            gradientsOutput(gradients, rows, share);
            gradientsTones(gradients, share);
            gradientsPhrases(gradients, rows, share);
            gradientsVectors(gradients, rows, share);
        }

        /** The gradients of layer output. */
        private void gradientsOutput(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(outputX, 0, outputDz, gradients, OUTPUT_WEIGHTS,
                    rows, OUTPUT_INPUTS, OUTPUT_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(outputDz, gradients, OUTPUT_BIASES, rows, OUTPUT_UNITS, share);
        }

        /** The gradients of layer tones. */
        private void gradientsTones(float[] gradients, GradientShare share) {
            // the layer is frozen: dW = 0
            Kernels.noGradients(gradients, TONES_WEIGHTS, TONES_VOCABULARY * TONES_WIDTH, share);
        }

        /** The gradients of layer phrases. */
        private void gradientsPhrases(float[] gradients, int rows, GradientShare share) {
            // dW = patch(x)ᵀ·dL/dz, summed over the pixels
            Convolutions.weightGradients(vectorsD, 0, phrasesDz, gradients, PHRASES_WEIGHTS,
                    rows, PHRASES_CONVOLUTION, share);
            // db = Σ dL/dz
            Convolutions.biasGradients(phrasesDz, gradients, PHRASES_BIASES,
                    rows, PHRASES_CONVOLUTION, share);
        }

        /** The gradients of layer vectors. */
        private void gradientsVectors(float[] gradients, int rows, GradientShare share) {
            // dW[x] = Σ dL/dz over the samples that pick the row
            Embeddings.tableGradients(wordsA, 0, vectorsDz, gradients, VECTORS_WEIGHTS,
                    rows, WORDS_COLUMNS, VECTORS_VOCABULARY, VECTORS_WIDTH, share);
        }

        /** The gradients of all inputs, side by side as their features are. */
        @Override
        protected void computeInputGradients(float[] inputGradients, int rows) {
            backwardToInputs(rows);
            Merging.copyColumns(wordsDa, 0, WORDS_COLUMNS, 0, inputGradients, 0, INPUTS, 0,
                    WORDS_COLUMNS, rows);
            Merging.copyColumns(numbersDa, 0, NUMBERS_COLUMNS, 0,
                    inputGradients, 0, INPUTS, WORDS_COLUMNS, NUMBERS_COLUMNS, rows);
        }

        /** The gradient of each input: the sum of what the layers that read it hand back. */
        private void backwardToInputs(int rows) {
            inputGradientsOutput(rows);
            inputGradientsTones(rows);
            inputGradientsVectors(rows);
        }

        /** What layer output hands back to inputs. */
        private void inputGradientsOutput(int rows) {
            // dL/dnumbers = dL/dx, its columns
            Merging.copyColumns(outputDx, 0, OUTPUT_INPUTS, ALL_UNITS + TONES_UNITS,
                    numbersDa, 0, NUMBERS_COLUMNS, 0, NUMBERS_COLUMNS, rows);
        }

        /** What layer tones hands back to inputs. */
        private void inputGradientsTones(int rows) {
            // dL/dx = 0: from one whole number to the next nothing is smooth
            Arrays.fill(wordsDa, 0, rows * WORDS_COLUMNS, 0f);
        }

        /** What layer vectors hands back to inputs. */
        private void inputGradientsVectors(int rows) {
            // dL/dx = 0: from one whole number to the next nothing is smooth
        }
    }
}
