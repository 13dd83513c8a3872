package dev.netwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.topology.WeightedLayer;
import dev.netwright.testing.GradientReport.Kind;
import dev.netwright.testing.GradientReport.Part;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound networks pass, each number of the report means what it says, and arguments are checked. */
class GradientCheckTest {
    static List<Network> networks() {
        return List.of(
                Networks_SequenceNetwork.create(1),
                withBiases(Networks_SequenceNetwork.create(2)),
                Networks_GraphNetwork.create(3),
                withBiases(Networks_GraphNetwork.create(4)),
                withBiases(Networks_KinkedNetwork.create(5)),
                withBiases(Networks_TwoInputsNetwork.create(6)),
                withBiases(Networks_DroppingNetwork.create(9)),
                withBiases(Networks_HeadsNetwork.create(7)),
                withBiases(Networks_ImageHeadsNetwork.create(8)),
                withBiases(Networks_NormalizingNetwork.create(10)),
                withBiases(Networks_TreatedImagesNetwork.create(11)),
                withBiases(Networks_EmbeddingNetwork.create(12)),
                Networks_WideNetwork.create(6),
                Networks_SteepNetwork.create(7),
                Networks_WeightlessNetwork.create(8));
    }

    /** A network that is no longer fresh. */
    private static Network withBiases(Network network) {
        for (WeightedLayer layer : network.topology().weighted()) {
            int end = layer.weightsOffset() + layer.parameterCount();
            for (int i = layer.biasesOffset(); i < end; i++) {
                network.parameters()[i] += 0.1f + 0.05f * ((i - layer.biasesOffset()) % 8);
            }
        }
        return network;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void soundNetworksPassAndAreNotChanged(Network network) {
        float[] before = network.parameters().clone();
        for (int seed = 0; seed < 5; seed++) {
            int rows = 1 + 3 * seed;
            assertThatCode(GradientCheck.of(network).rows(rows).seed(seed)::check)
                    .doesNotThrowAnyException();
        }
        assertThat(network.parameters()).isEqualTo(before);
    }

    /** Their roundings are divided by little more than √ε, and many values may be on the other side of a kink at once. */
    @ParameterizedTest
    @ValueSource(floats = {0f, 1e-7f, 1e-6f, 1e-5f, 1e-4f, 1e-3f})
    void columnsThatAreConstantOverTheBatchOrNearlySoPass(float weight) {
        for (int seed = 0; seed < 20; seed++) {
            for (Network fresh :
                    List.of(Networks_ConstantNetwork.create(seed), Networks_NearlyConstantNetwork.create(seed))) {
                Network network = withBiases(fresh);
                WeightedLayer first = network.topology().weighted().get(0);
                for (int i = 0; i < first.weightCount(); i++) {
                    network.parameters()[first.weightsOffset() + i] = i % 3 == 0 ? -weight : weight;
                }
                GradientCheck.of(network).rows(30).seed(seed).check();
                GradientCheck.of(network).rows(2).seed(seed).check();
            }
        }
    }

    @Test
    void wherePassesOfTrainingDifferTheyAreCheckedToo() {
        GradientReport report =
                GradientCheck.of(Networks_DroppingNetwork.create(1)).run();

        assertThat(report.agrees()).isTrue();
        assertThat(report.parts())
                .extracting(Part::name)
                .containsExactly(
                        "logits",
                        "outputs",
                        "lift",
                        "linear",
                        "block",
                        "output",
                        "features",
                        "logits in training",
                        "outputs in training",
                        "lift in training",
                        "linear in training",
                        "block in training",
                        "output in training",
                        "features in training");
        assertThat(report.parts()).extracting(Part::skipped).containsOnly(0);
    }

    @Test
    void everyGradientOfASmallNetworkIsComparedWithDifferencesToo() {
        GradientReport report = GradientCheck.of(Networks_GraphNetwork.create(1))
                .rows(2)
                .seed(5)
                .run();

        assertThat(report.network()).isEqualTo("Graph");
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.seed()).isEqualTo(5);
        assertThat(report.agrees()).isTrue();
        assertThat(report.allZero()).isFalse();
        assertThat(report.firstOffGoingBack()).isEmpty();
        assertThat(report.parts())
                .extracting(Part::name)
                .containsExactly("logits", "outputs", "lift", "block", "narrow", "last", "features");
        assertThat(report.parts()).extracting(Part::values).containsExactly(6L, 6L, 60L, 84L, 66L, 24L, 16L);
        assertThat(report.parts())
                .extracting(part -> part.differences() + part.skipped())
                .containsExactly(0, 0, 30, 42, 33, 12, 8);
        assertThat(report.parts()).extracting(Part::skipped).containsOnly(0);
        assertThat(report.toString())
                .startsWith("Gradients of Graph agree with the reference: rows 2, seed 5.\nFarthest from it: ")
                .contains(
                        "\n  part        values      zero  farthest  differences   skipped  farthest\n  logits           6")
                .doesNotContain("Going back", "NaN")
                .doesNotEndWith("\n");
    }

    @Test
    void everyInputHasItsPartAndAFrozenLayerHasNoDifferences() {
        GradientReport report =
                GradientCheck.of(Networks_TwoInputsNetwork.create(1)).rows(2).run();

        assertThat(report.agrees()).as("%s", report).isTrue();
        assertThat(report.parts())
                .extracting(Part::name)
                .containsExactly("logits", "outputs", "frozen", "both", "sum", "left", "right");
        assertThat(report.parts()).extracting(Part::values).containsExactly(4L, 4L, 32L, 48L, 20L, 12L, 8L);
        assertThat(report.parts()).extracting(Part::differences).containsExactly(0, 0, 0, 24, 10, 6, 4);
        assertThat(report.parts().get(2).zeros()).isEqualTo(32);
        assertThat(report.parts().get(2).skipped()).isZero();
    }

    /** Tolerances that let anything pass would be no check. */
    @ParameterizedTest
    @MethodSource("networks")
    void tolerancesAreNarrow(Network network) {
        for (Part part : GradientCheck.of(network).run().parts()) {
            ComparedValue worst = part.worst();
            assertThat(worst.allowed()).as("%s", worst).isLessThan(5e-4 * Math.max(1, Math.abs(worst.reference())));
            part.worstDifference()
                    .ifPresent(value -> assertThat(
                                    value.centralDifference().orElseThrow().error())
                            .as("%s", value)
                            .isLessThan(1e-3 * Math.max(1e-3, Math.abs(value.reference()))));
        }
    }

    @Test
    void theSameSeedGivesTheSameReportAndAnotherOneOtherRows() {
        GradientCheck check =
                GradientCheck.of(Networks_SequenceNetwork.create(1)).rows(3);

        assertThat(check.seed(1).run())
                .isEqualTo(check.seed(1).run())
                .isNotEqualTo(check.seed(2).run());
    }

    @Test
    void ofALargeNetworkSomeOfEveryLayerAreComparedWithDifferences() {
        GradientReport report = GradientCheck.of(Networks_WideNetwork.create(1)).run();

        for (Part part : report.parts()) {
            if (part.kind() == Kind.PARAMETERS || part.kind() == Kind.INPUT) {
                assertThat(part.differences()).isGreaterThan(0);
                assertThat(part.worst().centralDifference().isPresent() || part.skipped() > 0)
                        .isTrue();
            }
        }
        assertThat(report.parts().get(2).values()).isEqualTo(2 * (150 * 200 + 200));
        assertThat(report.parts().get(2).differences()).isLessThan(3_000);
    }

    @Test
    void aKinkThatIsTooNearIsSkippedAndCounted() {
        // Without biases a row of zeros is at the kinks of all units; it moves off them with the biases, but not with
        // the weights.
        GradientReport report = GradientCheck.of(Networks_KinkedNetwork.create(1))
                .inputs(new float[2], 1)
                .run();

        assertThat(report.agrees()).as("%s", report).isTrue();
        Part relu = report.parts().get(2);
        assertThat(relu.name()).isEqualTo("relu");
        assertThat(relu.skipped()).isEqualTo(8);
        assertThat(relu.differences()).isEqualTo(16);
    }

    @Test
    void aJumpOfTheSecondDerivativeIsNoFault() {
        Network network = Networks_BentNetwork.create(1);
        for (int seed = 0; seed < 300; seed++) {
            GradientReport report = GradientCheck.of(network).rows(2).seed(seed).run();
            assertThat(report.agrees()).as("%s", report).isTrue();
        }
    }

    @Test
    void layersThatNoRowReachesAgreeAndAreCounted() {
        Network network = Networks_KinkedNetwork.create(1);
        Arrays.fill(network.parameters(), 16, 24, -100);
        setLastBias(network, 1);

        GradientReport report = GradientCheck.of(network).run();

        assertThat(report.agrees()).as("%s", report).isTrue();
        assertThat(report.allZero()).isFalse();
        Part relu = report.parts().get(2);
        assertThat(relu.zeros()).isEqualTo(relu.values()).isEqualTo(48);
        Part last = report.parts().get(4);
        assertThat(last.zeros()).isLessThan(last.values());
        assertThatCode(GradientCheck.of(network)::check).doesNotThrowAnyException();
    }

    @Test
    void aNetworkWhoseGradientsAreAllZeroProvesNothing() {
        Network network = Networks_KinkedNetwork.create(1);
        Arrays.fill(network.parameters(), 0);
        setLastBias(network, -1);
        // From the logits on, the last bias has a gradient.
        GradientReport ofLogits = GradientCheck.of(network).run();
        assertThat(ofLogits.agrees()).isTrue();
        assertThat(ofLogits.allZero()).isFalse();

        Network without = Networks_WeightlessNetwork.create(1);
        GradientCheck check = GradientCheck.of(without).inputs(new float[6], 2);
        assertThat(check.run().agrees()).isTrue();
        assertThat(check.run().allZero()).isTrue();
        assertThatThrownBy(check::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("every gradient is 0 for these rows, so this proves nothing");
    }

    private static void setLastBias(Network network, float value) {
        network.parameters()[network.parameters().length - 1] = value;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void oneRowAtLeast(int rows) {
        GradientCheck check = GradientCheck.of(Networks_SequenceNetwork.create(1));
        String message = "rows must be at least 1, but is " + rows + ".";
        assertThatIllegalArgumentException().isThrownBy(() -> check.rows(rows)).withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.inputs(new float[0], rows))
                .withMessage(message);
    }

    @Test
    void inputsMustFitAndBeFinite() {
        GradientCheck check = GradientCheck.of(Networks_SequenceNetwork.create(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.inputs(new float[5], 2))
                .withMessage("inputs has 5 values, but 2 x 3 (rows x columns) needs 6.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.inputs(new float[] {1, 2, 3, 4, Float.NaN, 6}, 2))
                .withMessage("inputs has NaN in row 1, column 1; every feature must be finite.");
        assertThatNullPointerException().isThrownBy(() -> check.inputs(null, 2)).withMessage("inputs");
        assertThatNullPointerException()
                .isThrownBy(() -> GradientCheck.of(null))
                .withMessage("network");
    }

    @Test
    void inputsAreCopiedAndRowsReplaceThem() {
        GradientCheck check = GradientCheck.of(Networks_WeightlessNetwork.create(1));
        float[] ones = {1, 1, 1};
        check.inputs(ones, 1);
        Arrays.fill(ones, 0);
        assertThat(check.run().allZero()).isFalse();
        assertThat(check.run().rows()).isEqualTo(1);
        assertThat(check.rows(4).run().rows()).isEqualTo(4);
    }

    @Test
    void parametersMustBeFinite() {
        Network network = Networks_SequenceNetwork.create(1);
        network.parameters()[7] = Float.POSITIVE_INFINITY;
        assertThatIllegalArgumentException()
                .isThrownBy(GradientCheck.of(network)::check)
                .withMessage(
                        "Parameter 7 of Sequence is Infinity; gradients are checked where all parameters are finite.");
    }
}
