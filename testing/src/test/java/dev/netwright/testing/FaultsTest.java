package dev.netwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.topology.WeightedLayer;
import dev.netwright.testing.FaultyNetwork.Fault;
import dev.netwright.testing.GradientReport.Kind;
import dev.netwright.testing.GradientReport.Part;
import org.junit.jupiter.api.Test;

/** Whatever a pass gets wrong is found, and named. */
class FaultsTest {
    private static final Network SOUND = Networks_GraphNetwork.create(1);

    private static WeightedLayer layer(String name) {
        return SOUND.topology().weighted().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static GradientReport report(Fault fault) {
        return GradientCheck.of(new FaultyNetwork(SOUND, fault)).run();
    }

    @Test
    void aNetworkWithoutAFaultPasses() {
        GradientCheck.of(new FaultyNetwork(SOUND, Fault.inOutputs(outputs -> {})))
                .check();
    }

    @Test
    void everySingleParameterIsNamed() {
        for (WeightedLayer layer : SOUND.topology().weighted()) {
            for (int i = 0; i < layer.parameterCount(); i++) {
                int index = layer.weightsOffset() + i;
                GradientReport report = report(Fault.inParameterGradients(gradients -> gradients[index] += 0.001f));
                int weight = i;
                String name = i < layer.weightCount()
                        ? "weight [" + weight / layer.units() + "][" + weight % layer.units() + "]"
                        : "bias [" + (weight - layer.weightCount()) + "]";
                assertThat(report.agrees()).as("%s %s", layer.name(), name).isFalse();
                assertThat(report.worst().kind()).isEqualTo(Kind.PARAMETERS);
                assertThat(report.worst().name()).isEqualTo(layer.name());
                assertThat(report.worst().worst().name()).isEqualTo(name);
                assertThat(report.parts().stream().filter(part -> !part.agrees()))
                        .hasSize(1);
            }
        }
    }

    @Test
    void theMessageHasTheLayerTheParameterAndAllThreeValues() {
        WeightedLayer block = layer("block");
        int index = block.weightsOffset() + 2 * block.units() + 3;
        Network faulty = new FaultyNetwork(SOUND, Fault.inParameterGradients(gradients -> gradients[index] *= 2));

        ComparedValue worst = GradientCheck.of(faulty).run().worst().worst();
        assertThat((double) worst.generated()).isCloseTo(2 * worst.reference(), within(1e-5));
        assertThat(worst.centralDifference().orElseThrow().value()).isCloseTo(worst.reference(), within(1e-7));
        assertThat(worst.share()).isGreaterThan(1_000);
        assertThat(worst.differenceShare()).isLessThan(1);
        assertThatThrownBy(GradientCheck.of(faulty)::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "Gradients of Graph are off: rows 8, seed 0.\nWorst: layer block, weight [2][3], going back from the ")
                .hasMessageMatching(
                        "(?s).*: generated -?\\d\\S+, reference -?\\d\\S+, central difference -?\\d\\S+; generated and "
                                + "reference differ by \\S+, but rounding explains \\S+e-0[67]\\.\n"
                                + "Going back from the outputs, block is the first layer whose gradients are off\\.\n  part .*");
    }

    @Test
    void ofSeveralLayersTheFirstOnTheWayBackIsNamed() {
        int end = layer("block").biasesOffset() + layer("block").biasCount();
        GradientReport report = report(Fault.inParameterGradients(gradients -> {
            for (int i = 0; i < end; i++) {
                gradients[i] *= i < layer("block").weightsOffset() ? 3 : 1.01f;
            }
        }));

        assertThat(report.worst().name()).isEqualTo("lift");
        assertThat(report.firstOffGoingBack()).map(Part::name).hasValue("block");
        assertThat(report.toString())
                .contains("Going back from the outputs, block is the first layer whose gradients are off.");
    }

    @Test
    void aFaultInAnInputsGradientIsNamed() {
        GradientReport report = report(Fault.inInputGradients(gradients -> gradients[2 * 4 + 1] += 0.01f));

        assertThat(report.worst().kind()).isEqualTo(Kind.INPUT);
        assertThat(report.worst().worst().of()).isEqualTo("features");
        assertThat(report.worst().worst().name()).isEqualTo("row and feature [2][1]");
        assertThat(report.firstOffGoingBack()).isEmpty();
        assertThat(report.toString()).contains("Worst: features, row and feature [2][1], going back from the ");
    }

    @Test
    void aFaultInOneOfSeveralInputsIsNamedByTheInputAndItsColumn() {
        Network faulty = new FaultyNetwork(
                Networks_TwoInputsNetwork.create(1),
                Fault.inInputGradients(gradients -> gradients[2 * 5 + 4] += 0.01f));
        GradientReport report = GradientCheck.of(faulty).run();

        assertThat(report.worst().name()).isEqualTo("right");
        assertThat(report.worst().worst().name()).isEqualTo("row and feature [2][1]");
    }

    @Test
    void aFrozenLayerThatHasAGradientIsNamed() {
        Network faulty = new FaultyNetwork(
                Networks_TwoInputsNetwork.create(1), Fault.inParameterGradients(gradients -> gradients[13] = 0.001f));
        GradientReport report = GradientCheck.of(faulty).run();

        assertThat(report.worst().name()).isEqualTo("frozen");
        assertThat(report.worst().worst().name()).isEqualTo("bias [1]");
    }

    @Test
    void wrongOutputsAreSaidFirstSinceGradientsFollowFromThem() {
        Network sound = Networks_SequenceNetwork.create(1);
        Network faulty = new FaultyNetwork(
                sound,
                new Fault(
                        logits -> {},
                        outputs -> outputs[3] += 0.001f,
                        gradients -> gradients[0] = 1e9f,
                        gradients -> {}));
        GradientReport report = GradientCheck.of(faulty).run();

        assertThat(report.worst().kind()).isEqualTo(Kind.OUTPUTS);
        assertThat(report.toString())
                .startsWith(
                        "Already the outputs of Sequence are off: rows 8, seed 0.\nWorst: outputs, row and unit [1][1]: generated ")
                .doesNotContain("Going back");
    }

    @Test
    void wrongLogitsAreFoundWhereTheOutputsAreRight() {
        GradientReport report = report(Fault.inLogits(logits -> logits[4] = -logits[4]));

        assertThat(report.worst().kind()).isEqualTo(Kind.LOGITS);
        assertThat(report.worst().worst().name()).isEqualTo("row and unit [1][1]");
    }

    @Test
    void whatIsNoNumberIsInfinitelyFarOff() {
        GradientReport report = report(Fault.inParameterGradients(gradients -> gradients[5] = Float.NaN));

        assertThat(report.worst().worst().share()).isPositive().isInfinite();
        assertThat(report.worst().worst().name()).isEqualTo("weight [0][5]");
        assertThat(report.toString()).contains("generated NaN, reference ", "Infinity");
    }
}
