package dev.netwright.verification.worked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.verification.pages.Page;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every number and every piece of code of docs/backpropagation.md. */
class BackpropagationPageTest {
    private static final Page PAGE = Page.of("docs/backpropagation.md");
    private static final MathContext SIX_DIGITS = new MathContext(6);
    private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{5,}");

    /** In the order of the rows, as Mazur 2015 prints them. */
    private static final List<String> PUBLISHED = List.of(
            "| layer output, from input 0 | 0.35891648 | 0.511301270 |",
            "| layer output, from input 1 | 0.408666186 | 0.561370121 |",
            "| layer hidden, from input 0 | 0.149780716 | 0.24975114 |",
            "| layer hidden, from input 1 | 0.19956143 | 0.29950229 |");

    private final ExactExample exact = new ExactExample(ExactExample.PARAMETERS);
    private final GeneratedExample generated = new GeneratedExample(ExactExample.PARAMETERS);

    @Test
    void hasTheNumbersOfTheGeneratedClassAndOfDoublePrecision() {
        float[] hiddenA = generated.array("hiddenA");
        float[] outputA = generated.array("outputA");
        List<String> rows = new ArrayList<>();
        rows.add(row("z of layer hidden", exact.hiddenZ, generated.array("hiddenZ")));
        rows.add(row("a of layer hidden", exact.hiddenA, hiddenA));
        rows.add(row("z of layer output", exact.outputZ, generated.array("outputZ")));
        rows.add(row("a of layer output", exact.outputA, outputA));
        rows.add("| L | " + text(exact.loss, generated.loss) + " |");
        rows.add(row("dL/da", exact.outputDa, generated.outputDa));
        rows.add(row("f'(z)", exact.outputSlope, slope(outputA)));
        rows.add(row("dL/dz", exact.outputDz, generated.array("outputDz")));
        rows.addAll(gradientRows(6));
        rows.add(row("dL/da", exact.hiddenDa, generated.array("hiddenDa")));
        rows.add(row("f'(z)", exact.hiddenSlope, slope(hiddenA)));
        rows.add(row("dL/dz", exact.hiddenDz, generated.array("hiddenDz")));
        rows.addAll(gradientRows(0));
        rows.add(row("dL/dx", exact.inputGradients, generated.inputGradients));
        rows.add("| 0.401 | " + text(moved(0.001).loss, generatedMoved(0.001).loss) + " |");
        rows.add("| 0.399 | " + text(moved(-0.001).loss, generatedMoved(-0.001).loss) + " |");
        rows.addAll(PUBLISHED);
        rows.add(row("layer output", biasesAfterOneStep(10), generatedBiasesAfterOneStep(10)));
        rows.add(row("layer hidden", biasesAfterOneStep(4), generatedBiasesAfterOneStep(4)));

        assertThat(PAGE.lines().stream()
                        .filter(line -> line.startsWith("|")
                                && LONG_NUMBER.matcher(line).find()))
                .containsExactlyElementsOf(rows);
    }

    @Test
    void hasNoOtherNumbersThanThese() {
        double difference = (moved(0.001).loss - moved(-0.001).loss) / 0.002;
        List<String> numbers = PAGE.lines().stream()
                .filter(line -> !line.startsWith("|"))
                .flatMap(line -> LONG_NUMBER.matcher(line).results().map(MatchResult::group))
                .toList();

        assertThat(numbers)
                .containsExactly(
                        text(difference, generated.gradients()[6]),
                        text(lossAfterOneStepOfTheWeights(), generatedLossAfterOneStepOfTheWeights()),
                        text(exact.loss, generated.loss));
    }

    @Test
    void namesTheParametersAsTheyLieInTheArray() {
        String[] rows = {"w₀₀", "w₀₁", "w₁₀", "w₁₁", "b₀", "b₁"};
        for (int i = 0; i < rows.length; i++) {
            String label = rows[i];
            String hidden = String.format(Locale.ROOT, "%.2f", ExactExample.PARAMETERS[i]);
            String output = String.format(Locale.ROOT, "%.2f", ExactExample.PARAMETERS[6 + i]);
            assertThat(PAGE.lines())
                    .anyMatch(line -> line.startsWith("| " + label)
                            && line.contains("| " + hidden + " |")
                            && line.contains("| " + output + " |"));
        }
    }

    @Test
    void hasCodeOfTheProjectAlone() {
        String sources = Stream.of(
                        "docs/generated/WorkedExampleNetwork.java",
                        "verification/src/test/java/dev/netwright/verification/worked/WorkedExample.java",
                        "verification/src/test/java/dev/netwright/verification/worked/WorkedExampleTest.java")
                .map(path -> Page.of(path).withoutBlanks())
                .reduce("", String::concat);

        assertThat(PAGE.code())
                .hasSizeGreaterThan(5)
                .allSatisfy(code -> assertThat(sources).contains(new Page(code).withoutBlanks()));
    }

    @Test
    void namesTheLossesThatBelongToAnActivation() {
        Map<Activation, List<Loss>> losses = Map.of(
                Activation.SOFTMAX, List.of(Loss.CROSS_ENTROPY, Loss.KULLBACK_LEIBLER),
                Activation.LOG_SOFTMAX, List.of(Loss.CROSS_ENTROPY, Loss.KULLBACK_LEIBLER),
                Activation.SIGMOID, List.of(Loss.BINARY_CROSS_ENTROPY),
                Activation.EXPONENTIAL, List.of(Loss.POISSON),
                Activation.IDENTITY, List.of(Loss.MEAN_SQUARED_ERROR));
        losses.forEach((activation, fused) -> {
            String name = activation.name().toLowerCase(Locale.ROOT).replace('_', '-');
            String names = String.join(", ", fused.stream().map(Loss::name).toList());
            assertThat(PAGE.text()).contains("| " + name + " | " + names + " |");
            assertThat(fused).allMatch(loss -> loss.fusesWith(activation));
        });
    }

    private List<String> gradientRows(int from) {
        Function<Integer, double[]> exactly = i -> Arrays.copyOfRange(exact.gradients, i, i + 2);
        Function<Integer, float[]> generatedly = i -> Arrays.copyOfRange(generated.gradients(), i, i + 2);
        return List.of(
                row("dW, from input 0", exactly.apply(from), generatedly.apply(from)),
                row("dW, from input 1", exactly.apply(from + 2), generatedly.apply(from + 2)),
                row("db", exactly.apply(from + 4), generatedly.apply(from + 4)));
    }

    private static double[] withFirstOutputWeightMoved(double by) {
        double[] parameters = ExactExample.PARAMETERS.clone();
        parameters[6] += by;
        return parameters;
    }

    private static ExactExample moved(double by) {
        return new ExactExample(withFirstOutputWeightMoved(by));
    }

    private static GeneratedExample generatedMoved(double by) {
        return new GeneratedExample(withFirstOutputWeightMoved(by));
    }

    private double[] biasesAfterOneStep(int from) {
        return new double[] {
            ExactExample.PARAMETERS[from] - 0.5 * exact.gradients[from],
            ExactExample.PARAMETERS[from + 1] - 0.5 * exact.gradients[from + 1]
        };
    }

    private float[] generatedBiasesAfterOneStep(int from) {
        float[] parameters = generated.network.parameters();
        return new float[] {
            parameters[from] - 0.5f * generated.gradients()[from],
            parameters[from + 1] - 0.5f * generated.gradients()[from + 1]
        };
    }

    private double lossAfterOneStepOfTheWeights() {
        return new ExactExample(weightsAfterOneStep()).loss;
    }

    private double generatedLossAfterOneStepOfTheWeights() {
        return new GeneratedExample(weightsAfterOneStep()).loss;
    }

    private double[] weightsAfterOneStep() {
        double[] parameters = ExactExample.PARAMETERS.clone();
        for (int i : new int[] {0, 1, 2, 3, 6, 7, 8, 9}) {
            parameters[i] -= 0.5 * exact.gradients[i];
        }
        return parameters;
    }

    private static float[] slope(float[] a) {
        return new float[] {a[0] * (1 - a[0]), a[1] * (1 - a[1])};
    }

    private static String row(String label, double[] exact, float[] generated) {
        return "| " + label + " | " + text(exact[0], generated[0]) + " | " + text(exact[1], generated[1]) + " |";
    }

    /** The exact value in six digits; the generated class may miss the last of them, since it computes with floats. */
    private static String text(double exact, double generated) {
        assertThat(generated).isCloseTo(exact, within(1e-6 * Math.abs(exact)));
        return new BigDecimal(exact).round(SIX_DIGITS).toPlainString();
    }
}
