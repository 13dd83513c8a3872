package dev.netwright.processor.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeTest {
    @Test
    void noTwoHaveOneId() {
        assertThat(Code.values()).extracting(Code::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void theIdIsTheNameInCamelCase(Code code) {
        assertThat(code.id()
                        .replaceAll("([a-z])([A-Z])", "$1_$2")
                        .replace('.', '_')
                        .toUpperCase(Locale.ROOT))
                .isEqualTo(code.name());
    }

    @ParameterizedTest
    @EnumSource
    void isAnErrorOrAWarning(Code code) {
        assertThat(code.kind()).isIn(Kind.ERROR, Kind.WARNING);
        assertThat(code.isError()).isEqualTo(code.kind() == Kind.ERROR);
    }
}
