package dev.netwright.verification.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.netwright.verification.process.Artifacts;
import dev.netwright.verification.process.Command;
import dev.netwright.verification.process.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Bytes of all kinds in the place of files. The folder {@code corpus} has those that are tried in every build; the long checks let Jazzer
 * make new ones from them, in a JVM of its own. What it finds goes into that folder when it is mended.
 */
class FileCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/dev/netwright/verification/file/corpus");

    private static final Path MODELS = Path.of("src/test/resources/onnx");

    private static final Duration FUZZED = Duration.ofSeconds(Integer.getInteger("netwright.fuzzed.seconds", 60));

    @TempDir
    private Path folder;

    private interface Target {
        void read(byte[] bytes) throws IOException;
    }

    private enum Format {
        SAFETENSORS(FileFuzzTargets.Safetensors.class, FileFuzzTargets.Safetensors::fuzzerTestOneInput),
        MODEL(FileFuzzTargets.Model.class, FileFuzzTargets.Model::fuzzerTestOneInput),
        NPY(FileFuzzTargets.NumpyArray.class, FileFuzzTargets.NumpyArray::fuzzerTestOneInput),
        NPZ(FileFuzzTargets.NumpyArchive.class, FileFuzzTargets.NumpyArchive::fuzzerTestOneInput),
        TRAINING(TrainingFuzzTarget.class, TrainingFuzzTarget::fuzzerTestOneInput),
        ONNX(OnnxFuzzTarget.class, OnnxFuzzTarget::fuzzerTestOneInput);

        private final Class<?> type;
        private final Target target;

        Format(Class<?> type, Target target) {
            this.type = type;
            this.target = target;
        }

        /** What was found. */
        private Path inputs() {
            return CORPUS.resolve(name().toLowerCase(Locale.ROOT));
        }

        /** All that new files are made from. */
        private List<Path> seeds() {
            return this == ONNX ? List.of(inputs(), MODELS) : List.of(inputs());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKeptIsReadOrRefused(Format format) throws IOException {
        for (Path seeds : format.seeds()) {
            List<Path> inputs = files(seeds);
            assertThat(inputs).isNotEmpty();
            for (Path input : inputs) {
                format.target.read(Files.readAllBytes(input));
            }
        }
    }

    /**
     * Bytes that the settings of the target refuse would say nothing of what comes after. They are written anew, with
     * {@code -Dnetwright.accept}, where a change to what training keeps makes them others.
     */
    @Test
    void trainingThatIsWholeIsTaken() throws IOException {
        Path inputs = Format.TRAINING.inputs();
        List<String> kinds = List.of("checkpoint", "stepwise", "gradients");
        if (System.getProperty("netwright.accept") != null) {
            for (String kind : kinds) {
                Files.deleteIfExists(inputs.resolve(kind));
            }
            TrainingFuzzTarget.write(
                    inputs.resolve("checkpoint"), inputs.resolve("stepwise"), inputs.resolve("gradients"));
        }
        for (String kind : kinds) {
            byte[] bytes = Files.readAllBytes(inputs.resolve(kind));
            assertThat(TrainingFuzzTarget.isTaken(bytes, folder.resolve(kind)))
                    .as(kind)
                    .isTrue();
        }
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void whatJazzerMakesIsReadOrRefused(Format format) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx2g",
                "-cp",
                Artifacts.path(
                        Artifacts.of(Jazzer.class),
                        Artifacts.of(FuzzedDataProvider.class),
                        Artifacts.tests(),
                        Artifacts.processor(),
                        Artifacts.runtime(),
                        Artifacts.annotations()),
                Jazzer.class.getName(),
                "--target_class=" + format.type.getName(),
                "--instrumentation_includes=dev.netwright.**",
                "-max_total_time=" + FUZZED.toSeconds(),
                "-max_len=20000",
                "-print_final_stats=1"));
        arguments.add(Files.createDirectory(folder.resolve("found")).toString());
        format.seeds().forEach(seeds -> arguments.add(seeds.toAbsolutePath().toString()));
        Command.Result result = Jdk.current()
                .run(folder, "java", arguments, FUZZED.multipliedBy(2).plusMinutes(10));
        System.out.println("Fuzzed " + format + ": "
                + result.err()
                        .lines()
                        .filter(line -> line.contains("number_of_executed_units"))
                        .findFirst()
                        .orElse("")
                + ", " + files(folder.resolve("found")).size() + " inputs with new paths");
        result.succeeded();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
