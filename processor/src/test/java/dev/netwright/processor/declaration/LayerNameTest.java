package dev.netwright.processor.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import javax.lang.model.SourceVersion;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"hidden1", "größe", "a$b", "__", "_1", "var", "record", "yield", "層", "\uD835\uDCB3"})
    void identifiersAreValid(String name) {
        assertThat(LayerName.isValid(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1st", "a-b", "a.b", "class", "_", "null", "a b", "a\n", "a\0b", "a\u200B", "²"})
    void othersAreNot(String name) {
        assertThat(LayerName.isValid(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``, empty",
                "class, a keyword of Java",
                "_, a keyword of Java",
                "true, a keyword of Java",
                "a-b, no Java identifier",
                "` `, no Java identifier"
            })
    void theFaultIsNamed(String name, String fault) {
        assertThat(LayerName.fault(name)).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "first layer, first_layer",
                "a.b-c, a_b_c",
                "-x-, x",
                "1st, layer1st",
                "größe², größe",
                "class, layerClass",
                "``, layer3",
                "_, layer3",
                "!?, layer3"
            })
    void aSuggestionResemblesTheName(String name, String suggestion) {
        assertThat(LayerName.suggestion(name, "layer", 2)).isEqualTo(suggestion);
    }

    @Property
    void everySuggestionIsValid(@ForAll String name, @ForAll @IntRange(max = 20) int layer) {
        assertThat(LayerName.isValid(LayerName.suggestion(name, "layer", layer)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"a-b, `\"a-b\"`", "a\"b, `\"a\\\"b\"`", "a\\b, `\"a\\\\b\"`", "größe, `\"größe\"`"})
    void namesAreQuotedAsInASource(String name, String quoted) {
        assertThat(LayerName.quoted(name)).isEqualTo(quoted);
    }

    @Property
    void aQuotedNameIsOneLineOfWhatCanBeSeen(@ForAll String name) {
        assertThat(LayerName.quoted(name).chars()).noneMatch(c -> Character.isISOControl(c) || !Character.isDefined(c));
        assertThat(SourceVersion.isIdentifier(name) && LayerName.quoted(name).contains("\\u"))
                .as("only what cannot be seen is escaped: %s", name)
                .isEqualTo(SourceVersion.isIdentifier(name)
                        && name.chars().anyMatch(c -> Character.isIdentifierIgnorable(c) || !Character.isDefined(c)));
    }
}
