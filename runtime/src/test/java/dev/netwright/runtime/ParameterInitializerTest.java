package dev.netwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.kernel.PortableMath;
import dev.netwright.runtime.topology.DenseLayer;
import dev.netwright.runtime.topology.LayerTraining;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.LayerWiring;
import dev.netwright.runtime.topology.Topology;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The starting weights follow the published rules, and each seed's values are fixed. */
class ParameterInitializerTest {
    private static final int IN = 300;
    private static final int OUT = 200;
    private static final int COUNT = IN * OUT;

    @ParameterizedTest
    @CsvSource({"GLOROT_UNIFORM, 6, 500", "HE_UNIFORM, 6, 300", "LECUN_UNIFORM, 3, 300"})
    void uniformRules(Initializer rule, double numerator, double fans) {
        float[] weights = weights(rule, IN, OUT, 1);
        double bound = Math.sqrt(numerator / fans);
        float[] sorted = weights.clone();
        Arrays.sort(sorted);
        assertThat((double) sorted[0]).isBetween(-bound, -0.999 * bound);
        assertThat((double) sorted[COUNT - 1]).isBetween(0.999 * bound, bound);
        assertMoments(weights, bound * bound / 3, 0.8);
        double distance = 0;
        for (int i = 0; i < COUNT; i++) {
            distance = Math.max(distance, Math.abs((sorted[i] + bound) / (2 * bound) - (i + 0.5) / COUNT));
        }
        assertKolmogorovSmirnov(distance);
    }

    @ParameterizedTest
    @CsvSource({"GLOROT_NORMAL, 2, 500", "HE_NORMAL, 2, 300", "LECUN_NORMAL, 1, 300"})
    void normalRules(Initializer rule, double numerator, double fans) {
        float[] weights = weights(rule, IN, OUT, 1);
        double variance = numerator / fans;
        assertMoments(weights, variance, 2);
        float[] sorted = weights.clone();
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < COUNT; i++) {
            double below = PortableMath.normalCdf(sorted[i] / Math.sqrt(variance));
            distance = Math.max(distance, Math.abs(below - (i + 0.5) / COUNT));
        }
        assertKolmogorovSmirnov(distance);
    }

    /** Mean 0 and the variance, each within four standard errors; {@code kurtosis} is that of the squares. */
    private static void assertMoments(float[] weights, double variance, double kurtosis) {
        double mean = 0;
        double square = 0;
        for (float weight : weights) {
            mean += weight / (double) COUNT;
            square += (double) weight * weight / COUNT;
        }
        assertThat(mean).isCloseTo(0, within(4 * Math.sqrt(variance / COUNT)));
        assertThat(square).isCloseTo(variance, within(4 * variance * Math.sqrt(kurtosis / COUNT)));
    }

    /** The distance is below this for 99 of 100 samples (Kolmogorov 1933). */
    private static void assertKolmogorovSmirnov(double distance) {
        assertThat(distance).isLessThan(1.63 / Math.sqrt(COUNT));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5", "5, 1", "8, 8", "20, 30", "30, 20", "64, 64"})
    void orthogonalRowsOrColumns(int in, int out) {
        float[] weights = weights(Initializer.ORTHOGONAL, in, out, 3);
        boolean rows = in <= out;
        int vectors = Math.min(in, out);
        for (int a = 0; a < vectors; a++) {
            for (int b = 0; b <= a; b++) {
                double product = 0;
                for (int k = 0; k < Math.max(in, out); k++) {
                    product += rows
                            ? (double) weights[a * out + k] * weights[b * out + k]
                            : (double) weights[k * out + a] * weights[k * out + b];
                }
                assertThat(product).isCloseTo(a == b ? 1 : 0, within(1e-6));
            }
        }
    }

    @Test
    void zerosAndConstants() {
        assertThat(weights(Initializer.ZEROS, 4, 5, 1)).containsOnly(0f);
        DenseLayer layer = dense("only", 4, 5, true, Initializer.CONSTANT, 0.25f, 0);
        float[] parameters = ParameterInitializer.initialize(new Topology("Net", 4, List.of(layer)), 1);
        assertThat(Arrays.copyOf(parameters, 20)).containsOnly(0.25f);
        assertThat(Arrays.copyOfRange(parameters, 20, 25)).containsOnly(0f);
    }

    @ParameterizedTest
    @CsvSource({"GLOROT_UNIFORM", "HE_NORMAL", "ORTHOGONAL"})
    void biasesStartAtZeroAndEveryWeightIsSet(Initializer rule) {
        Topology topology = new Topology(
                "Net",
                4,
                List.of(dense("a", 4, 5, true, rule, Float.NaN, 0), dense("b", 5, 3, true, rule, Float.NaN, 25)));
        float[] parameters = ParameterInitializer.initialize(topology, 9);
        for (int i = 0; i < parameters.length; i++) {
            boolean isBias = (i >= 20 && i < 25) || i >= 40;
            assertThat(parameters[i] == 0f).as("parameter %d", i).isEqualTo(isBias);
        }
    }

    /** Computed apart from this code, from SplitMix64 and the rules' formulas; a change would change every network. */
    @Test
    void aSeedAlwaysGivesTheSameNetwork() {
        Topology topology = new Topology(
                "Net",
                2,
                List.of(
                        dense("hidden", 2, 3, true, Initializer.GLOROT_UNIFORM, Float.NaN, 0),
                        dense("output", 3, 2, false, Initializer.HE_NORMAL, Float.NaN, 9)));
        assertThat(ParameterInitializer.initialize(topology, 42))
                .containsExactly(
                        0.5960459113121033f,
                        -0.2592891752719879f,
                        0.4509863257408142f,
                        0.22266609966754913f,
                        -1.056406021118164f,
                        0.8879121541976929f,
                        0f,
                        0f,
                        0f,
                        0.7110354900360107f,
                        -0.27073344588279724f,
                        0.4111812710762024f,
                        -0.12118035554885864f,
                        -1.3030986785888672f,
                        0.26949742436408997f);
        assertThat(weights(Initializer.ORTHOGONAL, 2, 3, 42))
                .containsExactly(
                        -0.7070648670196533f,
                        -0.7016875147819519f,
                        0.08771499246358871f,
                        -0.3395531177520752f,
                        0.22808583080768585f,
                        -0.9125133156776428f);
    }

    @Test
    void seedsAndLayersAreIndependent() {
        float[] first = weights(Initializer.LECUN_NORMAL, IN, OUT, 1);
        assertThat(weights(Initializer.LECUN_NORMAL, IN, OUT, 1)).isEqualTo(first);
        assertUncorrelated(first, weights(Initializer.LECUN_NORMAL, IN, OUT, 2));

        Topology two = new Topology(
                "Net",
                IN,
                List.of(
                        dense("a", IN, IN, true, Initializer.LECUN_NORMAL, Float.NaN, 0),
                        dense("b", IN, IN, true, Initializer.LECUN_NORMAL, Float.NaN, IN * IN + IN)));
        float[] parameters = ParameterInitializer.initialize(two, 1);
        assertUncorrelated(
                Arrays.copyOf(parameters, COUNT), Arrays.copyOfRange(parameters, IN * IN + IN, IN * IN + IN + COUNT));
    }

    /** Products of independent values have mean 0; within four standard errors. */
    private static void assertUncorrelated(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += (double) left[i] * right[i];
        }
        assertThat(sum * IN / COUNT).isCloseTo(0, within(4 / Math.sqrt(COUNT)));
    }

    @Test
    void aRuleThatIsNotResolvedIsRefused() {
        Topology topology = new Topology("Net", 1, List.of(dense("only", 1, 1, true, Initializer.AUTO, Float.NaN, 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterInitializer.initialize(topology, 1))
                .withMessage("Layer only has the initializer AUTO; a topology holds the rule that the activation"
                        + " resolves it to.");
    }

    private static float[] weights(Initializer rule, int in, int out, long seed) {
        Topology topology = new Topology("Net", in, List.of(dense("only", in, out, false, rule, Float.NaN, 0)));
        return ParameterInitializer.initialize(topology, seed);
    }

    private static DenseLayer dense(
            String name, int in, int out, boolean bias, Initializer rule, float constant, int offset) {
        return new DenseLayer(
                name,
                LayerWiring.ABOVE,
                in,
                out,
                Activation.TANH,
                Float.NaN,
                bias,
                rule,
                constant,
                offset,
                offset + in * out,
                LayerTraining.PLAIN,
                LayerTreatment.NONE);
    }
}
