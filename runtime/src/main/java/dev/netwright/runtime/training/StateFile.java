package dev.netwright.runtime.training;

import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.file.Tensor;
import dev.netwright.runtime.file.TensorFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network and what training remembers, in one file: the tensors and texts of a {@link ModelFile}, and beside them those of the training,
 * whose names begin with {@link ModelFile#TRAINING}. A digest of all is among the texts, since a number that is not the one that was written
 * would change bits and tell nobody.
 */
final class StateFile {
    private static final String BEGIN_ANEW = "delete it to begin anew. Nothing has been changed.";

    private static final String DIGEST = ModelFile.TRAINING + "sha256";
    private static final String KIND = ModelFile.TRAINING + "kind";
    private static final String SETTING = ModelFile.TRAINING + "setting.";

    /** The setting whose text is a fingerprint; people see the table of layers instead. */
    static final String NETWORK = "network";

    private final TensorFile file;

    private StateFile(TensorFile file) {
        this.file = file;
    }

    /**
     * Of a network as it is now.
     *
     * @param kind     who keeps it
     * @param settings what a run must have in common with this one to go on from it
     * @param notes    texts that are not compared
     * @param tensors  what training remembers; their names begin with {@link ModelFile#TRAINING}
     */
    static StateFile of(
            Network network,
            StateKind kind,
            Map<String, String> settings,
            Map<String, String> notes,
            List<Tensor> tensors)
            throws IOException {
        TensorFile model = ModelFile.of(network).tensors();
        Map<String, String> metadata = new LinkedHashMap<>(model.metadata());
        metadata.put(KIND, kind.text());
        settings.forEach((name, text) -> metadata.put(SETTING + name, text));
        notes.forEach((name, text) -> metadata.put(ModelFile.TRAINING + name, text));
        List<Tensor> all = new ArrayList<>(model.tensors());
        all.addAll(tensors);
        TensorFile unsealed = new TensorFile(metadata, all);
        metadata.put(DIGEST, digest(unsealed));
        return new StateFile(new TensorFile(metadata, all));
    }

    /**
     * Reads a file, however often the thread is interrupted meanwhile.
     *
     * @param kind who is going to go on from it
     * @throws DataFormatException if it is damaged, has no state of a training, or somebody else has kept it
     */
    static StateFile read(Path path, StateKind kind) throws IOException {
        StateFile[] read = new StateFile[1];
        uninterrupted(() -> read[0] = new StateFile(parsed(path)));
        read[0].checkDigest();
        read[0].checkKind(kind);
        return read[0];
    }

    private static TensorFile parsed(Path path) throws IOException {
        try {
            return TensorFile.read(path);
        } catch (DataFormatException e) {
            DataFormatException advised = new DataFormatException(
                    e.source(),
                    e.position(),
                    e.problem() + " No training can go on from it: put a copy from before in its place, or "
                            + BEGIN_ANEW);
            advised.initCause(e);
            throw advised;
        }
    }

    /** Writes the file, wholly or not at all, however often the thread is interrupted meanwhile. */
    void write(Path path) throws IOException {
        uninterrupted(() -> file.write(path));
    }

    private interface Work {
        void run() throws IOException;
    }

    /** An interrupt closes a file that is being written or read. It is meant for the training, which ends in its own time. */
    private static void uninterrupted(Work work) throws IOException {
        boolean isInterrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    work.run();
                    return;
                } catch (ClosedByInterruptException e) {
                    isInterrupted = true;
                    Thread.interrupted();
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String digest(TensorFile file) throws IOException {
        MessageDigest[] digest = new MessageDigest[1];
        uninterrupted(() -> {
            digest[0] = DataDigest.sha256();
            file.write(new DigestOutputStream(OutputStream.nullOutputStream(), digest[0]));
        });
        return HexFormat.of().formatHex(digest[0].digest());
    }

    private void checkDigest() throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>(file.metadata());
        String expected = metadata.remove(DIGEST);
        if (expected == null) {
            throw failure(
                    "its metadata",
                    "it has no state of a training, "
                            + (model().isKept()
                                    ? "for it is a model file, which save has written and load reads;"
                                    : "for a program that keeps none has written it;")
                            + " give the training a file of its own. Nothing has been changed.");
        }
        String found = digest(new TensorFile(metadata, file.tensors()));
        if (!found.equals(expected)) {
            throw failure(
                    "its numbers and texts",
                    "their SHA-256 is " + found + ", but " + expected
                            + " was written; the file is damaged. Put a copy from before in its place, or "
                            + BEGIN_ANEW);
        }
    }

    private void checkKind(StateKind expected) throws DataFormatException {
        String text = file.metadata().getOrDefault(KIND, "");
        Optional<StateKind> found = StateKind.of(text);
        if (found.isEmpty() || found.get() != expected) {
            throw failure(
                    "its kind",
                    found.map(kind -> kind.writer() + " has written it, and " + kind.reader() + " goes on from it.")
                                    .orElse("another release of Netwright has written it.")
                            + " Give " + expected.reader() + " a file that " + expected.writer()
                            + " has written. Nothing has been changed.");
        }
    }

    /** Compares the settings with those of a run of this network. */
    SettingsDifferences differences(Network network, Map<String, String> expected) {
        SettingsDifferences differences = new SettingsDifferences();
        expected.forEach((name, text) -> {
            String found = file.metadata().getOrDefault(SETTING + name, "nothing");
            if (!found.equals(text)) {
                String table = model().topologyText();
                if (name.equals(NETWORK) && !table.isEmpty()) {
                    differences.addTables(name, table, network.topology().toString());
                } else {
                    differences.add(name, found, text);
                }
            }
        });
        return differences;
    }

    /** @throws IllegalArgumentException if there are differences; the message has all of them */
    void requireNone(SettingsDifferences differences) {
        if (!differences.isEmpty()) {
            throw new IllegalArgumentException(
                    file.source() + " is of a training with other settings:\n" + differences + "\n"
                            + startAdvice(differences)
                            + "Go on with the settings of the file, or give another file to begin anew. Nothing has been changed.");
        }
    }

    /** Most who see these differ call fit once more, on the network that it has trained. */
    private static String startAdvice(SettingsDifferences differences) {
        return differences.has(RunSettings.STARTING_PARAMETERS) && !differences.has(NETWORK)
                ? "The run began with other parameters than this network has. Where it has been trained since, take a fresh one: create with"
                        + " the same seed, or load of the same file.\n"
                : "";
    }

    /** A text that is not compared; empty where there is none. */
    String note(String name) {
        return file.metadata().getOrDefault(ModelFile.TRAINING + name, "");
    }

    TensorFile tensors() {
        return file;
    }

    private ModelFile model() {
        return ModelFile.of(file);
    }

    /** Gives a network its parameters, statistics and scaling back. */
    void copyTo(Network network) throws DataFormatException {
        model().copyTo(network);
    }

    /** Of this file. */
    DataFormatException failure(String place, String problem) {
        return new DataFormatException(file.source(), place, problem);
    }

    /** For callers who declare no checked exceptions; the message stays. */
    static UncheckedIOException unchecked(IOException e) {
        return new UncheckedIOException(e.getMessage(), e);
    }
}
