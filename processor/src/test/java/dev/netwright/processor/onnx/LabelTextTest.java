package dev.netwright.processor.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTextTest {
    @Test
    void anArrayOfTextsIsRead() {
        assertThat(LabelText.parse("[\"no\", \"yes, \\\"\\u00e9\\\"\"]")).containsExactly("no", "yes, \"é\"");
        assertThat(LabelText.parse(" [ \"one\" ] ")).containsExactly("one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[", "[]", "no", "[\"a\"", "[\"a\",]", "[\"a\"] b", "[1, 2]", "[\"\\u12\"]", "[\"\\uxyzw\"]"
            })
    void anythingElseIsNone(String json) {
        assertThat(LabelText.parse(json)).isEmpty();
    }
}
