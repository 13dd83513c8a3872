package dev.netwright.benchmarks.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CompilationTest {
    @Test
    void compilesDeclarationsWithTheProcessorAndWithout() throws IOException {
        assertThat(Compilation.millis(2, 3, true)).isPositive();
        assertThat(Compilation.millis(2, 3, false)).isPositive();
    }
}
