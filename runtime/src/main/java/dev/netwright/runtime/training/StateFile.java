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

/**
 * A network and what training remembers, in one file: the tensors and texts of a {@link ModelFile}, and beside them those of the training,
 * whose names begin with {@link ModelFile#TRAINING}. A digest of all is among the texts, since a number that is not the one that was written
 * would change bits and tell nobody.
 */
final class StateFile {
    private static final String DIGEST = ModelFile.TRAINING + "sha256";
    private static final String SETTING = ModelFile.TRAINING + "setting.";

    private final TensorFile file;

    private StateFile(TensorFile file) {
        this.file = file;
    }

    /**
     * Of a network as it is now.
     *
     * @param settings what a run must have in common with this one to go on from it
     * @param notes    texts that are not compared
     * @param tensors  what training remembers; their names begin with {@link ModelFile#TRAINING}
     */
    static StateFile of(Network network, Map<String, String> settings, Map<String, String> notes, List<Tensor> tensors)
            throws IOException {
        TensorFile model = ModelFile.of(network).tensors();
        Map<String, String> metadata = new LinkedHashMap<>(model.metadata());
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
     * @throws DataFormatException if it is damaged, or has no state of a training
     */
    static StateFile read(Path path) throws IOException {
        StateFile[] read = new StateFile[1];
        uninterrupted(() -> read[0] = new StateFile(TensorFile.read(path)));
        read[0].checkDigest();
        return read[0];
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
                    "it has no state of a training, so that no run can go on from it; give a file that training has kept.");
        }
        String found = digest(new TensorFile(metadata, file.tensors()));
        if (!found.equals(expected)) {
            throw failure(
                    "its numbers and texts",
                    "their SHA-256 is " + found + ", but " + expected
                            + " was written; the file is damaged. Take a copy of it, or delete it to begin anew.");
        }
    }

    /**
     * Compares the settings.
     *
     * @throws IllegalArgumentException if some differ; the message lists each
     */
    void checkSettings(Map<String, String> expected) {
        StringBuilder differences = new StringBuilder();
        expected.forEach((name, text) -> {
            String found = file.metadata().getOrDefault(SETTING + name, "nothing");
            if (!found.equals(text)) {
                differences
                        .append("\n  ")
                        .append(name)
                        .append(": ")
                        .append(found)
                        .append(" in the file, ")
                        .append(text)
                        .append(" here");
            }
        });
        if (differences.length() > 0) {
            throw new IllegalArgumentException(
                    file.source() + " is of a training with other settings:" + differences + "\n" + cure());
        }
    }

    /** How to go on where a file does not fit. */
    static String cure() {
        return "Go on with the settings of the file, or give another file to begin anew. Nothing has been changed.";
    }

    /** A text that is not compared; empty where there is none. */
    String note(String name) {
        return file.metadata().getOrDefault(ModelFile.TRAINING + name, "");
    }

    TensorFile tensors() {
        return file;
    }

    /** Gives a network its parameters, statistics and scaling back. */
    void copyTo(Network network) throws DataFormatException {
        ModelFile.of(file).copyTo(network);
    }

    private DataFormatException failure(String place, String problem) {
        return new DataFormatException(file.source(), place, problem);
    }

    /** For callers who declare no checked exceptions; the message stays. */
    static UncheckedIOException unchecked(IOException e) {
        return new UncheckedIOException(e.getMessage(), e);
    }
}
