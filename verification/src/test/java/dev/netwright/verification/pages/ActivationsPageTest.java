package dev.netwright.verification.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Alpha;
import dev.netwright.annotations.Initializer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of docs/activations.md are those of the two enums, row for row. */
class ActivationsPageTest {
    private static final Page PAGE = Page.of("docs/activations.md");

    @Test
    void hasEveryActivationWithItsFormulas() {
        assertThat(rows("## Every activation"))
                .containsExactlyElementsOf(Stream.of(Activation.values())
                        .map(activation -> row(
                                code(activation.name()),
                                code(activation.formula()),
                                code(activation.derivative()),
                                code(activation.defaultInitializer().name()),
                                activation.source()))
                        .toList());
    }

    @Test
    void hasEveryAlphaWithItsDefaultAndRange() {
        assertThat(rows("## Alpha"))
                .containsExactlyElementsOf(Stream.of(Activation.values())
                        .flatMap(activation -> activation.alpha().stream().map(alpha -> row(activation, alpha)))
                        .toList());
    }

    @Test
    void hasEveryInitializerWithItsDistribution() {
        assertThat(rows("## Every initializer"))
                .containsExactlyElementsOf(Stream.of(Initializer.values())
                        .map(initializer -> row(
                                code(initializer.name()),
                                initializer.title(),
                                code(initializer.formula()),
                                initializer.source()))
                        .toList());
    }

    private static String row(Activation activation, Alpha alpha) {
        return row(code(activation.name()), alpha.meaning(), code(Float.toString(alpha.byDefault())), alpha.range());
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    /** A bar within a cell is escaped, even within code. */
    private static String row(String... cells) {
        return "| "
                + String.join(
                        " | ",
                        Stream.of(cells).map(cell -> cell.replace("|", "\\|")).toList()) + " |";
    }

    /** The rows of the first table below a heading, without its own heading. */
    private static List<String> rows(String heading) {
        List<String> below = PAGE.lines().stream()
                .dropWhile(line -> !line.equals(heading))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(below).as("the table below %s", heading).hasSizeGreaterThan(2);
        return below.subList(2, below.size());
    }
}
