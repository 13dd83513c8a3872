package dev.netwright.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.GoldenFile;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every byte of a few generated files, the same from both compilers and on every JDK that runs this test. */
class GoldenFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "examples/src/main/java/dev/netwright/examples/digits/Digits.java, docs/generated/DigitsNetwork.java",
        "examples/src/main/java/dev/netwright/examples/digits/LeNet5.java, docs/generated/LeNet5Network.java",
        "verification/src/test/java/dev/netwright/verification/worked/WorkedExample.java, docs/generated/WorkedExampleNetwork.java",
        "processor/src/test/golden/Gated.java, docs/generated/GatedNetwork.java",
        "processor/src/test/golden/Product.java, docs/generated/ProductNetwork.java",
        "processor/src/test/golden/Treated.java, processor/src/test/golden/TreatedNetwork.java",
        "processor/src/test/golden/Batched.java, processor/src/test/golden/BatchedNetwork.java",
        "processor/src/test/golden/Waves.java, docs/generated/WavesNetwork.java",
        "processor/src/test/golden/Words.java, docs/generated/WordsNetwork.java",
        "processor/src/test/golden/ActorCritic.java, docs/generated/ActorCriticNetwork.java",
        "processor/src/test/golden/Houses.java, docs/generated/HousesNetwork.java",
        "processor/src/test/golden/Mixed.java, processor/src/test/golden/Mixed_ExpertsNetwork.java"
    })
    void holdWhatTheProcessorWrites(String declaration, String generated) throws IOException {
        SourceFile source = SourceFile.of(Files.readString(GoldenFile.ofProject(declaration)));
        for (TestCompiler compiler : TestCompiler.values()) {
            Compilation compilation = compiler.compile(folder.resolve(compiler.name()), List.of(source));

            assertThat(compilation.success()).as("%s", compilation).isTrue();
            assertThat(compilation.generatedSources().values())
                    .singleElement()
                    .satisfies(text -> GoldenFile.check(GoldenFile.ofProject(generated), text));
        }
    }
}
