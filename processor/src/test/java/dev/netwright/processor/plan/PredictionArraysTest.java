package dev.netwright.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.annotations.Pooling;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.model.Pool;
import dev.netwright.processor.model.Shape;
import dev.netwright.processor.model.Source;
import dev.netwright.processor.model.Treatment;
import dev.netwright.processor.model.Weights;
import dev.netwright.processor.testing.Models;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What layers share where no way back follows: an array from when the last that reads it has done so, and outputs never. */
class PredictionArraysTest {
    private static final int UNITS = 100;

    private static final Optional<Weights> WEIGHTS =
            Optional.of(new Weights(true, Initializer.GLOROT_UNIFORM, Float.NaN));

    private static final Treatment DROPOUT = new Treatment(Normalization.NONE, 0.5f);

    private static final Source INPUT = Source.input(0);
    private static final Source A = Source.layer(0);
    private static final Source B = Source.layer(1);
    private static final Source C = Source.layer(2);

    @Test
    void aSequenceTakesTurnsWithTwoArrays() {
        PredictionArrays arrays = NetworkPlan.of(Models.of("Sequence", Activation.TANH, 4, 100, 200, 100, 3))
                .predictions();

        assertThat(arrays.shared())
                .containsExactly(
                        new SharedArray(
                                "hidden1Z", "HIDDEN2_UNITS", 200, List.of("hidden1Z", "hidden2Z", "hidden3Z"), 400),
                        new SharedArray(
                                "hidden1A", "HIDDEN2_UNITS", 200, List.of("hidden1A", "hidden2A", "hidden3A"), 400));
        assertThat(arrays.alone()).isEqualTo(806);
        assertThat(arrays.together()).isEqualTo(406);
    }

    @Test
    void whereZIsAlsoAItStaysForTheNextLayer() {
        LayerModel linear = new LayerModel(
                "b",
                List.of(A),
                Merge.CONCATENATE,
                UNITS,
                UNITS,
                WEIGHTS,
                Activation.IDENTITY,
                Float.NaN,
                Optional.empty());

        assertThat(shared(layer("a", INPUT), linear, layer("c", B), output(C)))
                .containsExactly(List.of("aZ", "bZ", "cA"), List.of("aA", "cZ"));
    }

    /** The first layer is read by all others: as an input, as a residual, as a factor and beside another. */
    @Test
    void whatIsReadOnceMoreIsNotShared() {
        LayerModel residual = layer("b", List.of(A), Merge.CONCATENATE, WEIGHTS, Optional.of(A));
        LayerModel product = layer("c", List.of(A, B), Merge.MULTIPLY, Optional.empty(), Optional.empty());

        assertThat(shared(layer("a", INPUT), residual, product, output(C, A)))
                .containsExactly(List.of("aZ", "bZ", "bY", "cA"), List.of("bA", "cZ", "outputX"));
    }

    @Test
    void outputsAndLogitsOfEveryHeadStay() {
        List<LayerModel> layers = List.of(layer("a", INPUT), layer("b", A), layer("c", B), output(C));

        assertThat(users(NetworkPlan.of(Models.withHeads("Heads", layers, List.of(1, 3)))))
                .containsExactly(List.of("aZ", "cZ"), List.of("aA", "cA"));
    }

    /** The network's only input is the caller's, but of several each has an array, from the start to its last reader. */
    @Test
    void severalInputsShareAsLayersDo() {
        LayerModel sum = layer("b", List.of(A, Source.input(1)), Merge.ADD, WEIGHTS, Optional.empty());
        List<LayerModel> layers = List.of(layer("a", INPUT), sum, output(B));

        assertThat(users(NetworkPlan.of(Models.of("Inputs", List.of(UNITS, UNITS), layers))))
                .containsExactly(List.of("input1A", "aA", "bZ"), List.of("input2A", "bA"), List.of("aZ", "bX"));
    }

    @Test
    void whatIsPooledIsDoneWith() {
        LayerModel output = Models.graphLayer("output", List.of(B), Merge.CONCATENATE, 8, 3, WEIGHTS, Optional.empty());

        assertThat(shared(pooling("a", INPUT, Shape.image(8, 8, 2)), pooling("b", A, Shape.image(4, 4, 2)), output))
                .containsExactly(List.of("aZ", "aP", "bA"), List.of("aA", "bZ", "bP"));
    }

    /** What a layer with dropout hands on is the array with a, whatever it is called. */
    @Test
    void withDropoutAIsNeededAsLongAsD() {
        LayerModel residual = layer("c", List.of(B), Merge.CONCATENATE, WEIGHTS, Optional.of(A));

        assertThat(shared(
                        Models.treated(layer("a", INPUT), DROPOUT),
                        layer("b", A),
                        Models.treated(residual, DROPOUT),
                        output(C)))
                .containsExactly(List.of("aZ", "bZ", "cZ", "cY"), List.of("bA", "cA"));
    }

    /** u and z are one array, n is read by no other step, and one deviation a row is not worth sharing. */
    @ParameterizedTest
    @EnumSource(names = {"LAYER", "BATCH"})
    void whatIsNormalisedIsNeededForOneStep(Normalization normalization) {
        Treatment treatment = new Treatment(normalization, 0f);

        assertThat(shared(
                        Models.treated(layer("a", INPUT), treatment),
                        Models.treated(layer("b", A), treatment),
                        output(B)))
                .containsExactly(List.of("aZ", "bZ"), List.of("aN", "aA", "bN", "bA"));
    }

    @Test
    void nothingIsSharedWhereItSavesNextToNothing() {
        assertThat(sequence(784, 128, 10)).isEqualTo(new PredictionArrays(List.of(), 276));
        assertThat(sequence(4, 31, 31, 3)).isEqualTo(new PredictionArrays(List.of(), 130));
        assertThat(sequence(4, 32, 32, 3).together()).isEqualTo(134 - 64);
    }

    private static PredictionArrays sequence(int inputs, int... units) {
        return NetworkPlan.of(Models.of("Sequence", Activation.TANH, inputs, units))
                .predictions();
    }

    private static List<List<String>> shared(LayerModel... layers) {
        return users(NetworkPlan.of(Models.of("Graph", List.of(layers))));
    }

    private static List<List<String>> users(NetworkPlan plan) {
        return plan.predictions().shared().stream().map(SharedArray::users).toList();
    }

    private static LayerModel layer(String name, Source source) {
        return layer(name, List.of(source), Merge.CONCATENATE, WEIGHTS, Optional.empty());
    }

    private static LayerModel layer(
            String name, List<Source> sources, Merge merge, Optional<Weights> weights, Optional<Source> residual) {
        return Models.graphLayer(name, sources, merge, UNITS, UNITS, weights, residual);
    }

    private static LayerModel output(Source... sources) {
        return Models.graphLayer(
                "output", List.of(sources), Merge.CONCATENATE, sources.length * UNITS, 3, WEIGHTS, Optional.empty());
    }

    /** Without weights. */
    private static LayerModel pooling(String name, Source source, Shape shape) {
        return new LayerModel(
                name,
                List.of(source),
                Merge.CONCATENATE,
                shape,
                0,
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Activation.TANH,
                Float.NaN,
                Optional.of(new Pool(Pooling.MAXIMUM, 2, 2, 2, 2)),
                Treatment.NONE,
                Optional.empty());
    }
}
