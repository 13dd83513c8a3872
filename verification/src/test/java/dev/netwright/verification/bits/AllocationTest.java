package dev.netwright.verification.bits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.verification.process.Jdk;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the steady state nothing allocates: predictions, passes, and whole training steps of generated networks. */
class AllocationTest {
    /** Compiling in the foreground, a JVM needs no time to become warm, only calls. */
    private static final String FOREGROUND = "-Xbatch";

    @Test
    void warmOperationsAllocateNothingInPlainJava() {
        check(Jvm.of(Jdk.current(), FOREGROUND));
    }

    @Test
    void warmOperationsAllocateNothingWithSimd() {
        check(Jvm.of(Jdk.current(), FOREGROUND).withVectorModule());
    }

    static List<Jvm> others() {
        return Jdk.found().stream()
                .filter(jdk -> jdk.feature() != Jdk.current().feature())
                .map(jdk -> Jvm.of(jdk, FOREGROUND))
                .flatMap(jvm -> List.of(jvm, jvm.withVectorModule()).stream())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    @Tag("long")
    void warmOperationsAllocateNothingOnOtherJdks(Jvm jvm) {
        check(jvm);
    }

    private static void check(Jvm jvm) {
        List<String> lines = jvm.run(AllocationProgram.class).lines();
        assertThat(lines).hasSizeGreaterThan(3 * 4 + TrainingCase.all().size());
        assertThat(lines)
                .as("bytes that each operation allocates, on %s", jvm)
                .allSatisfy(line -> assertThat(line).startsWith("0  "));
    }
}
