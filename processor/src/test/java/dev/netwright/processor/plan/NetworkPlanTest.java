package dev.netwright.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Activation;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.testing.Models;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkPlanTest {
    private static final NetworkPlan DIGITS = NetworkPlan.of(Models.of("Digits", Activation.RELU, 784, 128, 10));

    @Test
    void placesWeightsAndThenBiasesLayerAfterLayer() {
        assertThat(DIGITS.layers()).extracting(LayerPlan::weightsOffset).containsExactly(0, 784 * 128 + 128);
        assertThat(DIGITS.layers()).extracting(LayerPlan::biasesOffset).containsExactly(784 * 128, 101_760);
        assertThat(DIGITS.parameterCount()).isEqualTo(101_770);
        assertThat(DIGITS.multiplyAdds()).isEqualTo(784 * 128 + 128 * 10);
    }

    @Test
    void leavesNoPlaceForBiasesThatALayerDoesNotHave() {
        NetworkPlan plan = NetworkPlan.of(Models.of(
                "NoBias",
                List.of(
                        Models.layer("first", 0, 3, 4, Activation.TANH, false),
                        Models.layer("second", 1, 4, 2, Activation.TANH, true))));

        assertThat(plan.layers()).extracting(LayerPlan::weightsOffset).containsExactly(0, 12);
        assertThat(plan.parameterCount()).isEqualTo(12 + 8 + 2);
    }

    @Test
    void handsEachLayerTheActivationsOfTheOneBefore() {
        assertThat(DIGITS.layers()).extracting(layer -> layer.arrays().x()).containsExactly("inputs", "hidden1A");
        assertThat(DIGITS.layers()).extracting(LayerPlan::inputsConstant).containsExactly("INPUTS", "HIDDEN1_UNITS");
        assertThat(DIGITS.fromTheLast())
                .containsExactly(DIGITS.outputLayer(), DIGITS.layers().get(0));
    }

    @Test
    void sharesOneArrayWhereALayerHasNoActivation() {
        LayerPlan linear = NetworkPlan.of(Models.of("Linear", Activation.IDENTITY, 2, 3, 1))
                .layers()
                .get(0);

        assertThat(linear.arrays().a()).isEqualTo(linear.arrays().z());
        assertThat(linear.arrays().da()).isEqualTo(linear.arrays().dz());
        assertThat(linear.arrays().ownsDa()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"21, 3", "23, 2", "1, 63", "9, 7", "2, 2"})
    void unrollsSmallLayers(int inputs, int units) {
        assertThat(strategy(inputs, units)).isInstanceOf(Strategy.Unrolled.class);
    }

    @ParameterizedTest
    @CsvSource({"24, 1", "63, 1", "1, 64", "8, 8", "4, 16", "784, 128", "1, 2147483639", "46340, 46340"})
    void callsKernelsForLargeLayers(int inputs, int units) {
        assertThat(strategy(inputs, units)).isInstanceOf(Strategy.Kernel.class);
    }

    @Test
    void callsAKernelWhateverTheCostModelSaysWhereNoSplitIsSmallEnough() {
        NetworkPlan plan =
                NetworkPlan.of(Models.of("Wide", Activation.TANH, 5_000, 2), new CostModel(Integer.MAX_VALUE));

        assertThat(plan.layers().get(0).strategy()).isInstanceOf(Strategy.Kernel.class);
    }

    @Test
    void callsKernelsWhereOffsetsWouldTakeMoreConstantsThanAClassHolds() {
        NetworkPlan plan = NetworkPlan.of(Models.of(
                "Deep",
                Activation.TANH,
                7,
                IntStream.generate(() -> 7).limit(1_000).toArray()));
        List<LayerPlan> kernels = plan.layers().stream()
                .filter(layer -> layer.strategy() instanceof Strategy.Kernel)
                .toList();

        assertThat(kernels).isNotEmpty();
        assertThat(kernels.get(0).weightsOffset()).isBetween(32_767 + 15_900, 32_767 + 16_000);
        assertThat(kernels).hasSize(plan.layers().size() - plan.layers().indexOf(kernels.get(0)));
    }

    @Test
    void groupsTheLayersOfDeepNetworksAndNoOthers() {
        NetworkPlan deep = NetworkPlan.of(Models.of(
                "Deep",
                Activation.TANH,
                1,
                IntStream.generate(() -> 1).limit(1_000).toArray()));

        for (List<Range> groups : List.of(
                MethodGroups.ofCalls(1_000), MethodGroups.ofAllocations(deep), MethodGroups.ofDescriptions(deep))) {
            assertThat(groups).hasSizeGreaterThan(1);
            MethodBudgetTest.assertCovers(groups, 1_000);
        }
        assertThat(MethodGroups.ofCalls(2)).containsExactly(new Range(0, 2));
        assertThat(MethodGroups.ofAllocations(DIGITS)).containsExactly(new Range(0, 2));
        assertThat(MethodGroups.ofDescriptions(DIGITS)).containsExactly(new Range(0, 2));
    }

    @Test
    void printsItselfAsATable() {
        NetworkPlan plan = NetworkPlan.of(Models.of("Digits", Activation.RELU, 784, 128, 10, 2));

        assertThat(plan).hasToString("""
                DigitsNetwork
                  hidden1             784 -> 128    relu          kernel    weights at 0, biases at 100352
                  hidden2             128 -> 10     relu          kernel    weights at 100480, biases at 101760
                  output               10 -> 2      relu          unrolled  weights at 101770, biases at 101790
                  shared gradients: 128 floats a row instead of 138""");
        assertThat(NetworkPlan.of(Models.of("Deep", Activation.RELU, 784, 128, 64, 10))
                        .toString())
                .endsWith("\n  shared gradients: 128 floats a row instead of 192"
                        + "\n  activations in predictions: 276 floats a row instead of 404");
    }

    /** What the way back needs no longer makes room for what comes next; a residual is needed until it is handed on. */
    @Test
    void gradientsShareArraysOneAfterTheOther() {
        NetworkPlan sequence = NetworkPlan.of(Models.of("Deep", Activation.TANH, 4, 30, 20, 10, 2));

        assertThat(sequence.shared()).singleElement().satisfies(array -> {
            assertThat(array.users()).containsExactly("hidden3Da", "hidden2Da", "hidden1Da");
            assertThat(array.columns()).isEqualTo("HIDDEN1_UNITS");
            assertThat(array.size()).isEqualTo(30);
        });
        assertThat(NetworkPlan.of(Models.of("Shallow", Activation.TANH, 4, 30, 2))
                        .shared())
                .isEmpty();
    }

    private static Strategy strategy(int inputs, int units) {
        LayerModel layer = Models.layer("output", 0, inputs, units, Activation.TANH, false);
        return NetworkPlan.of(Models.of("One", List.of(layer))).outputLayer().strategy();
    }
}
