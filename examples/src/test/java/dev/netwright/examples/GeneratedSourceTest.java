package dev.netwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.examples.xor.XorNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedSourceTest {
    @Test
    void isTheAbsolutePathOfTheFileThatTheProcessorWrote() throws Exception {
        Path source = Path.of(GeneratedSource.of(XorNetwork.class));

        assertThat(source).isAbsolute().endsWith(Path.of("dev/netwright/examples/xor/XorNetwork.java"));
        assertThat(Files.readString(source))
                .contains("public final class XorNetwork extends GeneratedNetwork implements Xor");
    }

    @Test
    void isFoundBesideAJarAsBesideAFolderOfClasses(@TempDir Path target) throws Exception {
        Path source = target.resolve("generated-sources/annotations/dev/netwright/examples/xor/XorNetwork.java");
        Files.createDirectories(source.getParent());
        Files.createFile(source);

        assertThat(GeneratedSource.of(XorNetwork.class, target.resolve("any.jar")))
                .isEqualTo(source.toString());
    }

    @Test
    void aClassWithoutSourceIsSaidToHaveNone(@TempDir Path elsewhere) {
        assertThat(GeneratedSource.of(String.class))
                .isEqualTo("the one of java.lang.String is neither beside its class nor with it");
        assertThat(GeneratedSource.of(Xyz.class, elsewhere.resolve("moved.jar")))
                .isEqualTo("the one of " + Xyz.class.getName() + " is neither beside its class nor with it");
    }

    private static final class Xyz {}
}
