package dev.netwright.runtime.training;

import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.file.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps a training run in a file after its epochs, and lets a run begin where the one in the file had come to. */
final class Checkpoint {
    private static final String RUN = ModelFile.TRAINING + "run.";
    private static final String OPTIMIZER = ModelFile.TRAINING + "optimizer.";
    private static final String EPOCHS = ModelFile.TRAINING + "epochs";

    /** What the file's run was given, for messages. */
    private static final String SCHEDULE = "schedule";

    private static final String PLANNED = "planned epochs";

    private final Path path;
    private final int everyEpochs;
    private final TrainingSettings settings;
    private final Map<String, String> compared;
    private final TrainingState state;
    private final EpochTable table;
    private int keptEpochs = -1;

    /**
     * Before the run changes anything.
     *
     * @param compared the settings that a file must be of
     * @param state    of the run; what is in the file is put into it
     */
    Checkpoint(
            CheckpointTarget target,
            TrainingSettings settings,
            Map<String, String> compared,
            TrainingState state,
            boolean isValidated) {
        path = target.file();
        everyEpochs = target.everyEpochs();
        this.settings = settings;
        this.compared = compared;
        this.state = state;
        table = new EpochTable(
                settings.network().topology().outputs(),
                settings.metrics().stream().map(HeadMetric::name).toList(),
                isValidated);
    }

    /**
     * Goes on from the file if it exists; else writes it, so that what cannot be kept is known before the first epoch.
     *
     * @throws UncheckedIOException     if it cannot be read or written, or is damaged; nothing has been changed then
     * @throws IllegalArgumentException if it is of other settings; nothing has been changed then
     */
    void begin() {
        if (Files.notExists(path)) {
            keep();
            return;
        }
        try {
            StateFile file = StateFile.read(path, StateKind.FIT);
            restore(file);
            // Last, for only this changes what others see.
            file.copyTo(settings.network());
            keptEpochs = state.completedEpochs();
        } catch (IOException e) {
            throw StateFile.unchecked(e);
        }
        announce();
    }

    /** One line, as someone may have forgotten the file. */
    private void announce() {
        if (state.completedEpochs() == 0) {
            return;
        }
        String done = state.completedEpochs() + " of " + settings.epochs() + " epochs are done";
        boolean isOver = state.completedEpochs() == settings.epochs()
                || settings.earlyStopping().map(state::patienceIsOver).orElse(false);
        System.getLogger("dev.netwright")
                .log(
                        Level.INFO,
                        isOver
                                ? "Netwright training: " + path + " has a run that is over, " + done
                                        + "; nothing is trained."
                                : "Netwright training: goes on from " + path + ", where " + done + ".");
    }

    private void restore(StateFile file) throws DataFormatException {
        SettingsDifferences differences = file.differences(settings.network(), compared);
        int completed = epochs(file).shape().get(0);
        if (completed > settings.epochs()) {
            differences.add("epochs", completed + " are done", Integer.toString(settings.epochs()));
        }
        String kept = file.note(SCHEDULE) + " in " + file.note(PLANNED) + " epochs";
        String here = settings.schedule() + " in " + settings.epochs() + " epochs";
        if (!differences.isEmpty()) {
            // Of steps that are others the rates say nothing.
            if (!file.note(SCHEDULE).equals(settings.schedule().toString())
                    || state.dependsOnPlan(Math.min(completed, settings.epochs()), planned(file))) {
                differences.add(SCHEDULE, kept, here);
            }
            file.requireNone(differences);
        }
        List<EpochResult> results = results(file);
        state.exchange(FoundState.ofNetworks(RUN, file.tensors()), completed);
        state.optimizer().exchange(new FoundState(OPTIMIZER, file.tensors()));
        state.replay(results)
                .ifPresent(epoch -> differences.add(SCHEDULE, kept, here + ": other rates by epoch " + epoch));
        file.requireNone(differences);
    }

    private static int planned(StateFile file) throws DataFormatException {
        String text = file.note(PLANNED);
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw file.failure("its " + PLANNED, "they are \"" + text + "\", but must be a number from 1 on.");
        }
        return Integer.parseInt(text);
    }

    private static Tensor epochs(StateFile file) throws DataFormatException {
        return file.tensors()
                .find(EPOCHS)
                .filter(found -> found.type().equals("F64") && found.shape().size() == 2)
                .orElseThrow(
                        () -> file.failure("its tensors", "there is no \"" + EPOCHS + "\", F64 [epochs, columns]."));
    }

    private List<EpochResult> results(StateFile file) throws DataFormatException {
        Tensor epochs = epochs(file);
        if (epochs.shape().get(1) != table.columns()) {
            throw file.failure(
                    "tensor \"" + EPOCHS + "\"",
                    "its shape is " + epochs.shape() + ", but a run of these settings has [epochs, " + table.columns()
                            + "].");
        }
        return table.read(epochs.doubles());
    }

    /**
     * An epoch was completed.
     *
     * @param isLast whether no other follows
     */
    void epochEnded(boolean isLast) {
        int completed = state.completedEpochs();
        if (isLast || completed == settings.epochs() || completed % everyEpochs == 0) {
            keep();
        }
    }

    /**
     * Writes the file, unless it is of this epoch already.
     *
     * @throws UncheckedIOException if that fails; the file that was there before is as it was then
     */
    void keep() {
        int completed = state.completedEpochs();
        if (keptEpochs == completed) {
            return;
        }
        List<Tensor> tensors = new ArrayList<>();
        state.exchange(new KeptState(RUN, tensors), completed);
        state.optimizer().exchange(new KeptState(OPTIMIZER, tensors));
        tensors.add(Tensor.of(EPOCHS, table.write(state.results()), completed, table.columns()));
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put(SCHEDULE, settings.schedule().toString());
        notes.put(PLANNED, Integer.toString(settings.epochs()));
        try {
            StateFile.of(settings.network(), StateKind.FIT, compared, notes, tensors)
                    .write(path);
        } catch (IOException e) {
            throw new UncheckedIOException(failure(completed, e), e);
        }
        keptEpochs = completed;
    }

    private String failure(int completed, IOException e) {
        return "The training could not be kept after epoch " + completed + ": " + FailureText.of(e) + ". "
                + (keptEpochs < 0
                        ? "No epoch has been trained."
                        : path + " has epoch " + keptEpochs
                                + " as before; when it can be written again, fit with the same settings goes on from there.");
    }
}
