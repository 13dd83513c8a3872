package dev.netwright.runtime.training;

import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.file.Tensor;
import dev.netwright.runtime.optimizer.Optimizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Training that is done step by step, in a file: the network, what its optimizer remembers, and how many steps there were. */
final class SavedSteps {
    private static final String OPTIMIZER = ModelFile.TRAINING + "optimizer.";
    private static final String STEPS = "steps";

    private SavedSteps() {}

    /** @param settings what those who go on must have in common with this training */
    static void write(
            Path path, Network network, StateKind kind, Map<String, String> settings, Optimizer.Run run, long steps)
            throws IOException {
        List<Tensor> tensors = new ArrayList<>();
        run.exchange(new KeptState(OPTIMIZER, tensors));
        new KeptState(ModelFile.TRAINING, tensors).count(STEPS, steps, Long.MAX_VALUE);
        StateFile.of(network, kind, settings, Map.of(), tensors).write(path);
    }

    /**
     * Gives the network its parameters, statistics and scaling back.
     *
     * @param fresh receives what the optimizer remembered; of use only if this returns
     * @return how many steps there were
     */
    static long read(Path path, Network network, StateKind kind, Map<String, String> settings, Optimizer.Run fresh)
            throws IOException {
        StateFile file = StateFile.read(path, kind);
        file.requireNone(file.differences(network, settings));
        try {
            fresh.exchange(new FoundState(OPTIMIZER, file.tensors()));
            long steps = new FoundState(ModelFile.TRAINING, file.tensors()).count(STEPS, 0, Long.MAX_VALUE);
            file.copyTo(network);
            return steps;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
