package dev.netwright.verification.file;

import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.file.TensorFile;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.optimizer.Momentum;
import dev.netwright.runtime.schedule.Schedule;
import dev.netwright.runtime.training.GradientSteps;
import dev.netwright.runtime.training.StepwiseTraining;
import dev.netwright.runtime.training.Trainer;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.runtime.training.TrainingProgress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Whatever a file of a training has in it, each call that goes on from such files takes it, with numbers that a network can have, or
 * refuses it and leaves the network as it was. What an optimizer remembers is its own affair, and may let the next step diverge. Bytes are
 * tried as they are, and once more with the digest that they should have: no change of them would get any further else.
 */
final class TrainingFuzzTarget {
    static final int EPOCHS = 3;

    private static final String DIGEST = "netwright.training.sha256";

    private static final Dataset DATA =
            Dataset.ofLabels(new float[] {1, 2, 3, 5, 2, 1, 4, 4}, 2, new int[] {0, 1, 0, 1}, 2);

    /** Each run that goes on says so, thousands of times a second. */
    private static final Logger LOG = Logger.getLogger("dev.netwright");

    static {
        LOG.setLevel(Level.WARNING);
    }

    private TrainingFuzzTarget() {}

    /** What is tried, each with a network of its own. */
    private interface Call {
        void goOn(Path file, KeptNetwork network) throws IOException;
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("fuzzed", ".checkpoint");
        try {
            isTaken(bytes, file);
            isTaken(sealed(bytes), file);
        } finally {
            Files.delete(file);
        }
    }

    /** By any of the calls. */
    static boolean isTaken(byte[] bytes, Path file) throws IOException {
        Files.write(file, bytes);
        boolean isTaken = false;
        for (Call call :
                new Call[] {TrainingFuzzTarget::fit, TrainingFuzzTarget::steps, TrainingFuzzTarget::gradients}) {
            isTaken |= isTaken(call, file);
        }
        return isTaken;
    }

    private static boolean isTaken(Call call, Path file) throws IOException {
        KeptNetwork network = KeptNetwork.create(1);
        float[] parameters = network.parameters().clone();
        float[] statistics = network.statistics().clone();
        try {
            call.goOn(file, network);
        } catch (DataFormatException | IllegalArgumentException e) {
            requireUnchanged(network, parameters, statistics, e);
            return false;
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof DataFormatException)) {
                throw e;
            }
            requireUnchanged(network, parameters, statistics, e);
            return false;
        }
        for (float[] numbers : new float[][] {network.parameters(), network.statistics()}) {
            for (float number : numbers) {
                if (!Float.isFinite(number)) {
                    throw new AssertionError("Taken, with " + number + " in the network.");
                }
            }
        }
        return true;
    }

    private static void requireUnchanged(
            KeptNetwork network, float[] parameters, float[] statistics, Exception refusal) {
        if (!Arrays.equals(parameters, network.parameters()) || !Arrays.equals(statistics, network.statistics())) {
            throw new AssertionError("Refused, and changed all the same.", refusal);
        }
    }

    /** All that a run remembers, and the end of the run. */
    static Trainer trainer(KeptNetwork network, Path file) {
        return Trainer.of(network)
                .loss(Loss.CROSS_ENTROPY)
                .optimizer(new Adam(0.01f))
                .schedule(Schedule.cosine())
                .metrics(Metric.ACCURACY)
                .earlyStopping(EPOCHS)
                .batchSize(2)
                .epochs(EPOCHS)
                .checkpoint(file);
    }

    /** Trains nothing, which would write the file. */
    private static void fit(Path file, KeptNetwork network) {
        trainer(network, file)
                .listener(new TrainingListener() {
                    @Override
                    public void trainingStarted(TrainingProgress progress) {
                        progress.stop();
                    }
                })
                .fit(DATA, DATA);
    }

    static Trainer stepwise(KeptNetwork network) {
        return Trainer.of(network).loss(Loss.CROSS_ENTROPY).optimizer(new Adam(0.01f));
    }

    private static void steps(Path file, KeptNetwork network) throws IOException {
        try (StepwiseTraining training = stepwise(network).stepwise()) {
            training.resume(file);
        }
    }

    static GradientSteps gradientSteps(KeptNetwork network) {
        return GradientSteps.of(network, new Momentum(0.1f));
    }

    private static void gradients(Path file, KeptNetwork network) throws IOException {
        gradientSteps(network).resume(file);
    }

    /** Keeps a training of each kind in a file, for the corpus. */
    static void write(Path checkpoint, Path stepwise, Path gradients) throws IOException {
        trainer(KeptNetwork.create(1), checkpoint)
                .listener(new TrainingListener() {
                    @Override
                    public void epochStarted(TrainingProgress progress) {
                        if (progress.epoch() == EPOCHS) {
                            progress.stop();
                        }
                    }
                })
                .fit(DATA, DATA);
        try (StepwiseTraining training = stepwise(KeptNetwork.create(2)).stepwise()) {
            training.step(DATA);
            training.save(stepwise);
        }
        KeptNetwork network = KeptNetwork.create(3);
        GradientSteps steps = gradientSteps(network);
        float[] ones = new float[network.parameters().length];
        Arrays.fill(ones, 1);
        steps.step(ones);
        steps.save(gradients);
    }

    /** With the digest that was written if these bytes were. */
    private static byte[] sealed(byte[] bytes) throws IOException {
        TensorFile file;
        try {
            file = TensorFile.read(new ByteArrayInputStream(bytes), "fuzzed");
        } catch (DataFormatException e) {
            return bytes;
        }
        Map<String, String> metadata = new LinkedHashMap<>(file.metadata());
        metadata.remove(DIGEST);
        byte[] unsealed = bytes(new TensorFile(metadata, file.tensors()));
        metadata.put(DIGEST, HexFormat.of().formatHex(sha256().digest(unsealed)));
        return bytes(new TensorFile(metadata, file.tensors()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(TensorFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(out);
        return out.toByteArray();
    }
}
