package dev.netwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources are cut into members as the compiler does it, and files have those that are called. */
class PartsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ActivationMath",
                "FloatMath",
                "GeluMath",
                "LogSoftmax",
                "PortableMath",
                "RowParts",
                "RowSums",
                "Softmax"
            })
    void everyMemberOfTheRuntimesSourcesIsFound(String name) throws ClassNotFoundException {
        Class<?> type = Class.forName("dev.netwright.runtime.kernel." + name);
        Set<String> expected = new TreeSet<>();
        for (Method method : type.getDeclaredMethods()) {
            expected.add(method.getName() + "()");
        }
        for (Field field : type.getDeclaredFields()) {
            expected.add(field.getName());
        }
        expected.removeIf(member -> member.contains("$") || member.startsWith("KERNELS"));
        assertThat(members(PartSource.read(name, ""))).containsAll(expected);
    }

    private static Set<String> members(PartSource source) {
        Set<String> names = new TreeSet<>();
        source.members().forEach(member -> names.add(member.name() + (member.isMethod() ? "()" : "")));
        return names;
    }

    @Test
    void aSourceIsCutIntoItsMembers() {
        PartSource source = PartSource.of("Some", "", """
                package some;

                import static some.Other.LARGEST;
                import java.util.zip.CRC32;

                /** A class {@code x;}. */
                public final class Some {
                    /** Two lines;
                     * with {@code a; b}. */
                    private static final float[] NUMBERS = {
                        1f,
                        2f
                    };

                    static final float NEXT =
                            LARGEST;

                    private Some() {}

                    /** x²·y. */
                    public static float f(float x, float y) {
                        // g() }
                        if (x > LARGEST) {
                            return Math.fma(x, y, "g();".length());
                        }
                        return 0f;
                    }

                    static int g(
                            int longer) {
                        return longer;
                    }
                }
                """);

        assertThat(source.members()).extracting(Member::name).containsExactly("NUMBERS", "NEXT", "f", "g");
        assertThat(source.imports()).containsExactly("import java.util.zip.CRC32;");
        assertThat(source.members().get(1).text()).isEqualTo("""
                    static final float NEXT =
                            Other.LARGEST;
                """);
        assertThat(source.members().get(2).text())
                .startsWith("    /** x^2*y. */\n    static float f(")
                .contains("Fma.fma(x, y")
                .contains("x > Other.LARGEST");
        assertThat(source.members().get(2).code()).doesNotContain("g()");
    }

    @Test
    void aFileHasWhatIsCalledAndNoMore() {
        assertThat(written("x = ActivationMath.relu(x);"))
                .contains("class ActivationMath {", "relu(float z)")
                .doesNotContain("class FloatMath", "tanh");
        assertThat(written("Checks.finite(features); // Kernels.softmax(z)"))
                .contains("class Checks", "finite(")
                .doesNotContain("Kernels", "indices(");
        assertThat(written("ActivationMath.gelu(x)"))
                .contains("class GeluMath", "class FloatMath", "class Fma", "TAIL_8", "TWO_FACTORS")
                .doesNotContain("MILLS", "geluTanh", "Derivative");
        assertThat(Parts.calledBy("Numbers.ofText(text(), 1, 2L)").imports())
                .containsExactly("import java.util.zip.CRC32;");
    }

    private static String written(String code) {
        SourceText text = new SourceText();
        text.line("class A {");
        Parts.calledBy(code).write(text);
        text.line("}");
        return text.toString();
    }

    @Test
    void namesAreThoseOfNestedClasses() {
        assertThat(Parts.names()).contains("Kernels", "Fma", "FloatMath").doesNotHaveDuplicates();
    }
}
