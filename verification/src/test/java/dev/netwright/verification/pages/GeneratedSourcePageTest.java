package dev.netwright.verification.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.plan.CostModel;
import dev.netwright.processor.plan.PredictionArrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratedSourcePageTest {
    private static final Page PAGE = Page.of("docs/generated-source.md");

    @Test
    void hasCodeOfTheProjectAlone() {
        String sources = Stream.of(
                        "docs/generated/DigitsNetwork.java",
                        "docs/generated/LeNet5Network.java",
                        "docs/generated/WorkedExampleNetwork.java",
                        "examples/src/main/java/dev/netwright/examples/digits/Digits.java")
                .map(path -> Page.of(path).withoutBlanks())
                .reduce("", String::concat);

        assertThat(PAGE.code())
                .hasSizeGreaterThan(3)
                .allSatisfy(code -> assertThat(sources).contains(new Page(code).withoutBlanks()));
    }

    @Test
    void namesTheLimitsOfThePlan() {
        assertThat(PAGE.text())
                .contains("at most " + CostModel.DEFAULT.mostUnrolledWeights() + " weights")
                .contains("at least " + PredictionArrays.LEAST_SAVED + " floats a row")
                .contains("no more than " + CostModel.MOST_UNROLLED_INPUTS + " inputs")
                .contains(String.format(Locale.ROOT, "at most %,d layers", NetworkModel.MOST_LAYERS));
    }
}
