package dev.netwright.runtime.training;

import java.util.Arrays;
import java.util.Optional;

/** Who keeps training in files. Each goes on from files of its own alone, for it needs what others do not have. */
enum StateKind {
    FIT("fit", "Trainer.fit", "Trainer.checkpoint(file)"),
    STEPWISE("stepwise", "StepwiseTraining.save", "StepwiseTraining.resume(file)"),
    GRADIENTS("gradients", "GradientSteps.save", "GradientSteps.resume(file)");

    private final String text;
    private final String writer;
    private final String reader;

    StateKind(String text, String writer, String reader) {
        this.text = text;
        this.writer = writer;
        this.reader = reader;
    }

    static Optional<StateKind> of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
    }

    /** What files call it. */
    String text() {
        return text;
    }

    /** The call that writes such files. */
    String writer() {
        return writer;
    }

    /** The call that goes on from them. */
    String reader() {
        return reader;
    }
}
