package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.file.Tensor;
import dev.netwright.runtime.file.TensorFile;
import dev.netwright.runtime.optimizer.Adam;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What may happen to the file of a run. */
class CheckpointFileTest extends CheckpointRuns {
    private static final String ADVICE =
            " No training can go on from it: put a copy from before in its place, or delete"
                    + " it to begin anew. Nothing has been changed.";

    @Test
    void anyBitThatDiffersIsFound() throws IOException {
        HandWritten trained = network();
        trainer(trained).checkpoint(file()).fit(training);
        byte[] whole = Files.readAllBytes(file());
        int refused = 0;
        for (int at = 0; at < whole.length; at += 7) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << at % 8);
            Files.write(file(), damaged);
            HandWritten network = network();
            Trainer trainer = trainer(network).checkpoint(file());
            try {
                trainer.fit(training);
                // Spaces behind the header may be others.
                assertThat(network.parameters()).isEqualTo(trained.parameters());
            } catch (UncheckedIOException e) {
                assertThat(e).hasCauseInstanceOf(DataFormatException.class);
                assertThat(e.getMessage()).startsWith(file().toString());
                assertThat(network.parameters()).isEqualTo(network().parameters());
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length / 7 - 10);
    }

    @Test
    void aFileThatEndsEarlyIsRefused() throws IOException {
        trainer(network()).checkpoint(file()).fit(training);
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length += 101) {
            Files.write(file(), Arrays.copyOf(whole, length));
            HandWritten network = network();
            assertThatThrownBy(() -> trainer(network).checkpoint(file()).fit(training))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(DataFormatException.class)
                    .hasMessageEndingWith("; it is truncated." + ADVICE);
            assertThat(network.parameters()).isEqualTo(network().parameters());
        }
    }

    @Test
    void aModelFileIsNoCheckpointAndStays() throws IOException {
        network().save(file());
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(() -> trainer(network()).checkpoint(file()).fit(training))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(
                        file() + ", its metadata: it has no state of a training, for it is a model file, which save"
                                + " has written and load reads; give the training a file of its own. Nothing has been changed.");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void tensorsOfOtherProgramsAreNoCheckpoint() throws IOException {
        new TensorFile(Map.of(), List.of(Tensor.of("x", new float[2], 2))).write(file());
        assertThatThrownBy(() -> trainer(network()).checkpoint(file()).fit(training))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("it has no state of a training, for a program that keeps none has written it;");
    }

    @Test
    void aTextIsNoCheckpoint() throws IOException {
        Files.writeString(file(), "epochs: 10\nseed: 7\n");
        assertThatThrownBy(() -> trainer(network()).checkpoint(file()).fit(training))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("this is no safetensors file")
                .hasMessageEndingWith(ADVICE);
    }

    /** Steps of one's own have no epochs, and epochs no such steps. */
    @Test
    void whoHasKeptAFileGoesOnFromItAlone() throws IOException {
        Path epochs = folder.resolve("epochs");
        Path stepwise = folder.resolve("stepwise");
        Path gradients = folder.resolve("gradients");
        trainer(network()).checkpoint(epochs).fit(training);
        GradientSteps steps = GradientSteps.of(network(), new Adam(0.01f));
        steps.save(gradients);
        try (StepwiseTraining training = trainer(network()).epochs(1).stepwise()) {
            training.save(stepwise);
            assertOther(training::resume, epochs, "Trainer.fit", "Trainer.checkpoint(file)");
            assertOther(training::resume, gradients, "GradientSteps.save", "GradientSteps.resume(file)");
        }
        assertOther(steps::resume, stepwise, "StepwiseTraining.save", "StepwiseTraining.resume(file)");
        Trainer trainer = trainer(network()).checkpoint(stepwise);
        assertThatThrownBy(() -> trainer.fit(training))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(
                        stepwise + ", its kind: StepwiseTraining.save has written it, and StepwiseTraining.resume(file)"
                                + " goes on from it. Give Trainer.checkpoint(file) a file that Trainer.fit"
                                + " has written. Nothing has been changed.");
    }

    private interface Resumption {
        void resume(Path file) throws IOException;
    }

    private static void assertOther(Resumption resumption, Path file, String writer, String reader) {
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> resumption.resume(file))
                .withMessageStartingWith(
                        file + ", its kind: " + writer + " has written it, and " + reader + " goes on from it. Give ");
    }

    @Test
    void aFileOfAReleaseThatSaysNoKindOrAnotherIsRefused() throws IOException, NoSuchAlgorithmException {
        trainer(network()).checkpoint(file()).fit(training);
        TensorFile kept = TensorFile.read(file());
        for (String kind : new String[] {"", "of tomorrow"}) {
            Map<String, String> metadata = new LinkedHashMap<>(kept.metadata());
            metadata.remove("netwright.training.kind");
            if (!kind.isEmpty()) {
                metadata.put("netwright.training.kind", kind);
            }
            writeSealed(metadata, kept.tensors());
            HandWritten network = network();
            assertThatThrownBy(() -> trainer(network).checkpoint(file()).fit(training))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage(
                            file() + ", its kind: another release of Netwright has written it. Give"
                                    + " Trainer.checkpoint(file) a file that Trainer.fit has written. Nothing has been changed.");
            assertThat(network.parameters()).isEqualTo(network().parameters());
        }
    }

    /** With the digest that they would have been written with. */
    private void writeSealed(Map<String, String> metadata, List<Tensor> tensors)
            throws IOException, NoSuchAlgorithmException {
        metadata.remove("netwright.training.sha256");
        ByteArrayOutputStream unsealed = new ByteArrayOutputStream();
        new TensorFile(metadata, tensors).write(unsealed);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(unsealed.toByteArray());
        metadata.put("netwright.training.sha256", HexFormat.of().formatHex(digest));
        new TensorFile(metadata, tensors).write(file());
    }

    @Test
    void numbersThatNoNetworkHasAreRefused() throws IOException, NoSuchAlgorithmException {
        trainer(network()).checkpoint(file()).fit(training);
        TensorFile kept = TensorFile.read(file());
        kept.tensor("netwright.training.run.kept parameters").floats()[5] = Float.NaN;
        writeSealed(new LinkedHashMap<>(kept.metadata()), kept.tensors());
        HandWritten network = network();
        assertThatThrownBy(() -> trainer(network).checkpoint(file()).fit(training))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(
                        file() + ", tensor \"netwright.training.run.kept parameters\": element 5 is NaN; every one is"
                                + " finite in a network that can be used.");
        assertThat(network.parameters()).isEqualTo(network().parameters());
    }

    @Test
    void aCheckpointLoadsAsANetwork() throws IOException {
        HandWritten trained = network();
        trainer(trained).checkpoint(file()).fit(training);
        HandWritten loaded = network();
        ModelFile.read(file()).copyTo(loaded);
        assertThat(loaded.parameters()).isEqualTo(trained.parameters());
    }

    @Test
    void aFileThatCannotBeWrittenIsKnownBeforeTheFirstEpoch() {
        HandWritten network = network();
        Trainer trainer = trainer(network)
                .checkpoint(folder.resolve("nowhere/run.checkpoint"))
                .listener(killIn(1, 1));
        assertThatThrownBy(() -> trainer.fit(training))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(NoSuchFileException.class)
                .hasMessage("The training could not be kept after epoch 0: " + folder.resolve("nowhere/run.checkpoint")
                        + ": its folder does not exist; create it first. No epoch has been trained.");
        assertThat(network.parameters()).isEqualTo(network().parameters());
    }

    /** The results grow by a row for each epoch: sooner or later there is no block left, and never one for two files. */
    @Test
    void aFullDiskEndsTheRunAndLeavesTheFile() throws IOException {
        HandWritten undisturbed = network();
        trainer(undisturbed).epochs(100).fit(training);
        Path sample = folder.resolve("sample");
        trainer(network()).checkpoint(sample).epochs(1).fit(training);
        int blocks = (int) (2 * Files.size(sample) / 64) + 20;
        Configuration small = Configuration.unix().toBuilder()
                .setBlockSize(64)
                .setMaxSize(64L * blocks)
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(small);
                FileSystem larger = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/run.checkpoint");
            HandWritten network = network();
            Trainer trainer = trainer(network).checkpoint(file).epochs(100);
            assertThatThrownBy(() -> trainer.fit(training))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("The training could not be kept after epoch ")
                    .hasMessageContaining("out of disk space")
                    .hasMessageContaining("goes on from there.");
            int kept = epochsIn(file);
            assertThat(kept).isBetween(1, 99);
            HandWritten after = network();
            trainer(after).epochs(kept + 1).fit(training);
            assertThat(network.parameters()).isEqualTo(after.parameters());
            Path copy = Files.write(larger.getPath("/run.checkpoint"), Files.readAllBytes(file));
            HandWritten resumed = network();
            trainer(resumed).checkpoint(copy).epochs(100).fit(training);
            assertThat(resumed.parameters()).isEqualTo(undisturbed.parameters());
        }
    }
}
