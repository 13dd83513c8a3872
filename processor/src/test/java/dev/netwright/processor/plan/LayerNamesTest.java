package dev.netwright.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerNamesTest {
    @ParameterizedTest
    @CsvSource({
        "hidden1, HIDDEN1, hidden1, Hidden1",
        "output, OUTPUT, output, Output",
        "firstLayer, FIRST_LAYER, firstLayer, FirstLayer",
        "Int, INT, int, Int",
        "URL, URL, uRL, URL",
        "snake_case, SNAKE_CASE, snake_case, Snake_case",
        "$, $, $, $",
        "größe, GRÖSSE, größe, Größe"
    })
    void followJavasConventions(String layer, String constant, String field, String method) {
        assertThat(new LayerNames.Registry().register(layer)).isEqualTo(new LayerNames(constant, field, method));
    }

    @Test
    void differWhereLayersDifferInCaseOrUnderscoresAlone() {
        List<LayerNames> names = register("a_b", "aB", "AB", "ab", "a_B", "A_B_2");

        assertAllDiffer(names, LayerNames::constant);
        assertAllDiffer(names, LayerNames::field);
        assertAllDiffer(names, LayerNames::method);
    }

    @Test
    void differWhereTwoLettersHaveOneCapital() {
        String kelvin = "\u212a";
        String thetaSymbol = "\u03f4";
        List<LayerNames> names = register("k", kelvin, "\u03b8", thetaSymbol);

        assertAllDiffer(names, LayerNames::constant);
        assertAllDiffer(names, LayerNames::field);
        assertAllDiffer(names, LayerNames::method);
    }

    @ParameterizedTest
    @CsvSource({"part1", "Part2", "hiddenPart10"})
    void leaveTheNamesOfSplitMethodsFree(String layer) {
        assertThat(register(layer).get(0).method()).doesNotMatch("(?i).*part\\d+");
    }

    @Test
    void doNotDependOnTheLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(register("initial").get(0)).isEqualTo(new LayerNames("INITIAL", "initial", "Initial"));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<LayerNames> register(String... layers) {
        LayerNames.Registry registry = new LayerNames.Registry();
        return List.of(layers).stream().map(registry::register).toList();
    }

    private static void assertAllDiffer(List<LayerNames> names, Function<LayerNames, String> part) {
        assertThat(names.stream().map(part)).doesNotHaveDuplicates();
    }
}
