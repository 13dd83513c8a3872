package dev.netwright.processor.declaration;

import dev.netwright.processor.model.InputModel;

/** One {@code @Input} as the user wrote it. */
record InputDeclaration(Declared<Integer> size, Declared<String> name) {
    /** Its own name where that can be one, or {@code input}. */
    String effectiveName() {
        return name.isWritten() && LayerName.isValid(name.value()) ? name.value() : InputModel.DEFAULT_NAME;
    }
}
