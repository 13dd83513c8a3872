package dev.netwright.processor.onnx;

import dev.netwright.processor.model.Shape;

/** What layers can read: an input or another layer. */
sealed interface Port permits DraftInput, Draft {
    /** How its columns are arranged, with the channels last. */
    Shape output();

    /** How many columns it has. */
    default int columns() {
        return (int) output().size();
    }
}
