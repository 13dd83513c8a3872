package dev.netwright.verification.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every network that {@code models.py} has written leaves again, as ONNX and as Java, and gives what it gives here. */
class LeavingTest {
    @TempDir
    static Path folder;

    private static ImportedFolder imported;

    @BeforeAll
    static void importsAll() throws Exception {
        Path models = OnnxImportTest.models().get(0).getParent();
        List<String> names = OnnxImportTest.models().stream()
                .map(model -> model.getFileName().toString().replace(".onnx", ""))
                .toList();
        imported = ImportedFolder.of(models, names, folder.resolve("imported"));
    }

    @AfterAll
    static void closes() throws IOException {
        imported.close();
    }

    @Test
    void asOnnxAndComesBack() throws Exception {
        Leaving leaving = new Leaving(imported.networks(), folder.resolve("onnx"));
        leaving.asOnnx();
        assertThat(leaving.refused()).isEmpty();
    }

    @Test
    void asJavaWithTheSameBits() throws Exception {
        Leaving leaving = new Leaving(imported.networks(), folder.resolve("java"));
        leaving.asJava();
        assertThat(leaving.refused()).isEmpty();
    }
}
