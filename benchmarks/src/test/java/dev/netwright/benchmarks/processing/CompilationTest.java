package dev.netwright.benchmarks.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.benchmarks.processing.Compilation.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilationTest {
    @TempDir
    private Path folder;

    @Test
    void compilesDeclarationsWithTheProcessorAndWithout() throws IOException {
        assertThat(Compilation.millis(2, 3, Mode.PROCESSOR, folder)).isPositive();
        assertThat(Compilation.millis(2, 3, Mode.DECLARATIONS, folder)).isPositive();
    }

    @Test
    void compilesTheClassesThatTheProcessorWroteBefore() throws IOException {
        Compilation.generate(2, 3, folder);

        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("N0Network.java", "N1Network.java");
        assertThat(Compilation.millis(2, 3, Mode.CLASSES, folder)).isPositive();
    }

    @Test
    void readsThoseClasses() throws IOException {
        Files.writeString(folder.resolve("N0Network.java"), "class N0Network extends Missing {}");

        assertThatThrownBy(() -> Compilation.millis(1, 3, Mode.CLASSES, folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Missing");
    }
}
