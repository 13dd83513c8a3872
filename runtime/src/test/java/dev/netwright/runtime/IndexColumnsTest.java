package dev.netwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.runtime.topology.EmbeddingLayer;
import dev.netwright.runtime.topology.LayerPooling;
import dev.netwright.runtime.topology.LayerTraining;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.LayerWiring;
import dev.netwright.runtime.topology.NetworkInput;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.runtime.topology.WeightlessLayer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What picks rows of tables, and topologies that take it for something else. */
class IndexColumnsTest {
    private static final List<NetworkInput> INPUTS =
            List.of(new NetworkInput("numbers", 2), new NetworkInput("words", 3));

    private final IndexColumns columns = IndexColumns.of(
            topology(embedding("wide", List.of("words"), 10, 0), embedding("narrow", List.of("words"), 7, 20)));

    @Test
    void theSmallestTableLimitsWhatAFeatureMayBe() {
        assertThat(List.of(0, 1, 2, 3, 4)).extracting(columns::vocabulary).containsExactly(0, 0, 7, 7, 7);
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, 10, 3.5f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 3e9f, -1e-9f})
    void namesWhatIsWrong(float wrong) {
        float[] features = {0.5f, -3, 0, 6, 5, 0.5f, 99, 0, wrong, wrong};
        assertThatCode(() -> columns.check("samples", features, 0, 1)).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> columns.check("samples", features, 1, 1))
                .withMessage("samples has " + wrong
                        + " in row 1, column 3, which is feature 1 of input words; it picks a row of the "
                        + "table of layer wide, so it must be a whole number from 0 to 9.");
    }

    @Test
    void theSecondTableIsLookedUpToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> columns.check("samples", new float[] {0, 0, 7, 0, 0}, 0, 1))
                .withMessageContaining("table of layer narrow, so it must be a whole number from 0 to 6");
    }

    @Test
    void embeddingsReadOneInput() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> topology(embedding("e", List.of("words", "numbers"), 10, 0)))
                .withMessage("Layer e of Net is an embedding; it reads one input and nothing else.");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> topology(embedding("e", List.of("words"), 10, 0), embedding("f", List.of("e"), 10, 20)))
                .withMessage("Layer f of Net is an embedding; it reads one input and nothing else.");
    }

    @Test
    void nobodyElseReadsIndices() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> topology(
                        embedding("e", List.of("words"), 10, 0), weightless("d", List.of("numbers", "words"), 5, "")))
                .withMessage(
                        "Layer d of Net reads the input words, whose features are indices of an embedding; only embeddings read it.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> topology(
                        new WeightlessLayer(
                                "d",
                                new LayerWiring(List.of("numbers"), Merge.CONCATENATE, ""),
                                2,
                                Activation.TANH,
                                Float.NaN,
                                LayerPooling.none(),
                                LayerTreatment.NONE),
                        embedding("e", List.of("words"), 10, 0),
                        embedding("f", List.of("numbers"), 10, 20)))
                .withMessage(
                        "Layer d of Net reads the input numbers, whose features are indices of an embedding; only embeddings read it.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> topology(
                        embedding("e", List.of("words"), 10, 0), weightless("d", List.of("numbers", "e"), 8, "words")))
                .withMessageContaining("Layer d");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, (1 << 24) + 1})
    void tablesHaveRows(int vocabulary) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> topology(embedding("e", List.of("words"), vocabulary, 0)))
                .withMessage("The table of layer e has " + vocabulary + " rows; it needs 1 to 16777216.");
    }

    private static Topology topology(NetworkLayer... layers) {
        return new Topology("Net", INPUTS, List.of(layers));
    }

    private static NetworkLayer weightless(String name, List<String> from, int columns, String residual) {
        return new WeightlessLayer(
                name,
                new LayerWiring(from, Merge.CONCATENATE, residual),
                columns,
                Activation.TANH,
                Float.NaN,
                LayerPooling.none(),
                LayerTreatment.NONE);
    }

    private static EmbeddingLayer embedding(String name, List<String> from, int vocabulary, int offset) {
        int columns = from.equals(List.of("words")) ? 3 : from.contains("words") ? 5 : from.contains("e") ? 6 : 2;
        return new EmbeddingLayer(
                name,
                new LayerWiring(from, Merge.CONCATENATE, ""),
                columns,
                vocabulary,
                2,
                Activation.IDENTITY,
                Float.NaN,
                Optional.empty(),
                Initializer.LECUN_NORMAL,
                Float.NaN,
                offset,
                LayerTraining.PLAIN,
                LayerTreatment.NONE);
    }
}
