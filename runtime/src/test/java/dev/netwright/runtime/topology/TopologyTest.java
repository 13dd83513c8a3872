package dev.netwright.runtime.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.kernel.ConvolutionShape;
import dev.netwright.runtime.kernel.PoolingShape;
import dev.netwright.runtime.loss.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopologyTest {
    private static final Topology DIGITS = new Topology(
            "Digits",
            784,
            List.of(
                    dense("hidden", 784, 128, Activation.RELU, true, 0, 100_352),
                    dense("middle", 128, 64, Activation.LEAKY_RELU, false, 100_480, 108_672),
                    dense("output", 64, 10, Activation.SOFTMAX, true, 108_672, 109_312)));

    @Test
    void printsItselfAsATable() {
        assertThat(DIGITS).hasToString("""
                        Digits: 109,322 parameters, 109,184 multiply-adds
                          layer   shape       activation  weights  biases
                          input   784
                          hidden  784 -> 128  relu        784x128  128
                          middle  128 -> 64   leaky_relu  128x64   0
                          output  64 -> 10    softmax     64x10    10""");
    }

    @Test
    void theTableIsTheSameWhereNumbersAreWrittenOtherwise() {
        Locale before = Locale.getDefault();
        String table = DIGITS.toString();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(DIGITS).hasToString(table);
            Locale.setDefault(Locale.GERMANY);
            assertThat(DIGITS).hasToString(table);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void knowsWhereTheColumnsOfAnInputBegin() {
        Topology two = new Topology(
                "Two",
                List.of(new NetworkInput("left", 3), new NetworkInput("right", 2)),
                List.of(new DenseLayer(
                        "output",
                        new LayerWiring(List.of("left", "right"), Merge.CONCATENATE, ""),
                        5,
                        1,
                        Activation.TANH,
                        Float.NaN,
                        false,
                        Initializer.GLOROT_UNIFORM,
                        Float.NaN,
                        0,
                        5,
                        LayerTraining.PLAIN,
                        LayerTreatment.NONE)));

        assertThat(two.firstColumn("left")).isZero();
        assertThat(two.firstColumn("right")).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.firstColumn("middle"))
                .withMessage("Two has no input middle; its inputs are left, right.");
        assertThat(two.columns("right")).isEqualTo(two.inputs().get(1).size());
        NetworkLayer last = two.layers().get(two.layers().size() - 1);
        assertThat(two.columns(last.name())).isEqualTo(last.units());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.columns("middle"))
                .withMessage("Two has no input and no layer middle; its inputs are left, right and its layers "
                        + last.name() + ".");
    }

    @Test
    void longNamesMakeTheirColumnWider() {
        Topology topology = new Topology(
                "Long",
                2,
                List.of(
                        dense("theFirstHiddenLayerOfMany", 2, 3, Activation.TANH, true, 0, 6),
                        dense("output", 3, 1, Activation.SIGMOID, true, 9, 12)));
        assertThat(topology).hasToString("""
                        Long: 13 parameters, 9 multiply-adds
                          layer                      shape   activation  weights  biases
                          input                      2
                          theFirstHiddenLayerOfMany  2 -> 3  tanh        2x3      3
                          output                     3 -> 1  sigmoid     3x1      1""");
    }

    @Test
    void dropoutStandsBesideTheActivation() {
        Topology topology = new Topology(
                "Dropping",
                2,
                List.of(dropping("noisy", 2, 0.25f), dense("output", 2, 1, Activation.SIGMOID, true, 0, 2)));
        assertThat(topology).hasToString("""
                        Dropping: 3 parameters, 2 multiply-adds
                          layer   shape   activation              weights  biases
                          input   2
                          noisy   2 -> 2  identity, dropout 0.25
                          output  2 -> 1  sigmoid                 2x1      1""");
        assertThat(topology.dropsOut()).isTrue();
        assertThat(DIGITS.dropsOut()).isFalse();
    }

    @Test
    void normalisationStandsBeforeTheActivationAndHasParametersOfItsOwn() {
        Topology topology = new Topology(
                "Normalizing",
                3,
                List.of(normalizing("centred", 3, 0, 0.5f), dense("output", 3, 1, Activation.SIGMOID, true, 6, 9)));
        assertThat(topology).hasToString("""
                        Normalizing: 10 parameters, 3 multiply-adds
                          layer    shape   activation                         weights  biases  gains  shifts
                          input    3
                          centred  3 -> 3  layer norm, identity, dropout 0.5                   3      3
                          output   3 -> 1  sigmoid                            3x1      1""");
        assertThat(new Topology("Last", 3, List.of(normalizing("centred", 3, 0, 0f))).parameterCount())
                .isEqualTo(6);
    }

    @Test
    void anEpsilonOfItsOwnStandsBesideTheNormalisation() {
        assertThat(new Topology("Normalizing", 3, List.of(normalizing("centred", 3, 1e-3f))))
                .hasToString("""
                        Normalizing: 6 parameters, 0 multiply-adds
                          layer    shape   activation                                 gains  shifts
                          input    3
                          centred  3 -> 3  layer norm with epsilon = 0.001, identity  3      3""");
    }

    @Test
    void anEpsilonThatWouldNotNormalise() {
        for (float epsilon : new float[] {0f, -1e-5f, 1.5f, Float.NaN}) {
            refuses(
                    3,
                    "Layer centred is normalised with an epsilon of " + epsilon + "; it must be above 0 and at most 1.",
                    normalizing("centred", 3, epsilon));
        }
    }

    @Test
    void wiringAndPixelsStandInTheTable() {
        ConvolutionShape first = ConvolutionShape.same(6, 5, 2, 3, 3, 3, 1, 1);
        ConvolutionShape second = ConvolutionShape.valid(6, 5, 3, 3, 1, 1, 1, 1);
        NetworkLayer stem = convolution("stem", LayerWiring.ABOVE, first, LayerPooling.none(), 0);
        NetworkLayer block = convolution(
                "block",
                new LayerWiring(List.of("stem"), Merge.CONCATENATE, "stem"),
                second,
                LayerPooling.none(),
                stem.parameterCount());
        NetworkLayer joined = new WeightlessLayer(
                "joined",
                new LayerWiring(List.of("block", "stem"), Merge.CONCATENATE, "", 30),
                180,
                Activation.IDENTITY,
                Float.NaN,
                LayerPooling.maximum(new PoolingShape(6, 5, 6, 3, 3, 2, 2)),
                LayerTreatment.NONE);
        NetworkLayer summed = new WeightlessLayer(
                "summed",
                new LayerWiring(List.of("joined", "joined"), Merge.ADD, ""),
                24,
                Activation.TANH,
                Float.NaN,
                LayerPooling.none(),
                LayerTreatment.NONE);
        int weights = stem.parameterCount() + block.parameterCount();
        Topology topology = new Topology(
                "Seeing",
                60,
                List.of(
                        stem,
                        block,
                        joined,
                        summed,
                        dense("output", 24, 1, Activation.SIGMOID, true, weights, weights + 24)));
        assertThat(topology).hasToString("""
                        Seeing: 94 parameters, 1,914 multiply-adds
                          layer   reads            shape           activation                          weights  biases
                          input                    6x5x2
                          stem    input            6x5x2 -> 6x5x3  kernel 3x3, padded, relu            18x3     3
                          block   stem             6x5x3 -> 6x5x3  kernel 1x1, relu, + stem            3x3      3
                          joined  [block, stem]    6x5x6 -> 2x2x6  identity, max pool 3x3, stride 2x2
                          summed  joined + joined  2x2x6 -> 2x2x6  tanh
                          output  summed           2x2x6 -> 1      sigmoid                             24x1     1""");
    }

    private static NetworkLayer convolution(
            String name, LayerWiring wiring, ConvolutionShape shape, Optional<LayerPooling> pool, int weights) {
        return new ConvolutionLayer(
                name,
                wiring,
                shape,
                Activation.RELU,
                Float.NaN,
                pool,
                true,
                Initializer.HE_NORMAL,
                Float.NaN,
                weights,
                weights + shape.weightCount(),
                LayerTraining.PLAIN,
                LayerTreatment.NONE);
    }

    @Test
    void messagesSayWhatFollowsTheLastActivation() {
        NetworkLayer first = dense("first", 3, 3, Activation.RELU, true, 0, 9);
        NetworkLayer last = new WeightlessLayer(
                "last",
                new LayerWiring(List.of("first"), Merge.CONCATENATE, "first"),
                3,
                Activation.SOFTMAX,
                Float.NaN,
                LayerPooling.none(),
                LayerTreatment.NONE);
        OutputHead head =
                new Topology("Adding", 3, List.of(first, last)).heads().get(0);
        assertThat(head.activation()).isEqualTo(Activation.IDENTITY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Loss.CROSS_ENTROPY.check(head, Targets.ofLabels(new int[1], 3)))
                .withMessage(
                        "The loss cross-entropy is not defined for what Adding gives: its last activation is SOFTMAX, but"
                                + " the residual \"first\" is added after it; let the outputs be one of [SOFTMAX, LOG_SOFTMAX], or use"
                                + " another loss.");
    }

    @Test
    void gainsThatAreElsewhere() {
        refuses(
                3,
                "Layer centred has gainsOffset 1, but what stands before it makes it 0.",
                normalizing("centred", 3, 1, 0f));
        refuses(
                3,
                "Layer output has weightsOffset 0, but what stands before it makes it 6.",
                normalizing("centred", 3, 0, 0f),
                dense("output", 3, 1, Activation.SIGMOID, true, 0, 3));
    }

    @Test
    void normalisationOverTheBatchHasStatisticsThatFollowEachOther() {
        Topology topology =
                new Topology("Batches", 6, List.of(overBatch("pixels", 0, 0, 3), overBatch("columns", 4, 4, 1)));
        assertThat(topology.parameterCount()).isEqualTo(2 * 2 + 2 * 6);
        assertThat(topology.statisticsCount()).isEqualTo(2 * 2 + 2 * 6);
        assertThat(topology.leastTrainingRows()).isEqualTo(2);
        assertThat(topology.normalizesBatches()).isTrue();
        assertThat(topology.objectionToBatch(1))
                .hasValue("Batches has layers that are normalised over the batch, and a single row has no variance");
        assertThat(topology.objectionToBatch(2)).isEmpty();
        Topology ofPixels = new Topology("Pixels", 6, List.of(overBatch("pixels", 0, 0, 3)));
        assertThat(ofPixels.leastTrainingRows()).isEqualTo(1);
        assertThat(ofPixels.objectionToBatch(1)).isEmpty();
        refuses(
                6,
                "Layer columns has statisticsOffset 0, but what stands before it makes it 4.",
                overBatch("pixels", 0, 0, 3),
                overBatch("columns", 4, 0, 1));
        refuses(6, "Layer pixels normalises 4 pixels, but has 6 columns.", overBatch("pixels", 0, 0, 4));
        refuses(6, "Layer pixels normalises 0 pixels, but has 6 columns.", overBatch("pixels", 0, 0, 0));
    }

    private static NetworkLayer overBatch(String name, int gains, int statistics, int pixels) {
        return new WeightlessLayer(
                name,
                LayerWiring.ABOVE,
                6,
                Activation.IDENTITY,
                Float.NaN,
                LayerPooling.none(),
                new LayerTreatment(Normalization.BATCH, gains, statistics, pixels, 0f));
    }

    private static NetworkLayer normalizing(String name, int units, int gains, float rate) {
        return new WeightlessLayer(
                name,
                LayerWiring.ABOVE,
                units,
                Activation.IDENTITY,
                Float.NaN,
                LayerPooling.none(),
                new LayerTreatment(Normalization.LAYER, gains, rate));
    }

    private static NetworkLayer normalizing(String name, int units, float epsilon) {
        return new WeightlessLayer(
                name,
                LayerWiring.ABOVE,
                units,
                Activation.IDENTITY,
                Float.NaN,
                LayerPooling.none(),
                new LayerTreatment(Normalization.LAYER, 0, 0f).withEpsilon(epsilon));
    }

    @Test
    void dropoutThatIsNoProbabilityOrOfTheOutputs() {
        DenseLayer output = dense("output", 3, 1, Activation.TANH, true, 0, 3);
        refuses(3, "Layer noisy has dropout 1.0; it must be from 0 to less than 1.", dropping("noisy", 3, 1f), output);
        refuses(
                3,
                "Layer noisy has dropout NaN; it must be from 0 to less than 1.",
                dropping("noisy", 3, Float.NaN),
                output);
        refuses(3, "Layer noisy has dropout, but it gives outputs of Wrong.", dropping("noisy", 3, 0.5f));
    }

    private static NetworkLayer dropping(String name, int units, float rate) {
        return new WeightlessLayer(
                name,
                LayerWiring.ABOVE,
                units,
                Activation.IDENTITY,
                Float.NaN,
                LayerPooling.none(),
                new LayerTreatment(rate));
    }

    @Test
    void knowsItsSizes() {
        assertThat(DIGITS.outputSize()).isEqualTo(10);
        assertThat(DIGITS.parameterCount()).isEqualTo(109_322);
        assertThat(DIGITS.multiplyAdds()).isEqualTo(109_184);
        assertThat(DIGITS.layers().get(1).parameterCount()).isEqualTo(128 * 64);
        assertThat(DIGITS.weighted().get(1).biasCount()).isZero();
    }

    @Test
    void keepsACopyOfItsLayers() {
        List<NetworkLayer> layers = new ArrayList<>(DIGITS.layers());
        Topology topology = new Topology("Digits", 784, layers);
        layers.clear();
        assertThat(topology).isEqualTo(DIGITS);
    }

    @Test
    void noLayerOrNoInput() {
        refuses(3, "Wrong has no layer; a topology needs one at least.");
        DenseLayer layer = dense("only", 0, 1, Activation.TANH, true, 0, 0);
        refuses(0, "The input of Wrong has size 0; it needs 1 at least.", layer);
        refuses(-1, "The input of Wrong has size -1; it needs 1 at least.", layer);
    }

    @Test
    void layersThatDoNotFitTogether() {
        DenseLayer first = dense("first", 3, 4, Activation.TANH, true, 0, 12);
        refuses(2, "Layer first has inputs 3, but what stands before it makes it 2.", first);
        refuses(
                3,
                "Layer second has inputs 5, but what stands before it makes it 4.",
                first,
                dense("second", 5, 1, Activation.TANH, true, 16, 21));
        refuses(
                3,
                "Layer second has weightsOffset 15, but what stands before it makes it 16.",
                first,
                dense("second", 4, 1, Activation.TANH, true, 15, 20));
        refuses(
                3,
                "Layer second has biasesOffset 19, but what stands before it makes it 20.",
                first,
                dense("second", 4, 1, Activation.TANH, true, 16, 19));
        refuses(3, "Layer none has 0 units; it needs 1 at least.", dense("none", 3, 0, Activation.TANH, true, 0, 0));
    }

    @Test
    void parametersThatOutgrowAnArray() {
        // 65,536 x 65,536 is 0 in 32 bits.
        refuses(
                65_536,
                "With layer huge, Wrong has 4295032832 parameters, but an array holds 2147483639 at most.",
                dense("huge", 65_536, 65_536, Activation.TANH, true, 0, 0));
    }

    @Test
    void outputsAreLayersAndEachIsOneOnce() {
        DenseLayer first = dense("first", 3, 4, Activation.TANH, true, 0, 12);
        DenseLayer second = dense("second", 4, 1, Activation.TANH, true, 16, 20);
        Topology both = withOutputs(List.of("second", "first"), first, second);
        assertThat(both.outputSize()).isEqualTo(5);
        assertThat(both.heads()).extracting(OutputHead::firstColumn).containsExactly(0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withOutputs(List.of("third"), first, second))
                .withMessage("The output third of Wrong is no layer of it.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withOutputs(List.of("second", "second"), first, second))
                .withMessage("The output second of Wrong is given twice.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withOutputs(List.of(), first, second))
                .withMessage("Wrong has no output; a topology needs one at least.");
    }

    private static Topology withOutputs(List<String> outputs, NetworkLayer... layers) {
        return new Topology("Wrong", List.of(new NetworkInput("input", 3)), List.of(layers), outputs);
    }

    private static void refuses(int inputs, String message, NetworkLayer... layers) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Topology("Wrong", inputs, List.of(layers)))
                .withMessage(message);
    }

    private static DenseLayer dense(
            String name, int inputs, int units, Activation activation, boolean bias, int weights, int biases) {
        return new DenseLayer(
                name,
                LayerWiring.ABOVE,
                inputs,
                units,
                activation,
                Float.NaN,
                bias,
                Initializer.ZEROS,
                Float.NaN,
                weights,
                biases,
                LayerTraining.PLAIN,
                LayerTreatment.NONE);
    }
}
