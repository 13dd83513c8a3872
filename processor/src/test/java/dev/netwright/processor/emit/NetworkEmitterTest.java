package dev.netwright.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Activation;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.plan.CostModel;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.testing.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkEmitterTest {
    private static final String LONG_NAME = "firstHiddenLayer";

    @Test
    void marksTheClassAsGeneratedWhereTheCompilerHasTheAnnotation() {
        NetworkPlan plan = NetworkPlan.of(Models.of("Small", Activation.TANH, 2, 1));

        assertThat(emit(plan)).doesNotContain("Generated(");
        assertThat(new NetworkEmitter(Optional.of("javax.annotation.processing.Generated"))
                        .emit(plan)
                        .text())
                .contains("@Generated(\"dev.netwright.processor.NetworkProcessor\")\npublic final class SmallNetwork");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "ar-EG", "hi-IN-u-nu-deva", "de-CH"})
    void writesTheSameTextInEveryCountry(String language) {
        NetworkPlan plan = NetworkPlan.of(Models.of("Digits", Activation.LEAKY_RELU, 784, 128, 3, 2));
        String text = emit(plan);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            assertThat(emit(plan)).isEqualTo(text).doesNotContain("\r");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsLinesWithin120CharactersUnlessNamesAreVeryLong(Activation activation) {
        List<LayerModel> layers = new ArrayList<>();
        layers.add(Models.layer(LONG_NAME + 1, 0, 10_000, 10_000, activation, true));
        layers.add(Models.layer(LONG_NAME + 2, 1, 10_000, 12, activation, true));
        layers.add(Models.layer(LONG_NAME + 3, 2, 12, 8, activation, true));
        layers.add(Models.layer(LONG_NAME + 4, 3, 8, 10, activation, false));
        NetworkModel model = Models.of("NamesOfManyLetters", layers);

        assertThat(emit(NetworkPlan.of(model)).lines())
                .filteredOn(line -> line.length() > 120)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void showsEveryFormulaOfTheTable(Activation activation) {
        String text = emit(NetworkPlan.of(Models.of("One", activation, 3, 3, 3)));

        assertThat(text).contains("* hidden1  z = x·W + b  " + activation.formula());
        if (activation != Activation.IDENTITY) {
            assertThat(text).contains("// " + activation.formula()).contains(activation.derivative());
        }
        activation
                .alpha()
                .ifPresent(alpha -> assertThat(text)
                        .contains(activation.formula() + ", α = " + alpha.byDefault())
                        .contains(activation.derivative() + ", α = " + alpha.byDefault()));
    }

    @Test
    void splitsMethodsThatWouldOutgrowTheBudget() {
        NetworkModel model = Models.of("Wide", Activation.TANH, 1, 150, 1);
        String text = emit(NetworkPlan.of(model, new CostModel(150)));

        assertThat(text).contains("sampleHidden1Part1();\n            sampleHidden1Part2();\n");
        assertThat(text).contains("// W and b, units 0 to 74\n").contains("// W and b, units 75 to 149\n");
    }

    private static String emit(NetworkPlan plan) {
        return new NetworkEmitter(Optional.empty()).emit(plan).text();
    }
}
